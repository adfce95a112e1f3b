import { concatBytes } from './bytes'

/** An encrypted message as it travels: the two halves of its key, then tag and ciphertext. */
export interface TxWire {
  /** 32 bytes, fresh for each message. */
  readonly nonce: Uint8Array
  /** The sender's X25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** 16 bytes of SIV tag, then the ciphertext. */
  readonly ciphertext: Uint8Array
}

const NONCE_END = 32
const PUBLIC_KEY_END = 64
const SHORTEST_WIRE = 82

/** Splits a message into nonce, public key and ciphertext; undefined below 82 bytes, which the chain runs as plaintext. Protocol 1.2. */
export function readWire(wire: Uint8Array): TxWire | undefined {
  if (wire.length < SHORTEST_WIRE) return undefined
  return {
    nonce: wire.subarray(0, NONCE_END),
    publicKey: wire.subarray(NONCE_END, PUBLIC_KEY_END),
    ciphertext: wire.subarray(PUBLIC_KEY_END),
  }
}

/** Joins nonce (32 bytes), public key (32 bytes) and ciphertext into the message as it travels. Protocol 1.2. */
export function writeWire({ nonce, publicKey, ciphertext }: TxWire): Uint8Array {
  return concatBytes(nonce, publicKey, ciphertext)
}
