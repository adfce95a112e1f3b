import { secp256k1 } from '@noble/curves/secp256k1.js'
import { base64, bech32, hex } from '@scure/base'
import { HDKey } from '@scure/bip32'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import vectors from '../../vectors/accounts.json'
import { pathText } from './account-path'
import { codeOf } from './code-of.fake'
import { Mnemonic } from './mnemonic'
import { sha256 } from './sha256'
import { accountBytesOf, SigningKey, verifySignature } from './signing-key'

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

function bytesOf(value: bigint): Uint8Array {
  return hex.decode(value.toString(16).padStart(64, '0'))
}

function addressOf(key: SigningKey): string {
  return bech32.encode('secret', bech32.toWords(key.accountBytes()))
}

const anyKey = fc.bigInt({ min: 1n, max: ORDER - 1n }).map((value) => SigningKey.fromBytes(bytesOf(value)))

describe('signing key', () => {
  it('derives the published accounts on both coin types', async () => {
    for (const account of vectors.accounts) {
      const seed = await Mnemonic.fromText(account.mnemonic).seed()
      const own = SigningKey.fromSeed(seed, { coinType: 529, account: 0, change: 0, index: 0 })
      expect(addressOf(own)).toBe(account.address529)
      if (account.address118 !== undefined) {
        expect(addressOf(SigningKey.fromSeed(seed, { coinType: 118, account: 0, change: 0, index: 0 }))).toBe(
          account.address118,
        )
      }
      if (account.publicKey !== undefined) expect(hex.encode(own.publicKey())).toBe(account.publicKey)
      if (account.privateKey !== undefined) {
        expect(SigningKey.fromBytes(hex.decode(account.privateKey)).publicKey()).toEqual(own.publicKey())
      }
    }
  })

  it('gives every account number a key of its own', async () => {
    const seed = new Uint8Array(64).fill(1)
    const addresses = [0, 1, 2, 0x7fff_ffff].map((index) =>
      addressOf(SigningKey.fromSeed(seed, { coinType: 529, account: 0, change: 0, index })),
    )
    expect(new Set(addresses).size).toBe(4)
  })

  it('derives many at once as it does one by one, each step of the path with its own', () => {
    const seed = new Uint8Array(64).fill(2)
    const paths = [0, 1, 2].flatMap((step) => [
      { coinType: 529, account: step, change: 0, index: 3 } as const,
      { coinType: 118, account: 0, change: step, index: 4 } as const,
      { coinType: 529, account: 0, change: 0, index: step } as const,
    ])
    const many = SigningKey.manyFromSeed(seed, paths).map(addressOf)
    expect(many).toEqual(paths.map((path) => addressOf(SigningKey.fromSeed(seed, path))))
    expect(many[0]).not.toBe(many[3])
    expect(pathText({ coinType: 118, account: 1, change: 2, index: 3 })).toBe("m/44'/118'/1'/2/3")
    const root = HDKey.fromMasterSeed(seed)
    for (const [at, path] of paths.entries()) {
      const { publicKey } = root.derive(pathText(path))
      expect(SigningKey.manyFromSeed(seed, paths)[at]?.publicKey()).toEqual(publicKey)
    }
  })

  it('I117: derives any path as another implementation of BIP-32 does', () => {
    const step = fc.oneof(fc.constantFrom(0, 1, 0x7fff_ffff), fc.integer({ min: 0, max: 0x7fff_ffff }))
    const coinType = fc.constantFrom(529, 118)
    const anyPath = fc.record({ coinType, account: step, change: step, index: step })
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 64 }), anyPath, (seed, path) => {
        const node = HDKey.fromMasterSeed(seed).derive(pathText(path))
        const key = SigningKey.fromSeed(seed, path)
        expect(key.publicKey()).toEqual(node.publicKey)
        expect(key.use((bytes) => Uint8Array.from(bytes))).toEqual(node.privateKey)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves nothing of the keys above an account, nor of its own in another place', () => {
    const made: HDKey[] = []
    const derive = HDKey.prototype.deriveChild
    const watch = vi.spyOn(HDKey.prototype, 'deriveChild').mockImplementation(function (this: HDKey, index) {
      const node = derive.call(this, index)
      made.push(this, node)
      return node
    })
    const path = { coinType: 529, account: 0, change: 0, index: 0 } as const
    const [key] = SigningKey.manyFromSeed(new Uint8Array(64).fill(2), [path, { ...path, account: 1 }])
    watch.mockRestore()
    expect(new Set(made).size).toBe(1 + 2 + 2 * 3)
    expect(made.filter((node) => node.privateKey !== null)).toEqual([])
    expect(key?.signDigest(new Uint8Array(32))).toHaveLength(64)
  })

  it('I117: refuses paths that are hardened, negative or not whole, and seeds of another length', () => {
    const seed = new Uint8Array(64)
    for (const index of [-1, 0x8000_0000, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const step of ['account', 'change', 'index'] as const) {
        const path = { coinType: 529, account: 0, change: 0, index: 0, [step]: index } as const
        expect(codeOf(() => SigningKey.fromSeed(seed, path))).toBe('key/path')
        expect(codeOf(() => pathText(path))).toBe('key/path')
      }
    }
    for (const length of [0, 15, 65]) {
      expect(
        codeOf(() =>
          SigningKey.fromSeed(new Uint8Array(length), { coinType: 529, account: 0, change: 0, index: 0 }),
        ),
      ).toBe('bytes/length')
    }
  })

  it('I116: refuses private keys 0, n, n + 1 and other lengths', () => {
    for (const value of [0n, ORDER, ORDER + 1n]) {
      expect(codeOf(() => SigningKey.fromBytes(bytesOf(value)))).toBe('key/range')
    }
    for (const length of [0, 31, 33]) {
      expect(codeOf(() => SigningKey.fromBytes(new Uint8Array(length)))).toBe('bytes/length')
    }
    expect(SigningKey.fromBytes(bytesOf(ORDER - 1n)).publicKey()).toHaveLength(33)
  })

  it('signs what it verifies, always with low s and always the same', () => {
    fc.assert(
      fc.property(anyKey, fc.uint8Array({ minLength: 32, maxLength: 32 }), (key, digest) => {
        const signature = key.signDigest(digest)
        expect(signature).toHaveLength(64)
        expect(key.signDigest(digest)).toEqual(signature)
        expect(BigInt(`0x${hex.encode(signature.subarray(32))}`) <= ORDER / 2n).toBe(true)
        expect(verifySignature(key.publicKey(), digest, signature)).toBe(true)
        const other = Uint8Array.from(digest)
        other[0] = (other[0] ?? 0) ^ 1
        expect(verifySignature(key.publicKey(), other, signature)).toBe(false)
      }),
      { numRuns: 25 },
    )
  })

  it('does not verify high s, and takes keys or signatures of other shapes for wrong', () => {
    const key = SigningKey.fromBytes(new Uint8Array(32).fill(3))
    const digest = sha256(new Uint8Array(0))
    const signature = key.signDigest(digest)
    const s = BigInt(`0x${hex.encode(signature.subarray(32))}`)
    const high = Uint8Array.from([...signature.subarray(0, 32), ...bytesOf(ORDER - s)])
    expect(secp256k1.verify(high, digest, key.publicKey(), { prehash: false, lowS: false })).toBe(true)
    expect(verifySignature(key.publicKey(), digest, high)).toBe(false)
    expect(verifySignature(new Uint8Array(33), digest, signature)).toBe(false)
    expect(verifySignature(key.publicKey().subarray(1), digest, signature)).toBe(false)
    expect(verifySignature(key.publicKey(), digest.subarray(1), signature)).toBe(false)
    expect(verifySignature(key.publicKey(), digest, signature.subarray(1))).toBe(false)
    expect(verifySignature(key.publicKey(), digest, new Uint8Array(64))).toBe(false)
  })

  it('refuses digests and public keys of other lengths', () => {
    const key = SigningKey.fromBytes(new Uint8Array(32).fill(3))
    expect(codeOf(() => key.signDigest(new Uint8Array(31)))).toBe('digest/length')
    expect(codeOf(() => accountBytesOf(new Uint8Array(32)))).toBe('bytes/length')
  })

  it('I10: prints as its class name and forgets everything when wiped', () => {
    const bytes = new Uint8Array(32).fill(3)
    const key = SigningKey.fromBytes(bytes)
    const shown = `${key} ${JSON.stringify({ key })} ${Object.keys(key).join()}`
    expect(shown).toBe('SigningKey {"key":"SigningKey"} ')
    key.wipe()
    expect(codeOf(() => key.signDigest(new Uint8Array(32)))).toBe('key/wiped')
    expect(codeOf(() => key.deriveBytes({ label: 'a', context: 'b', length: 32 }))).toBe('key/wiped')
    expect(bytes).toEqual(new Uint8Array(32).fill(3))
  })

  it('derives other bytes for another label or context', () => {
    const key = SigningKey.fromBytes(new Uint8Array(32).fill(3))
    const derived = [
      key.deriveBytes({ label: 'a', context: 'b', length: 32 }),
      key.deriveBytes({ label: 'a', context: 'c', length: 32 }),
      key.deriveBytes({ label: 'b', context: 'b', length: 32 }),
    ].map((bytes) => base64.encode(bytes))
    expect(new Set(derived).size).toBe(3)
  })
})
