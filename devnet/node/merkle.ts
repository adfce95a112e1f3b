import { sha256 } from '@noble/hashes/sha2.js'

/** The way from one leaf of a tree to its root (RFC 6962). */
export interface MerkleProof {
  readonly leafHash: Uint8Array
  /** The neighbours to hash with, from the leaf upwards. */
  readonly aunts: readonly Uint8Array[]
}

/** The root over leaves, as CometBFT has it: RFC 6962 with SHA-256; that of no leaves is the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return leafHash(only)
  const split = splitPoint(leaves.length)
  return innerHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** The proof that a leaf is at its place; throws when there is no such leaf. */
export function merkleProof(leaves: readonly Uint8Array[], index: number): MerkleProof {
  const leaf = leaves[index]
  if (leaf === undefined) throw new Error(`there is no leaf ${index} among ${leaves.length}`)
  return { leafHash: leafHash(leaf), aunts: auntsOf(leaves, index) }
}

function auntsOf(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const split = splitPoint(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...auntsOf(left, index), merkleRoot(right)]
    : [...auntsOf(right, index - split), merkleRoot(left)]
}

/** The largest power of two below the length. */
function splitPoint(length: number): number {
  return 2 ** (Math.ceil(Math.log2(length)) - 1)
}

function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(Uint8Array.from([0, ...leaf]))
}

function innerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Uint8Array.from([1, ...left, ...right]))
}
