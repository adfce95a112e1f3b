/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array

/** Takes bytes from the platform's generator, the wallet's only source of randomness. */
export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

export const NONCE_LENGTH = 32
const NONCES_AT_ONCE = 32
let batch = new Uint8Array(0)

/** Gives 32 bytes for a message's nonce, which is public: only for those may a batch of random bytes lie in memory. */
export function freshNonce(): Uint8Array {
  if (batch.length === 0) batch = crypto.getRandomValues(new Uint8Array(NONCES_AT_ONCE * NONCE_LENGTH))
  const nonce = batch.slice(0, NONCE_LENGTH)
  batch = batch.subarray(NONCE_LENGTH)
  return nonce
}
