import { base64, utf8 } from '@scure/base'
import {
  type Opened,
  openAttribute,
  openCiphertext,
  openData,
  openError,
  openInput,
  readWire,
} from '../crypto/tx-cipher'
import type { ChainMessage } from './codec/chain-message'
import { errorWords, findError } from './contract-error'
import { rejectionWords } from './rejection'
import type { TxResult } from './tx-result'

/** A text that may have been sealed. `not-ours` keeps nothing readable; `plaintext` was public all along. */
export type Reading = Opened | { readonly kind: 'plaintext'; readonly text: string }

/** The message that was sent, read back. */
export type InputReading =
  | { readonly kind: 'decrypted'; readonly codeHash: string; readonly message: string }
  | { readonly kind: 'plaintext'; readonly text: string }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'malformed'; readonly reason: string }

/** A key or value of a log attribute: opened, or kept as it stands on the chain and marked so. */
export interface AttributeText {
  readonly kind: Reading['kind']
  readonly text: string
}

export interface AttributeReading {
  /** `wasm`, or `wasm-` and the contract's own name for the event. */
  readonly type: string
  /** The contract that wrote it. */
  readonly contract: string | undefined
  readonly key: AttributeText
  readonly value: AttributeText
}

/** Why a transaction failed: the sealed reason if it has one, and words that are always fit to show. */
export interface ErrorReading {
  readonly reading: Reading
  readonly words: string
}

/** Everything that came of one message. Members are undefined where the chain has nothing. */
export interface Outputs {
  readonly input: InputReading | undefined
  readonly data: Reading | undefined
  readonly attributes: readonly AttributeReading[]
  /** Undefined on success, and for a message other than the one that failed. */
  readonly error: ErrorReading | undefined
}

/** What a contract that ran in plain text said, or the enclave itself. */
const PLAIN_ERROR =
  /message index: \d{1,4}: (?:dispatch: submessages: )*(.+): (?:instantiate|execute|migrate|reply to) contract failed/

/** Opens what came of message `messageIndex` with its tx key (32 bytes). Never throws for what the chain holds. Protocol 2. */
export function readOutputs(tx: TxResult, messageIndex: number, txKey: Uint8Array): Outputs {
  const input = readInput(tx.messages[messageIndex], txKey)
  const data = tx.responses[messageIndex]?.data
  return {
    input,
    data: data === undefined || data.length === 0 ? undefined : readData(data, txKey),
    attributes: readAttributes(tx, messageIndex, txKey),
    error: readError(tx, messageIndex, txKey),
  }
}

/** Reads back the sent message of a contract call; undefined for messages that hold none. Protocol 2.6. */
export function readInput(message: ChainMessage | undefined, txKey: Uint8Array): InputReading | undefined {
  if (message === undefined || !('wire' in message)) return undefined
  const opened = openInput(txKey, message.wire)
  if (opened !== undefined) return { kind: 'decrypted', ...opened }
  const parts = readWire(message.wire)
  if (parts !== undefined && openCiphertext(txKey, parts.ciphertext) !== undefined) {
    return { kind: 'malformed', reason: 'it does not start with a code hash' }
  }
  const text = jsonText(message.wire)
  return text === undefined ? { kind: 'not-ours' } : { kind: 'plaintext', text }
}

function readData(data: Uint8Array, txKey: Uint8Array): Reading {
  const opened = openData(txKey, data)
  if (opened.kind !== 'not-ours') return opened
  // A message that ran in plain text answers with base64 text, or with the bytes themselves.
  const text = printable(data)
  if (text === undefined) return opened
  const inner = unwrap(text)
  return { kind: 'plaintext', text: (inner ?? text).trimEnd() }
}

function readAttributes(tx: TxResult, messageIndex: number, txKey: Uint8Array): AttributeReading[] {
  return tx.events
    .filter(({ type, messageIndex: index }) => index === messageIndex && /^wasm(-|$)/.test(type))
    .flatMap(({ type, attributes }) => {
      // Older chains put the events of several contracts into one, each part headed by its contract's address.
      let contract: string | undefined
      return attributes.flatMap(({ key, value }) => {
        if (key === 'contract_address' || key === '_contract_address') {
          contract = value
          return []
        }
        return [{ type, contract, key: readText(key, txKey), value: readText(value, txKey) }]
      })
    })
}

function readText(written: string, txKey: Uint8Array): AttributeText {
  const opened = openAttribute(txKey, written)
  if (opened.kind === 'decrypted') return { kind: 'decrypted', text: opened.text }
  if (opened.kind === 'malformed') return { kind: 'malformed', text: written }
  return { kind: looksSealed(written) ? 'not-ours' : 'plaintext', text: written }
}

function readError(tx: TxResult, messageIndex: number, txKey: Uint8Array): ErrorReading | undefined {
  if (tx.code === 0) return undefined
  const { messageIndex: failed, sealed } = findError(tx.rawLog)
  if (failed !== undefined && failed !== messageIndex) return undefined
  const words = rejectionWords(tx)
  if (sealed === undefined) {
    const said = PLAIN_ERROR.exec(tx.rawLog)?.[1]
    const reading = { kind: 'plaintext', text: tx.rawLog } as const
    return { reading, words: said === undefined ? words : errorWords(said) }
  }
  const reading = openError(txKey, sealed)
  return { reading, words: reading.kind === 'decrypted' ? errorWords(reading.text) : words }
}

/** Base64 of at least a SIV tag and a byte, whose bytes are no text: a sealed attribute of somebody else. */
function looksSealed(text: string): boolean {
  const bytes = /^[A-Za-z0-9+/]{20,}={0,2}$/.test(text) ? decode(text) : undefined
  return bytes !== undefined && bytes.length > 16 && printable(bytes) === undefined
}

function unwrap(text: string): string | undefined {
  const bytes = decode(text)
  return bytes === undefined || bytes.length === 0 ? undefined : printable(bytes)
}

function jsonText(bytes: Uint8Array): string | undefined {
  const text = printable(bytes)?.trim()
  return text?.startsWith('{') && text.endsWith('}') ? text : undefined
}

/** The bytes as text, if they are UTF-8 without control characters other than white space. */
function printable(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.encode(bytes)
    return /[^\P{Cc}\s]/u.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function decode(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
