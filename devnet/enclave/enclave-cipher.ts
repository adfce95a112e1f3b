import { fromBase64, toBase64 } from '../codec/base64'
import { AesSiv } from './aes-siv'
import type { KeyPair } from './enclave-keys'
import { agreeTxKey } from './key-agreement'

const KEY_LENGTH = 32
const CODE_HASH_LENGTH = 64
/** Shorter inputs are never taken for an encrypted message (Protocol 1.2). */
const MIN_WIRE_LENGTH = 82

/** A tag alone, as base64. */
const SHORTEST_SEALED = 24

/** How the outputs of one message travel: sealed to its sender, or in the open when the input was not encrypted. */
export interface Channel {
  readonly kind: 'sealed' | 'plain'
  /** Bytes as they appear on chain. */
  seal(plaintext: Uint8Array): Uint8Array
  /** Text as it appears in a log attribute or an error. */
  sealText(text: string): string
  /** What `sealText` sealed; undefined for text that it did not. */
  openText(text: string): string | undefined
}

export type OpenedInput =
  | {
      readonly kind: 'encrypted'
      readonly codeHash: string
      /** JSON, if the sender kept to the rules. */
      readonly message: Uint8Array
      readonly channel: Channel
    }
  | { readonly kind: 'plaintext' }

export const PLAIN_CHANNEL: Channel = {
  kind: 'plain',
  seal: (plaintext) => plaintext,
  sealText: (text) => text,
  openText: (text) => text,
}

/**
 * Opens a message with the enclave's IO key: nonce, sender's public key, then AES-SIV over code hash and JSON.
 * Anything that is not such a message for this key is `plaintext`: what that means is the caller's rule (Protocol 1.2).
 */
export function openInput(ioKey: KeyPair, wire: Uint8Array): OpenedInput {
  if (wire.length < MIN_WIRE_LENGTH) return { kind: 'plaintext' }
  const txKey = agreeTxKey(ioKey, wire.subarray(KEY_LENGTH, 2 * KEY_LENGTH), wire.subarray(0, KEY_LENGTH))
  const cipher = txKey && new AesSiv(txKey)
  const plaintext = cipher?.open(wire.subarray(2 * KEY_LENGTH))
  if (!cipher || !plaintext || plaintext.length < CODE_HASH_LENGTH) return { kind: 'plaintext' }
  return {
    kind: 'encrypted',
    codeHash: new TextDecoder().decode(plaintext.subarray(0, CODE_HASH_LENGTH)).toLowerCase(),
    message: plaintext.subarray(CODE_HASH_LENGTH),
    channel: sealedChannel(cipher),
  }
}

function sealedChannel(cipher: AesSiv): Channel {
  return {
    kind: 'sealed',
    seal: (plaintext) => cipher.seal(plaintext),
    sealText: (text) => toBase64(cipher.seal(new TextEncoder().encode(text))),
    openText(text) {
      const sealed = text.length < SHORTEST_SEALED ? undefined : fromBase64(text)
      const plaintext = sealed && cipher.open(sealed)
      return plaintext && new TextDecoder().decode(plaintext)
    },
  }
}
