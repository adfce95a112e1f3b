import { aessiv } from '@noble/ciphers/aes.js'
import { checkLength } from './bytes'

export const SIV_TAG_LENGTH = 16
export const TX_KEY_LENGTH = 32
/** One component that is empty: S2V gives another tag for no component at all. Protocol 1.1. */
const ONE_EMPTY_COMPONENT = new Uint8Array(0)

/** Seals under a 32-byte tx key: 16 bytes of tag, then as many bytes as the plaintext. Throws `tx-key/length`. RFC 5297 section 2.6, Protocol 1.1. */
export function sealCiphertext(txKey: Uint8Array, plaintext: Uint8Array): Uint8Array {
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  return aessiv(txKey, ONE_EMPTY_COMPONENT).encrypt(plaintext)
}

/** Opens tag and ciphertext under a 32-byte tx key; undefined means they were not sealed under it. Throws `tx-key/length`. RFC 5297 section 2.7. */
export function openCiphertext(txKey: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  if (ciphertext.length < SIV_TAG_LENGTH) return undefined
  try {
    return aessiv(txKey, ONE_EMPTY_COMPONENT).decrypt(ciphertext)
  } catch (error) {
    if (error instanceof Error && error.message === 'invalid siv tag') return undefined
    throw error
  }
}
