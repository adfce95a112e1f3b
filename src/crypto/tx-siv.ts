import { checkLength, concatBytes, equalBytes } from './bytes'
import { applyCounter, BLOCK_LENGTH, prepareSiv, sivTag } from './siv'

export const TX_KEY_LENGTH = 32

/** A sealed text before it is put on the wire: 16 bytes of tag, and as many bytes of ciphertext as of plaintext. */
export interface SealedParts {
  readonly tag: Uint8Array
  readonly body: Uint8Array
}

/** Seals under a 32-byte tx key: 16 bytes of tag, then as many bytes as the plaintext. Throws `tx-key/length`. RFC 5297 section 2.6, Protocol 1.1. */
export function sealCiphertext(txKey: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const { tag, body } = sealParts(txKey, plaintext)
  return concatBytes(tag, body)
}

/** As `sealCiphertext`, tag and body still apart. */
export function sealParts(txKey: Uint8Array, plaintext: Uint8Array): SealedParts {
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  const keys = prepareSiv(txKey)
  const tag = sivTag(keys, plaintext)
  return { tag, body: applyCounter(keys, tag, plaintext) }
}

/** Opens tag and ciphertext under a 32-byte tx key; undefined means they were not sealed under it. Throws `tx-key/length`. RFC 5297 section 2.7. */
export function openCiphertext(txKey: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  if (ciphertext.length < BLOCK_LENGTH) return undefined
  const keys = prepareSiv(txKey)
  const tag = ciphertext.subarray(0, BLOCK_LENGTH)
  const plaintext = applyCounter(keys, tag, ciphertext.subarray(BLOCK_LENGTH))
  return equalBytes(sivTag(keys, plaintext), tag) ? plaintext : undefined
}
