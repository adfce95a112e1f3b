import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { aessiv } from '@noble/ciphers/aes.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import { HKDF_SALT, type KeyPair } from './enclave-keys'

const KEY_LENGTH = 32
const CODE_HASH_LENGTH = 64
/** Shorter inputs are never taken for an encrypted message (Protocol 1.2). */
const MIN_WIRE_LENGTH = 82
/** What stands before the 32 bytes of an X25519 key in its DER forms (RFC 8410). */
const PRIVATE_KEY_INFO = hex.decode('302e020100300506032b656e04220420')
const PUBLIC_KEY_INFO = hex.decode('302a300506032b656e032100')

const privateKeys = new WeakMap<KeyPair, KeyObject>()
const KEPT_AGREEMENTS = 1_000
const agreed = new Map<string, Uint8Array>()

/** A tag alone, as base64. */
const SHORTEST_SEALED = 24
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
/** The associated data is one component, and that component is empty (Protocol 1.1). */
const ASSOCIATED_DATA = new Uint8Array()

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
      readonly message: string
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
  const plaintext = txKey && open(txKey, wire.subarray(2 * KEY_LENGTH))
  if (!txKey || !plaintext || plaintext.length < CODE_HASH_LENGTH) return { kind: 'plaintext' }
  const text = new TextDecoder().decode(plaintext)
  return {
    kind: 'encrypted',
    codeHash: text.slice(0, CODE_HASH_LENGTH).toLowerCase(),
    message: text.slice(CODE_HASH_LENGTH),
    channel: sealedChannel(txKey),
  }
}

function sealedChannel(txKey: Uint8Array): Channel {
  const seal = (plaintext: Uint8Array): Uint8Array => aessiv(txKey, ASSOCIATED_DATA).encrypt(plaintext)
  return {
    kind: 'sealed',
    seal,
    sealText: (text) => base64.encode(seal(new TextEncoder().encode(text))),
    openText(text) {
      if (text.length < SHORTEST_SEALED || !BASE64.test(text)) return undefined
      const plaintext = open(txKey, base64.decode(text))
      return plaintext && new TextDecoder().decode(plaintext)
    },
  }
}

function agreeTxKey(ioKey: KeyPair, publicKey: Uint8Array, nonce: Uint8Array): Uint8Array | undefined {
  try {
    const shared = agree(ioKey, publicKey)
    const ikm = new Uint8Array(2 * KEY_LENGTH)
    ikm.set(shared)
    ikm.set(nonce, KEY_LENGTH)
    return hkdf(sha256, ikm, HKDF_SALT, undefined, KEY_LENGTH)
  } catch {
    // Low-order public keys are refused by OpenSSL: such bytes are not a message to this enclave.
    return undefined
  }
}

/** A client uses one key for all its messages, so what was agreed with the last ones is kept. */
function agree(ioKey: KeyPair, publicKey: Uint8Array): Uint8Array {
  const name = `${hex.encode(ioKey.publicKey)}${hex.encode(publicKey)}`
  const known = agreed.get(name)
  if (known !== undefined) return known
  const shared = diffieHellman({ privateKey: privateKeyOf(ioKey), publicKey: toPublicKey(publicKey) })
  if (agreed.size >= KEPT_AGREEMENTS) agreed.clear()
  agreed.set(name, shared)
  return shared
}

/** OpenSSL's X25519 takes a twentieth of the time that JavaScript does, and every message and query needs one. */
function privateKeyOf(ioKey: KeyPair): KeyObject {
  const known = privateKeys.get(ioKey)
  if (known !== undefined) return known
  const der = Buffer.concat([PRIVATE_KEY_INFO, ioKey.secretKey])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  privateKeys.set(ioKey, key)
  return key
}

function toPublicKey(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_KEY_INFO, publicKey]), format: 'der', type: 'spki' })
}

function open(txKey: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  try {
    return aessiv(txKey, ASSOCIATED_DATA).decrypt(ciphertext)
  } catch {
    // A wrong tag is the ordinary sign of bytes that were not encrypted to this key.
    return undefined
  }
}
