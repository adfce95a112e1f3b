import { checkLength, concatBytes } from './bytes'
import { BLOCK_LENGTH } from './cmac'
import { openSiv, prepareSiv, type SealedParts, type SivKeys, sealSiv } from './siv'

const TX_KEY_LENGTH = 32
/** One component that is empty: S2V gives another tag for no component at all. Protocol 1.1. */
const ONE_EMPTY_COMPONENT = [new Uint8Array(0)]

/** Seals under a 32-byte tx key: 16 bytes of tag, then as many bytes as the plaintext. Throws `tx-key/length`. RFC 5297 section 2.6, Protocol 1.1. */
export function sealCiphertext(txKey: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const { tag, body } = sealParts(txKey, plaintext)
  return concatBytes(tag, body)
}

/** As `sealCiphertext`, tag and body still apart. */
export function sealParts(txKey: Uint8Array, plaintext: Uint8Array): SealedParts {
  return sealSiv(prepareTxKey(txKey), plaintext)
}

/** Opens tag and ciphertext under a 32-byte tx key; undefined means they were not sealed under it. Throws `tx-key/length`. RFC 5297 section 2.7. */
export function openCiphertext(txKey: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  const keys = prepareTxKey(txKey)
  const parts = splitCiphertext(ciphertext)
  return parts && openSiv(keys, parts)
}

/** Throws `tx-key/length`. */
export function prepareTxKey(txKey: Uint8Array): SivKeys {
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  return prepareSiv(txKey, ONE_EMPTY_COMPONENT)
}

/** Undefined when there is not even room for a tag. */
export function splitCiphertext(ciphertext: Uint8Array): SealedParts | undefined {
  if (ciphertext.length < BLOCK_LENGTH) return undefined
  return { tag: ciphertext.subarray(0, BLOCK_LENGTH), body: ciphertext.subarray(BLOCK_LENGTH) }
}
