import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'

/** The salt of every derivation on Secret Network, both for the seed and for each message (Protocol 1.1). */
export const HKDF_SALT = hex.decode('000000000000000000024bead8df69990852c202db0e0097c1a12ea637d7e96d')

const SEED_LENGTH = 32
const SEED_INFO = new TextEncoder().encode('seed')

/** The position of each key in the derivation from the consensus seed (Protocol 1.9). */
const KEY_ORDER = { node: 1, io: 2, stateIkm: 3, callbackSecret: 4 } as const

export interface EnclaveKeys {
  /** X25519 key that messages are encrypted to. */
  readonly io: KeyPair
  /** X25519 key that nodes exchange the seed with. */
  readonly node: KeyPair
  readonly stateIkm: Uint8Array
  readonly callbackSecret: Uint8Array
}

export interface KeyPair {
  readonly secretKey: Uint8Array
  readonly publicKey: Uint8Array
}

/** Derives the enclave's keys from a consensus seed of 32 bytes; throws on any other length. Source: Protocol 1.9. */
export function deriveEnclaveKeys(consensusSeed: Uint8Array): EnclaveKeys {
  if (consensusSeed.length !== SEED_LENGTH) {
    throw new Error(`expected a consensus seed of ${SEED_LENGTH} bytes, got ${consensusSeed.length}`)
  }
  return {
    io: keyPair(deriveKey(consensusSeed, KEY_ORDER.io)),
    node: keyPair(deriveKey(consensusSeed, KEY_ORDER.node)),
    stateIkm: deriveKey(consensusSeed, KEY_ORDER.stateIkm),
    callbackSecret: deriveKey(consensusSeed, KEY_ORDER.callbackSecret),
  }
}

function deriveKey(consensusSeed: Uint8Array, order: number): Uint8Array {
  const ikm = new Uint8Array(SEED_LENGTH + 4)
  ikm.set(consensusSeed)
  new DataView(ikm.buffer).setUint32(SEED_LENGTH, order)
  return hkdf(sha256, ikm, HKDF_SALT, SEED_INFO, 32)
}

function keyPair(secretKey: Uint8Array): KeyPair {
  return { secretKey, publicKey: x25519.getPublicKey(secretKey) }
}
