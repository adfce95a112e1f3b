import { base64, utf8 } from '@scure/base'
import { type Opened, openAttribute, openData, openError, openInput, readWire } from '../../crypto/tx-cipher'
import type { EntryMessage } from '../../messages/popup'

/** What became of one sealed part; `plaintext` was never sealed and everybody can read it. */
export type Part = Opened | { readonly kind: 'plaintext'; readonly text: string }

export interface OpenedAttribute {
  readonly type: string
  readonly key: Part
  readonly value: Part
}

export interface OpenedMessage {
  readonly input: Part | undefined
  readonly codeHash: string | undefined
  readonly data: Part | undefined
  readonly attributes: readonly OpenedAttribute[]
  readonly error: Part | undefined
}

const SHORTEST_CIPHERTEXT = 16

/** Opens everything of one message with its tx key (32 bytes); each part says for itself what it turned out to be. */
export function openMessage(message: EntryMessage, txKey: Uint8Array): OpenedMessage {
  const { wire, data, attributes, error } = message
  const input = wire === undefined ? undefined : openWire(wire, txKey)
  return {
    input: input?.part,
    codeHash: input?.codeHash,
    data: data === undefined ? undefined : openAnswer(data, txKey, input?.part.kind === 'plaintext'),
    attributes: attributes.map(({ type, key, value }) => ({
      type,
      key: openLog(key, txKey),
      value: openLog(value, txKey),
    })),
    error: error === undefined ? undefined : openError(txKey, error),
  }
}

function openWire(wire: string, txKey: Uint8Array): { part: Part; codeHash?: string } {
  const bytes = decode(wire)
  if (bytes === undefined) return { part: { kind: 'malformed', reason: 'the message is not base64' } }
  const opened = openInput(txKey, bytes)
  if (opened !== undefined) {
    const { message, codeHash } = opened
    return { part: { kind: 'decrypted', text: message, bytes: utf8.decode(message) }, codeHash }
  }
  const text = plainText(bytes)
  const plain = text !== undefined && (readWire(bytes) === undefined || text.startsWith('{'))
  return { part: plain ? { kind: 'plaintext', text } : { kind: 'not-ours' } }
}

/** The answer to a message in the open comes in the open too, as base64 text or as it is. */
function openAnswer(data: string, txKey: Uint8Array, inTheOpen: boolean): Part {
  const bytes = decode(data)
  if (bytes === undefined) return { kind: 'malformed', reason: 'the answer is not base64' }
  const opened = openData(txKey, bytes)
  if (opened.kind !== 'not-ours' || !inTheOpen) return opened
  const text = plainText(bytes)
  if (text === undefined) return opened
  const inner = decode(text)
  return { kind: 'plaintext', text: (inner && plainText(inner)) ?? text }
}

/** A contract may leave attributes in the open: what cannot be a ciphertext was none. */
function openLog(text: string, txKey: Uint8Array): Part {
  const opened = openAttribute(txKey, text)
  if (opened.kind !== 'not-ours') return opened
  const bytes = decode(text)
  const couldBeSealed = bytes !== undefined && bytes.length >= SHORTEST_CIPHERTEXT
  return couldBeSealed ? opened : { kind: 'plaintext', text }
}

function decode(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text)
  } catch (error) {
    // Not base64, or base64 that no encoder writes.
    if (error instanceof Error) return undefined
    throw error
  }
}

function plainText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
