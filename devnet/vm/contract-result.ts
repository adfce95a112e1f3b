import type { JsonObject, JsonValue } from '../../src/domain/index'
import type { Generation } from './contract-exports'
import { parseContractMessage } from './contract-message'
import { type ExactJson, isExactList, isExactObject } from './exact-json'
import {
  invalidResult,
  parseResult,
  ResultFields,
  readBinary,
  readString,
  readVariant,
} from './result-fields'
import type { VmMessage } from './vm-message'

export type ReplyOn = 'never' | 'always' | 'success' | 'error'

/** A message and what the contract wants to hear of it. */
export interface SubMessage {
  readonly id: bigint
  readonly replyOn: ReplyOn
  /** Gas of the chain that it may use at most. */
  readonly gasLimit: bigint | undefined
  readonly message: VmMessage
}

/** One attribute of an event, encrypted to the sender unless the contract says otherwise. */
export interface LogAttribute {
  readonly key: string
  readonly value: string
  readonly encrypted: boolean
}

export interface ContractEvent {
  /** Without the chain's `wasm-` in front. */
  readonly type: string
  readonly attributes: readonly LogAttribute[]
}

/** What a contract answers to everything but a query. */
export interface ContractResponse {
  readonly kind: 'response'
  readonly messages: readonly SubMessage[]
  readonly attributes: readonly LogAttribute[]
  readonly events: readonly ContractEvent[]
  readonly data: Uint8Array | undefined
}

export interface QueryAnswer {
  readonly kind: 'answer'
  readonly answer: Uint8Array
}

/** The contract's own refusal: a StdError object from a v0.10 contract, a text from a v1 contract (Protocol 2.3). */
export type ContractFailure =
  | { readonly kind: 'failure'; readonly generation: 'v0.10'; readonly error: JsonObject }
  | { readonly kind: 'failure'; readonly generation: 'v1'; readonly error: string }

const REPLY_ON: readonly ReplyOn[] = ['never', 'always', 'success', 'error']

/** Reads the answer of any entry point but `query`. Throws VmError `invalid-result`. Source: Protocol 12.5. */
export function parseContractResult(
  result: Uint8Array,
  generation: Generation,
): ContractResponse | ContractFailure {
  const value = unwrapResult(result, generation)
  if ('failure' in value) return value.failure
  return generation === 'v1' ? readNewResponse(value.ok) : readOldResponse(value.ok)
}

/** Reads the answer of `query`. Throws VmError `invalid-result`. Source: Protocol 12.5. */
export function parseQueryResult(result: Uint8Array, generation: Generation): QueryAnswer | ContractFailure {
  const value = unwrapResult(result, generation)
  return 'failure' in value ? value.failure : { kind: 'answer', answer: readBinary(value.ok) }
}

/** The enclave takes the names of the two outcomes in either case; upstream's own name for a failure is `error`. */
function unwrapResult(
  result: Uint8Array,
  generation: Generation,
): { ok: ExactJson } | { failure: ContractFailure } {
  const [outcome, value] = readVariant(parseResult(result))
  switch (outcome) {
    case 'Ok':
    case 'ok':
      return { ok: value }
    case 'Err':
    case 'err':
    case 'error':
      return { failure: readFailure(value, generation) }
    default:
      throw invalidResult()
  }
}

function readFailure(value: ExactJson, generation: Generation): ContractFailure {
  if (generation === 'v1') return { kind: 'failure', generation, error: readString(value) }
  const error = toPlainJson(value)
  if (!isObject(error)) throw invalidResult()
  return { kind: 'failure', generation, error }
}

function readOldResponse(value: ExactJson): ContractResponse {
  const fields = new ResultFields(value).only(['messages', 'log', 'data'])
  const messages = fields.list('messages').map((message): SubMessage => {
    return { id: 0n, replyOn: 'never', gasLimit: undefined, message: parseContractMessage(message, 'v0.10') }
  })
  return {
    kind: 'response',
    messages,
    attributes: readAttributes(fields, 'log'),
    events: [],
    data: fields.optionalBinary('data'),
  }
}

function readNewResponse(value: ExactJson): ContractResponse {
  const fields = new ResultFields(value).only(['messages', 'attributes', 'events', 'data'])
  const events = fields.items('events').map((event) => ({
    type: event.string('type'),
    attributes: readAttributes(event, 'attributes'),
  }))
  return {
    kind: 'response',
    messages: fields.items('messages').map(readSubMessage),
    attributes: readAttributes(fields, 'attributes'),
    events,
    data: fields.optionalBinary('data'),
  }
}

function readSubMessage(fields: ResultFields): SubMessage {
  const replyOn = REPLY_ON.find((name) => name === fields.string('reply_on'))
  if (replyOn === undefined) throw invalidResult()
  return {
    id: fields.u64('id'),
    replyOn,
    gasLimit: fields.optionalU64('gas_limit'),
    message: parseContractMessage(fields.raw('msg'), 'v1'),
  }
}

function readAttributes(fields: ResultFields, name: string): LogAttribute[] {
  return fields.items(name).map((attribute) => ({
    key: attribute.string('key'),
    value: attribute.string('value'),
    encrypted: attribute.boolean('encrypted', true),
  }))
}

/** Errors hold texts; should one hold a number, it is printed as JavaScript would. */
function toPlainJson(value: ExactJson): JsonValue {
  if (typeof value === 'bigint') return Number(value)
  if (isExactList(value)) return value.map(toPlainJson)
  if (!isExactObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toPlainJson(member)]))
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
