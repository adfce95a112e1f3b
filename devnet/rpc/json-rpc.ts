import type { JsonObject, JsonValue } from '../../src/domain/index'
import { BLOCK_METHODS } from './block-methods'
import { NODE_METHODS } from './node-methods'
import { ArgError, argsFromJson } from './rpc-args'
import { RpcError } from './rpc-error'
import type { RpcContext, RpcMethod } from './rpc-method'
import { TX_METHODS } from './tx-methods'

/** A call as it came in. */
export interface RpcRequest {
  readonly id: number | string
  readonly method: string
  readonly params: JsonValue | undefined
}

const METHODS = new Map<string, RpcMethod>(
  [NODE_METHODS, BLOCK_METHODS, TX_METHODS].flatMap((methods) => Object.entries(methods)),
)

export function findMethod(name: string): RpcMethod | undefined {
  return METHODS.get(name)
}

export function methodNames(): string[] {
  return [...METHODS.keys()].sort()
}

/** The calls in a body: one, or a batch. Those without an id want no answer. Throws RpcError for what cannot be read. */
export function readRequests(body: string): RpcRequest[] {
  const json = parse(body)
  const items: readonly JsonValue[] = Array.isArray(json) ? json : [json]
  return items.flatMap((item) => readRequest(item) ?? [])
}

/** The answer to one call, whatever happens. */
export async function answerCall(
  context: RpcContext,
  { id, method, params }: RpcRequest,
): Promise<JsonObject> {
  const found = METHODS.get(method)
  if (found === undefined) return errorAnswer(id, new RpcError('methodNotFound'))
  try {
    return { jsonrpc: '2.0', id, result: await found.run(context, readArgs(found, params)) }
  } catch (error) {
    return errorAnswer(id, toRpcError(error))
  }
}

export function errorAnswer(id: number | string | null, error: RpcError): JsonObject {
  return { jsonrpc: '2.0', ...(id !== null && { id }), error: error.toJson() }
}

/** Any failure as a refusal: what is not one already is the method's own. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error
  return new RpcError('internal', error instanceof Error ? error.message : String(error))
}

export function readArgs({ args }: Pick<RpcMethod, 'args'>, params: JsonValue | undefined) {
  try {
    return argsFromJson(args, params)
  } catch (error) {
    if (!(error instanceof ArgError)) throw error
    throw new RpcError('invalidParams', `error converting json params to arguments: ${error.message}`)
  }
}

function readRequest(item: JsonValue): RpcRequest | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw unreadable('json: cannot unmarshal into Go value of type types.RPCRequest')
  }
  const { id, method = '', params } = item as JsonObject
  if (typeof method !== 'string') {
    throw unreadable('json: cannot unmarshal into Go struct field RPCRequest.method of type string')
  }
  if (id === undefined || id === null) return undefined
  if (typeof id !== 'string' && typeof id !== 'number')
    throw unreadable(`json-rpc ID unknown type: ${typeof id}`)
  return { id: typeof id === 'number' ? Math.trunc(id) : id, method, params }
}

function parse(body: string): JsonValue {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(error.message)
    throw error
  }
}

function unreadable(why: string): RpcError {
  return new RpcError('parse', `error unmarshaling request: ${why}`)
}
