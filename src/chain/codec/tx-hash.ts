import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'

/** The hash a TxRaw is known by: SHA-256 as 64 upper-case hex digits. Protocol 4.5. */
export function txHash(txBytes: Uint8Array): string {
  return hex.encode(sha256(txBytes)).toUpperCase()
}
