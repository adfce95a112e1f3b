import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merkleProof, merkleRoot } from './merkle'

/** The leaves and roots of RFC 6962's reference implementation. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the Merkle tree', () => {
  it('has the roots of RFC 6962', () => {
    for (const [count, root] of ROOTS.entries()) {
      expect(hex.encode(merkleRoot(LEAVES.slice(0, count).map((leaf) => hex.decode(leaf))))).toBe(root)
    }
  })

  it('proves every leaf', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (leaves, at) => {
          const index = at % leaves.length
          const { leafHash, aunts } = merkleProof(leaves, index)
          expect(hex.encode(rootFrom(leafHash, aunts, index, leaves.length))).toBe(
            hex.encode(merkleRoot(leaves)),
          )
        },
      ),
    )
    expect(() => merkleProof([], 0)).toThrow('there is no leaf 0 among 0')
  })
})

/** The root as a verifier computes it, from the top down. */
function rootFrom(leaf: Uint8Array, aunts: readonly Uint8Array[], index: number, total: number): Uint8Array {
  const aunt = aunts.at(-1)
  if (aunt === undefined) return leaf
  let split = 1
  while (split * 2 < total) split *= 2
  const rest = aunts.slice(0, -1)
  const [left, right] =
    index < split
      ? [rootFrom(leaf, rest, index, split), aunt]
      : [aunt, rootFrom(leaf, rest, index - split, total - split)]
  return sha256(Uint8Array.from([1, ...left, ...right]))
}
