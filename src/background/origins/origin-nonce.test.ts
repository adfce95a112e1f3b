import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveTxSeed } from '../../crypto/index'
import { CHAIN_ID, ENCLAVE, fakeVault, ORIGIN, OTHER_ORIGIN } from '../wallet.fake'
import { createOriginNonce, nonceKey, type Purpose } from './origin-nonce'

const ioPublicKey = ENCLAVE.pair().publicKey
const otherKey = new Uint8Array(32).fill(9)
const seed = deriveTxSeed(fakeVault().key, CHAIN_ID)
const otherSeed = deriveTxSeed(fakeVault(2).key, CHAIN_ID)
const otherChain = deriveTxSeed(fakeVault().key, 'secret-4')
const half = fc.uint8Array({ minLength: 16, maxLength: 16 })

function made(random: Uint8Array, purpose: Purpose = 'transaction'): Uint8Array {
  return createOriginNonce({ seed, ioPublicKey, origin: ORIGIN, purpose }, () => random)
}

describe('nonces of an origin', () => {
  it('I5: are known to the origin, account, chain and network key they were made for, and to no other', () => {
    fc.assert(
      fc.property(half, (random) => {
        const nonce = made(random)
        expect(nonce).toHaveLength(32)
        const ioPublicKeys = [otherKey, ioPublicKey]
        expect(nonceKey({ seed, origin: ORIGIN, ioPublicKeys }, nonce)).toEqual({
          ioPublicKey,
          purpose: 'transaction',
        })
        expect(nonceKey({ seed, origin: OTHER_ORIGIN, ioPublicKeys }, nonce)).toBeUndefined()
        expect(nonceKey({ seed: otherSeed, origin: ORIGIN, ioPublicKeys }, nonce)).toBeUndefined()
        expect(nonceKey({ seed: otherChain, origin: ORIGIN, ioPublicKeys }, nonce)).toBeUndefined()
        expect(nonceKey({ seed, origin: ORIGIN, ioPublicKeys: [otherKey] }, nonce)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })

  it('I5: cannot be made up, not even from another nonce', () => {
    const keys = { seed, origin: ORIGIN, ioPublicKeys: [ioPublicKey] }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(nonceKey(keys, bytes)).toBeUndefined()
      }),
    )
    const nonce = made(new Uint8Array(16).fill(5))
    for (let index = 0; index < 32; index += 1) {
      const changed = nonce.with(index, (nonce[index] ?? 0) ^ 1)
      expect(nonceKey(keys, changed)).toBeUndefined()
    }
    expect(nonceKey(keys, Uint8Array.from([...nonce.subarray(16), ...nonce.subarray(0, 16)]))).toBeUndefined()
  })

  it('differ whenever their random half does', () => {
    fc.assert(
      fc.property(half, half, (one, two) => {
        fc.pre(one.some((byte, index) => byte !== two[index]))
        expect(made(one)).not.toEqual(made(two))
      }),
      { numRuns: 20 },
    )
  })

  it('say whether they were made for a query', () => {
    const random = new Uint8Array(16).fill(5)
    const keys = { seed, origin: ORIGIN, ioPublicKeys: [otherKey, ioPublicKey] }
    expect(nonceKey(keys, made(random, 'query'))).toEqual({ ioPublicKey, purpose: 'query' })
    expect(made(random, 'query')).not.toEqual(made(random))
  })
})
