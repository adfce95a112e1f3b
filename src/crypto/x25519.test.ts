import { x25519 as library } from '@noble/curves/ed25519.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { x25519 } from './x25519'

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('the Montgomery ladder', () => {
  it('gives the public keys and secrets of the way over the Edwards curve, for any scalar and any writing of a point', () => {
    fc.assert(
      fc.property(key32, key32, (scalar, point) => {
        expect(x25519.getPublicKey(scalar)).toEqual(library.getPublicKey(scalar))
        expect(x25519.getSharedSecret(scalar, point)).toEqual(library.getSharedSecret(scalar, point))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the bytes of the scalar as they were', () => {
    const scalar = new Uint8Array(32).fill(0xff)
    x25519.getPublicKey(scalar)
    expect(scalar).toEqual(new Uint8Array(32).fill(0xff))
  })
})
