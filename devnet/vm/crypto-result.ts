/** What the host's cryptography answers to a contract, as CosmWasm numbers it (Protocol 12.3). */
export const CRYPTO_RESULT = {
  valid: 0,
  invalid: 1,
  hashFormat: 3,
  signatureFormat: 4,
  publicKeyFormat: 5,
  batchLengths: 7,
  generic: 10,
  secretKeyFormat: 1000,
} as const

/** An error in the upper half of the 64-bit answer of functions that otherwise return a region. */
export function cryptoError(code: number): bigint {
  return BigInt(code) << 32n
}

/** A region in the lower half. */
export function cryptoRegion(pointer: number): bigint {
  return BigInt(pointer >>> 0)
}
