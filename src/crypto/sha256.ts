import { sha256 as hash } from '@noble/hashes/sha2.js'

/** The 32-byte SHA-256 digest of the bytes. FIPS 180-4. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash(bytes)
}
