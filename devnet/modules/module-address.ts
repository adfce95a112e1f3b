import { sha256 } from '@noble/hashes/sha2.js'
import { type Address, addressFromBytes } from '../../src/domain/index'

/** The address of a chain module's own account: the first 20 bytes of SHA-256 over its name (Protocol 3.6). */
export function moduleAddress(name: string): Address {
  return addressFromBytes(sha256(new TextEncoder().encode(name)).slice(0, 20))
}

export const FEE_COLLECTOR = moduleAddress('fee_collector')
/** The authority of messages that only a passed proposal may send (Protocol 3.6). */
export const GOV = moduleAddress('gov')
