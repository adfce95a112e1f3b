import { x25519 } from '@noble/curves/ed25519.js'
import { base64, hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../../vectors/tx-encryption.json'
import rfc7748 from '../../vectors/x25519.json'
import { codeOf } from './code-of.fake'
import { checkIoPublicKey } from './io-public-key'
import { deriveTxKey, TxKey } from './tx-agreement'
import { TxSeed } from './tx-seed'

const ioPublicKey = hex.decode(vector.ioPublicKey)
const nonce = hex.decode(vector.nonce)
const userSeed = hex.decode(vector.userSeed)
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

/** The points whose order divides 8, canonical and not, as RFC 7748's security considerations and its authors list them. */
const LOW_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

describe('tx key agreement', () => {
  it('agrees on the published key, from either side', () => {
    const seed = TxSeed.fromBytes(userSeed)
    expect(hex.encode(seed.pair().publicKey)).toBe(vector.userPublicKey)
    expect(hex.encode(seed.sharedSecret(ioPublicKey))).toBe(vector.sharedSecret)
    expect(hex.encode(deriveTxKey(seed, ioPublicKey, nonce).bytes())).toBe(vector.txKey)
    const enclave = TxSeed.fromBytes(hex.decode(vector.ioPrivateKey))
    expect(base64.encode(enclave.pair().publicKey)).toBe(vector.ioPublicKeyBase64)
    expect(hex.encode(deriveTxKey(enclave, seed.pair().publicKey, nonce).bytes())).toBe(vector.txKey)
  })

  it.each(rfc7748.scalarMult)('multiplies as RFC 7748 section 5.2 does: $k', ({ k, u, out }) => {
    expect(hex.encode(TxSeed.fromBytes(hex.decode(k)).sharedSecret(hex.decode(u)))).toBe(out)
  })

  it('takes a key of the network in its one canonical writing only', () => {
    const top = hex.decode(`ec${'ff'.repeat(30)}7f`)
    const setBit = Uint8Array.from(ioPublicKey, (byte, index) => (index === 31 ? byte | 0x80 : byte))
    const secondNine = hex.decode(`f6${'ff'.repeat(30)}7f`)
    expect(checkIoPublicKey(ioPublicKey)).toBe(ioPublicKey)
    expect(checkIoPublicKey(top.map((byte, index) => (index === 0 ? byte - 1 : byte)))).toHaveLength(32)
    for (const bytes of [setBit, secondNine]) {
      expect(codeOf(() => checkIoPublicKey(bytes))).toBe('tx-key/not-canonical')
    }
  })

  it('agrees between any two seeds', () => {
    fc.assert(
      fc.property(key32, key32, key32, (a, b, anyNonce) => {
        const [one, two] = [TxSeed.fromBytes(a), TxSeed.fromBytes(b)]
        const mine = deriveTxKey(one, two.pair().publicKey, anyNonce).bytes()
        expect(deriveTxKey(two, one.pair().publicKey, anyNonce).bytes()).toEqual(mine)
      }),
      { numRuns: 20 },
    )
  })

  it('N65: refuses every low-order key, and the platform agrees that its secret would be zero', () => {
    for (const point of LOW_ORDER) {
      const bytes = hex.decode(point)
      expect([point, codeOf(() => checkIoPublicKey(bytes))]).toEqual([point, 'tx-key/low-order'])
      expect(codeOf(() => TxSeed.fromBytes(userSeed).sharedSecret(bytes))).toBe('tx-key/low-order')
      expect(() => x25519.getSharedSecret(userSeed, bytes)).toThrow()
    }
  })

  it('N65: refuses keys, nonces and seeds of other lengths', () => {
    const seed = TxSeed.fromBytes(userSeed)
    for (const length of [0, 31, 33, 64]) {
      const bytes = new Uint8Array(length).fill(9)
      expect(codeOf(() => checkIoPublicKey(bytes))).toBe('tx-key/length')
      expect(codeOf(() => deriveTxKey(seed, bytes, nonce))).toBe('tx-key/length')
      expect(codeOf(() => deriveTxKey(seed, ioPublicKey, bytes))).toBe('nonce/length')
      expect(codeOf(() => TxSeed.fromBytes(bytes))).toBe('tx-seed/length')
      expect(codeOf(() => TxKey.fromBytes(bytes))).toBe('tx-key/length')
    }
  })

  it('computes the shared secret once for each network key, and forgets only the oldest of many', () => {
    const seed = TxSeed.fromBytes(userSeed)
    const first = seed.sharedSecret(ioPublicKey)
    expect(seed.sharedSecret(Uint8Array.from(ioPublicKey))).toBe(first)
    const others = Array.from({ length: 16 }, (_, index) =>
      x25519.getPublicKey(new Uint8Array(32).fill(index)),
    )
    const [newest] = others.map((key) => seed.sharedSecret(key)).slice(-1)
    expect(seed.sharedSecret(others[15] ?? ioPublicKey)).toBe(newest)
    // The oldest was overwritten, and is computed again.
    expect(first.every((byte) => byte === 0)).toBe(true)
    expect(hex.encode(seed.sharedSecret(ioPublicKey))).toBe(vector.sharedSecret)
  })

  it('remembers the keys of a few messages, and gives each caller a copy', () => {
    const seed = TxSeed.fromBytes(userSeed)
    const secret = seed.messageSecret(ioPublicKey, nonce)
    deriveTxKey(seed, ioPublicKey, nonce).wipe()
    deriveTxKey(seed, ioPublicKey, nonce).bytes().fill(0)
    expect(seed.messageSecret(ioPublicKey, nonce)).toBe(secret)
    expect(hex.encode(secret)).toBe(vector.txKey)
    for (let other = 0; other < 16; other++) seed.messageSecret(ioPublicKey, new Uint8Array(32).fill(other))
    expect(hex.encode(deriveTxKey(seed, ioPublicKey, nonce).bytes())).toBe(vector.txKey)
    seed.wipe()
    expect(codeOf(() => deriveTxKey(seed, ioPublicKey, nonce))).toBe('key/wiped')
  })

  it('I10: seeds and keys print as their class name and are unusable when wiped', () => {
    const seed = TxSeed.fromBytes(userSeed)
    const key = deriveTxKey(seed, ioPublicKey, nonce)
    const secret = seed.sharedSecret(ioPublicKey)
    expect(`${seed} ${key} ${JSON.stringify([seed, key])}`).toBe('TxSeed TxKey ["TxSeed","TxKey"]')
    seed.wipe()
    key.wipe()
    expect(codeOf(() => seed.sharedSecret(ioPublicKey))).toBe('key/wiped')
    expect(codeOf(() => key.bytes())).toBe('key/wiped')
    expect(secret.every((byte) => byte === 0)).toBe(true)
  })
})
