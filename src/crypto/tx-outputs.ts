import { base64 } from '@scure/base'
import { decodeText } from './text'
import { openCiphertext } from './tx-siv'
import { readWire } from './tx-wire'

/** What became of a sealed output: opened, sealed under another key (or not sealed at all), or opened to something unreadable. */
export type Opened =
  | {
      readonly kind: 'decrypted'
      /** Without the spaces that pad it. */
      readonly text: string
      /** Exactly what the contract gave, padding included. */
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'malformed'; readonly reason: string }

const CODE_HASH_LENGTH = 64
const NOT_OURS: Opened = { kind: 'not-ours' }

/** Reads back a sent message (the whole wire): its code hash in lower case and its JSON text without padding; undefined when it is not sealed under this key, or not in the shape of Protocol 1.2. Throws `tx-key/length`. */
export function openInput(
  txKey: Uint8Array,
  wire: Uint8Array,
): { codeHash: string; message: string } | undefined {
  const parts = readWire(wire)
  const plaintext = parts && openCiphertext(txKey, parts.ciphertext)
  const text = plaintext && decodeText(plaintext)
  const codeHash = text?.slice(0, CODE_HASH_LENGTH)
  if (text === undefined || codeHash === undefined || !/^[0-9a-fA-F]{64}$/.test(codeHash)) return undefined
  return { codeHash: codeHash.toLowerCase(), message: withoutPadding(text.slice(CODE_HASH_LENGTH)) }
}

/** Opens the `data` of a message's response or of a query: base64 text inside; empty bytes open to empty text. Throws `tx-key/length`. Protocol 2.1 and 2.2. */
export function openData(txKey: Uint8Array, data: Uint8Array): Opened {
  if (data.length === 0) return { kind: 'decrypted', text: '', bytes: new Uint8Array(0) }
  const plaintext = openCiphertext(txKey, data)
  if (plaintext === undefined) return NOT_OURS
  const inner = decodeBase64(decodeText(plaintext))
  if (inner === undefined) return { kind: 'malformed', reason: 'the answer inside is not base64' }
  return readable(inner)
}

/** Opens one key or value of a log attribute, base64 on the wire; `not-ours` also for one the contract left in plain text. Throws `tx-key/length`. Protocol 2.5. */
export function openAttribute(txKey: Uint8Array, text: string): Opened {
  const ciphertext = decodeBase64(text)
  const plaintext = ciphertext && openCiphertext(txKey, ciphertext)
  return plaintext === undefined ? NOT_OURS : readable(plaintext)
}

/** Opens the base64 that follows `encrypted:` in an error; some chain versions wrap the text in base64 once more. Throws `tx-key/length`. Protocol 2.3. */
export function openError(txKey: Uint8Array, text: string): Opened {
  const opened = openAttribute(txKey, text)
  if (opened.kind !== 'decrypted') return opened
  const inner = decodeBase64(opened.text)
  const innerText = inner && decodeText(inner)
  // A one-word error could be base64 by chance, but hardly that of printable text.
  if (inner === undefined || innerText === undefined || !/^[^\p{Cc}\p{Cn}\p{Co}]{8,}$/u.test(innerText))
    return opened
  return { kind: 'decrypted', text: withoutPadding(innerText), bytes: inner }
}

function readable(bytes: Uint8Array): Opened {
  const text = decodeText(bytes)
  if (text === undefined) return { kind: 'malformed', reason: 'the text inside is not UTF-8' }
  return { kind: 'decrypted', text: withoutPadding(text), bytes }
}

function withoutPadding(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ') end--
  return text.slice(0, end)
}

function decodeBase64(text: string | undefined): Uint8Array | undefined {
  if (text === undefined || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  try {
    return base64.decode(text)
  } catch (error) {
    // What is left to refuse is a last letter whose unused bits are set.
    if (error instanceof Error) return undefined
    throw error
  }
}
