import type { JsonValue } from '../../src/domain/index'
import {
  type Contract,
  type ContractResult,
  type ExecuteCall,
  type LogAttribute,
  paddedAnswer,
} from './contract'
import { MessageFields, readVariant } from './message-fields'
import { genericError, parseError } from './std-error'

const HANDLE_TARGET = 'receiver::msg::HandleMsg'
const QUERY_TARGET = 'receiver::msg::QueryMsg'
const COUNT = 'count'
const LAST = 'last'

type Handler = (call: ExecuteCall, fields: MessageFields) => Partial<ContractResult>

const HANDLERS: Readonly<Record<string, Handler>> = {
  receive,
  echo: (_, fields) => ({
    log: [encrypted('echo', fields.string('text')), plaintext('echoed', 'yes')],
    data: paddedAnswer({ echo: fields.string('text') }),
  }),
  fail: (_, fields) => {
    throw genericError(fields.string('message'))
  },
  pay: (call, fields) => ({
    messages: [
      {
        kind: 'send',
        to: fields.optionalAddress('to') ?? call.sender,
        amount: [{ denom: 'uscrt', amount: fields.amount('amount') }],
      },
    ],
  }),
  forward,
  register: (_, fields) => ({
    messages: [
      {
        kind: 'execute',
        contract: fields.address('token'),
        codeHash: fields.string('token_code_hash'),
        message: { register_receive: { code_hash: fields.string('own_code_hash') } },
        funds: [],
      },
    ],
  }),
}

/**
 * A contract to try things on: it takes tokens sent to it, logs in the open and sealed, fails when told to,
 * pays out what it holds, and passes messages on to other contracts.
 */
export const receiver: Contract = {
  instantiate: () => ({ messages: [], log: [], data: '' }),

  execute(call, message) {
    const [name, fields] = readVariant(HANDLE_TARGET, message, Object.keys(HANDLERS))
    const answer = paddedAnswer({ [name]: { status: 'success' } })
    return { messages: [], log: [], data: answer, ...HANDLERS[name]?.(call, fields) }
  },

  query(call, message) {
    const [name, fields] = readVariant(QUERY_TARGET, message, ['received', 'fail', 'ask'])
    if (name === 'fail') throw genericError(fields.string('message'))
    if (name === 'ask') {
      const { contract, codeHash } = target(fields)
      return paddedAnswer(call.querier.contract(contract, codeHash, fields.raw('query')))
    }
    const last: JsonValue = JSON.parse(call.storage.get(LAST) ?? 'null')
    return paddedAnswer({ received: { count: Number(call.storage.get(COUNT) ?? '0'), last } })
  },
}

/** The callback of a token's `send`; the message along with it may ask for a failure. */
function receive(call: ExecuteCall, fields: MessageFields): Partial<ContractResult> {
  const amount = fields.amount('amount')
  const from = fields.address('from')
  const count = Number(call.storage.get(COUNT) ?? '0') + 1
  call.storage.set(COUNT, String(count))
  const failure = readPayload(fields.optionalBytes('msg'))?.optionalString('fail')
  if (failure !== undefined) throw genericError(failure)
  call.storage.set(LAST, JSON.stringify({ token: call.sender, from, amount: String(amount) }))
  return { log: [encrypted('from', from), plaintext('received', String(amount))] }
}

function forward(_: ExecuteCall, fields: MessageFields): Partial<ContractResult> {
  const { contract, codeHash } = target(fields)
  return { messages: [{ kind: 'execute', contract, codeHash, message: fields.raw('message'), funds: [] }] }
}

function target(fields: MessageFields) {
  return { contract: fields.address('contract'), codeHash: fields.string('code_hash') }
}

function readPayload(payload: Uint8Array | undefined): MessageFields | undefined {
  if (payload === undefined) return undefined
  try {
    return new MessageFields(HANDLE_TARGET, JSON.parse(new TextDecoder().decode(payload)))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw parseError(HANDLE_TARGET, cause.message)
    throw cause
  }
}

function encrypted(key: string, value: string): LogAttribute {
  return { key, value, encrypted: true }
}

function plaintext(key: string, value: string): LogAttribute {
  return { key, value, encrypted: false }
}
