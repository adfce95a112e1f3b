import { base64 } from '@scure/base'
import { CryptoError } from './crypto-error'
import { checkWellFormed, encodeText } from './text'

/** A value that JSON can hold exactly. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Deep enough for every document a chain knows, too shallow to exhaust the stack. */
const DEEPEST = 64
const ESCAPES: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/**
 * The bytes that an amino signature is made over: keys sorted at every depth, no white space, `<` `>` `&` escaped, UTF-8.
 * Throws `amino/value` for what JSON cannot hold, `amino/depth` beyond 64 levels, `text/surrogate`. Protocol 3.3.
 */
export function encodeAminoJson(value: JsonValue): Uint8Array {
  return encodeText(writeValue(value, 0))
}

/** The document that ADR-36 signs for `data`, so that it can never be a transaction: no chain, no fee, one MsgSignData. */
export function adr36SignDoc(signer: string, data: Uint8Array): JsonObject {
  return {
    account_number: '0',
    chain_id: '',
    fee: { amount: [], gas: '0' },
    memo: '',
    msgs: [{ type: 'sign/MsgSignData', value: { data: base64.encode(data), signer } }],
    sequence: '0',
  }
}

function writeValue(value: JsonValue, depth: number): string {
  if (depth > DEEPEST) {
    throw new CryptoError('amino/depth', `This document is nested deeper than ${DEEPEST} levels.`)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return writeNumber(value)
  if (isList(value)) return `[${Array.from(value, (item) => writeValue(item, depth + 1)).join(',')}]`
  if (typeof value === 'object') return writeObject(value, depth)
  throw new CryptoError('amino/value', `This document holds a value that is not JSON: ${typeof value}.`)
}

function writeObject(object: JsonObject, depth: number): string {
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, value]) => `${writeString(key)}:${writeValue(value, depth + 1)}`).join(',')}}`
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new CryptoError('amino/value', 'This document holds a number that JSON cannot hold.')
  }
  return JSON.stringify(value)
}

function writeString(text: string): string {
  checkWellFormed(text)
  return JSON.stringify(text).replace(/[<>&]/g, (character) => ESCAPES[character] ?? character)
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}
