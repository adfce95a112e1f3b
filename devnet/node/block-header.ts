import { sha256 } from '@noble/hashes/sha2.js'
import type { Block } from './block-log'
import type { Chain } from './chain'
import { merkleRoot } from './merkle'

export const NO_HASH = new Uint8Array(32)

/** The transactions of a block, in order. */
export function transactionsOf(chain: Chain, { txHashes }: Block): Uint8Array[] {
  return txHashes.flatMap((hash) => chain.transactions.find(hash)?.bytes ?? [])
}

/** The Merkle root over the hashes of a block's transactions. */
export function dataHash(chain: Chain, block: Block): Uint8Array {
  return merkleRoot(transactionsOf(chain, block).map((bytes) => sha256(bytes)))
}
