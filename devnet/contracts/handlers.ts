import type { JsonValue } from '../../src/domain/index'
import {
  type ContractMessage,
  type ContractResult,
  type ExecuteCall,
  type LogAttribute,
  paddedAnswer,
} from './contract'
import { type MessageFields, readVariant } from './message-fields'

/** What a handler gives back: its answer if it is more than `success`, the messages to send, what to log. */
export interface Handled {
  readonly answer?: JsonValue
  readonly messages?: readonly ContractMessage[]
  readonly log?: readonly LogAttribute[]
}

export type Handler = (call: ExecuteCall, fields: MessageFields) => Handled

export const EMPTY_RESULT: ContractResult = { messages: [], log: [], data: '' }

/** A handler whose only answer is that it worked. */
export function quietly(work: (call: ExecuteCall, fields: MessageFields) => void): Handler {
  return (call, fields) => {
    work(call, fields)
    return {}
  }
}

/** The result of one execute message, whose answer is `{"<name>":{"status":"success"}}` if there is no other. */
export function resultOf(name: string, { answer, messages, log }: Handled): ContractResult {
  return {
    messages: messages ?? [],
    log: log ?? [],
    data: paddedAnswer(answer ?? { [name]: { status: 'success' } }),
  }
}

/** Finds the handler of an execute message; throws the parse error that lists all variants when there is none. */
export function handlerOf<T>(
  target: string,
  handlers: Readonly<Record<string, T>>,
  message: JsonValue,
): { name: string; handler: T; fields: MessageFields } {
  const [name, fields] = readVariant(target, message, Object.keys(handlers))
  const handler = handlers[name]
  if (handler === undefined) throw new Error(`no handler of the listed variant ${name}`)
  return { name, handler, fields }
}

/** Logged for the sender alone. */
export function encrypted(key: string, value: string): LogAttribute {
  return { key, value, encrypted: true }
}

/** Logged in the open. */
export function plaintext(key: string, value: string): LogAttribute {
  return { key, value, encrypted: false }
}
