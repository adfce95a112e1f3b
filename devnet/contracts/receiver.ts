import type { JsonObject, JsonValue } from '../../src/domain/index'
import { type Contract, type ExecuteCall, paddedAnswer } from './contract'
import {
  EMPTY_RESULT,
  encrypted,
  type Handled,
  type Handler,
  handlerOf,
  plaintext,
  resultOf,
} from './handlers'
import { MessageFields, readVariant } from './message-fields'
import { genericError, parseError } from './std-error'

const HANDLE_TARGET = 'receiver::msg::HandleMsg'
const QUERY_TARGET = 'receiver::msg::QueryMsg'
const COUNT = 'count'
const LAST = 'last'

const HANDLERS: Readonly<Record<string, Handler>> = {
  receive: (call, fields) => receiveAmount(call, fields, {}),
  // The field of that name holds the previous owner: a legacy of CW-721 (Protocol 6.8).
  receive_nft: (call, fields) =>
    receive(call, fields, { from: fields.address('sender'), token_ids: [fields.string('token_id')] }),
  batch_receive_nft: (call, fields) =>
    receive(call, fields, {
      from: fields.address('from'),
      sender: fields.address('sender'),
      token_ids: fields.strings('token_ids'),
    }),
  snip1155_receive: (call, fields) => receiveAmount(call, fields, { token_id: fields.string('token_id') }),
  echo: (_, fields) => ({
    log: [encrypted('echo', fields.string('text')), plaintext('echoed', 'yes')],
    answer: { echo: fields.string('text') },
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
 * A contract to try things on: it takes tokens of every standard sent to it, logs in the open and sealed, fails when
 * told to, pays out what it holds, and passes messages on to other contracts.
 */
export const receiver: Contract = {
  generation: 'v0.10',

  instantiate: () => EMPTY_RESULT,

  execute(call, message) {
    const { name, handler, fields } = handlerOf(HANDLE_TARGET, HANDLERS, message)
    return resultOf(name, handler(call, fields))
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

/** The callbacks of fungible tokens. */
function receiveAmount(call: ExecuteCall, fields: MessageFields, more: JsonObject): Handled {
  const amount = String(fields.amount('amount'))
  const { log } = receive(call, fields, { from: fields.address('from'), amount, ...more })
  return { log: [...(log ?? []), plaintext('received', amount)] }
}

/** Every callback: remembers what came; the message along with it may ask for a failure. */
function receive(call: ExecuteCall, fields: MessageFields, what: JsonObject & { from: string }): Handled {
  call.storage.set(COUNT, String(Number(call.storage.get(COUNT) ?? '0') + 1))
  const failure = readPayload(fields.optionalBytes('msg'))?.optionalString('fail')
  if (failure !== undefined) throw genericError(failure)
  call.storage.set(LAST, JSON.stringify({ token: call.sender, ...what }))
  return { log: [encrypted('from', what.from)] }
}

function forward(_: ExecuteCall, fields: MessageFields): Handled {
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
