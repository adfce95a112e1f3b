import { base64 } from '@scure/base'
import type { JsonObject, JsonValue } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { Generation } from '../../vm/contract-exports'
import { CHAIN_QUERIES } from './chain-queries'
import { ContractRefusal } from './compute-errors'
import { encodeJson } from './contract-runtime'
import { findContract, type Located, requireContract } from './registry'

/** How a contract's questions to other contracts are put. */
export interface Asking {
  /** Whose errors the asking contract understands. */
  readonly generation: Generation
  smart(asked: Located, message: Uint8Array): Uint8Array
}

/** What the chain says when it could not even ask (Protocol 12.6). */
type SystemError =
  | { readonly unsupported_request: { readonly kind: string } }
  | { readonly no_such_contract: { readonly addr: string } }
  | { readonly invalid_request: { readonly error: string; readonly request: string } }

/** Answers a contract's question to the chain: `{"Ok":{"Ok":base64}}` and its errors (Protocol 12.6). */
export function answerQuery(context: Context, request: Uint8Array, asking: Asking): Uint8Array {
  const parsed = parseRequest(request)
  if (parsed === undefined) return encodeJson({ Err: invalidRequest('expected one query', request) })
  const [module, [query, body]] = parsed
  if (module === 'wasm' && query === 'smart') return answerSmart(context, body, request, asking)
  const answer = CHAIN_QUERIES[`${module === 'dist' ? 'distribution' : module}.${query}`]
  if (answer === undefined)
    return encodeJson({ Err: { unsupported_request: { kind: `${module}.${query}` } } })
  return asStdResult(asking.generation, () => encodeJson(answer(context, body)))
}

function answerSmart(context: Context, body: JsonObject, request: Uint8Array, asking: Asking): Uint8Array {
  const { contract_addr: address, msg } = body
  const codeHash = body['callback_code_hash'] ?? body['code_hash']
  if (typeof address !== 'string' || typeof msg !== 'string' || typeof codeHash !== 'string') {
    return encodeJson({ Err: invalidRequest('missing field of wasm.smart', request) })
  }
  if (findContract(context.store, address) === undefined) {
    return encodeJson({ Err: { no_such_contract: { addr: address } } })
  }
  const asked = requireContract(context.store, address)
  return asStdResult(asking.generation, () => {
    if (codeHash.toLowerCase() !== asked.code.codeHash) {
      throw new AbciError('compute', 4, 'Enclave: failed to validate transaction: query contract failed')
    }
    return asking.smart(asked, base64.decode(msg))
  })
}

/** An answer, or the error in the form of the generation that asked. Running out of gas ends the asker as well. */
function asStdResult(generation: Generation, run: () => Uint8Array): Uint8Array {
  try {
    return encodeJson({ Ok: { Ok: base64.encode(run()) } })
  } catch (error) {
    if (!(error instanceof AbciError) || error.name === 'OutOfGasError') throw error
    const text = error instanceof ContractRefusal ? error.plain : error.message
    return encodeJson({ Ok: { Err: generation === 'v1' ? text : stdErrorOf(error, text) } })
  }
}

/** The older generation's own errors reach an asker of that generation as they were. */
function stdErrorOf(error: AbciError, text: string): JsonValue {
  if (error instanceof ContractRefusal && text.startsWith('{')) return JSON.parse(text)
  return { generic_err: { msg: text } }
}

function invalidRequest(error: string, request: Uint8Array): SystemError {
  return { invalid_request: { error, request: base64.encode(request) } }
}

function parseRequest(request: Uint8Array): [string, [string, JsonObject]] | undefined {
  const outer = onlyMember(parseJson(request))
  if (outer === undefined) return undefined
  const [module, inner] = outer
  // `stargate` has its members where the others have the name of their query.
  if (module === 'stargate' || module === 'custom') return [module, ['query', {}]]
  const query = onlyMember(inner)
  if (query === undefined) return undefined
  const [name, body] = query
  return [module, [name, isObject(body) ? body : {}]]
}

function onlyMember(value: JsonValue | undefined): [string, JsonValue] | undefined {
  if (!isObject(value)) return undefined
  const [member, ...rest] = Object.entries(value)
  return rest.length === 0 ? member : undefined
}

function parseJson(bytes: Uint8Array): JsonValue | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    // A contract may ask nonsense; it is told so by the caller of this.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
