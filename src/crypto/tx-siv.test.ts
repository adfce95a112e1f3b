import { aessiv, cmac as otherCmac } from '@noble/ciphers/aes.js'
import { hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encryptAesBlock, expandAesKey } from './aes'
import { cmac, prepareCmac } from './cmac'
import { codeOf, codeOfAsync } from './code-of.fake'
import { openSiv, prepareSiv, sealSiv } from './siv'
import { openCiphertext, sealCiphertext } from './tx-siv'
import { openCiphertextOffThread, sealCiphertextOffThread } from './tx-siv-off-thread'

const bytesOfLength = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length })
const key32 = bytesOfLength(32)
const anyText = fc.uint8Array({ maxLength: 100 })

function encryptedBlock(key: string): string {
  const block = Int32Array.of(0x00112233, 0x44556677, 0x8899aabb, 0xccddeeff)
  encryptAesBlock(expandAesKey(hex.decode(key)), block)
  return [...block].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

describe('AES', () => {
  it('encrypts the examples of FIPS 197 appendix C', () => {
    const key = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
    expect(encryptedBlock(key.slice(0, 32))).toBe('69c4e0d86a7b0430d8cdb78070b4c55a')
    expect(encryptedBlock(key.slice(0, 48))).toBe('dda97ca4864cdfe06eaf70a0ec0d7191')
    expect(encryptedBlock(key)).toBe('8ea2b7ca516745bfeafc49904b496089')
  })

  it('refuses keys of other lengths', () => {
    for (const length of [0, 15, 17, 20, 33]) {
      expect(codeOf(() => expandAesKey(new Uint8Array(length)))).toBe('bytes/length')
    }
  })

  it('authenticates as an independent CMAC does, at every key size and length', () => {
    const keys = fc.constantFrom(16, 24, 32).chain(bytesOfLength)
    fc.assert(
      fc.property(keys, anyText, (key, message) => {
        expect(cmac(prepareCmac(key), message)).toEqual(otherCmac(message, key))
      }),
      { numRuns: 300 },
    )
  })
})

describe('AES-SIV', () => {
  it('seals byte for byte as an independent implementation, for any key size and associated data', () => {
    const keys = fc.constantFrom(32, 48, 64).chain(bytesOfLength)
    fc.assert(
      fc.property(keys, fc.array(anyText, { maxLength: 4 }), anyText, (key, components, plaintext) => {
        const siv = prepareSiv(key, components)
        const parts = sealSiv(siv, plaintext)
        const expected = aessiv(key, ...components).encrypt(plaintext)
        expect(Uint8Array.from([...parts.tag, ...parts.body])).toEqual(expected)
        expect(openSiv(siv, parts)).toEqual(plaintext)
      }),
      { numRuns: 300 },
    )
  })
})

describe('tx cipher', () => {
  it('opens what it sealed, and seals with exactly one empty component', () => {
    fc.assert(
      fc.property(key32, fc.uint8Array({ maxLength: 600 }), (key, plaintext) => {
        const sealed = sealCiphertext(key, plaintext)
        expect(sealed).toEqual(aessiv(key, new Uint8Array(0)).encrypt(plaintext))
        expect(openCiphertext(key, sealed)).toEqual(plaintext)
      }),
      { numRuns: 300 },
    )
  })

  it('does the same with the platform, on either side of the length where it takes over', async () => {
    const key = new Uint8Array(32).map((_, index) => index * 7)
    for (const length of [0, 15, 16, 8175, 8176, 8191, 8192, 8193, 65_535, 65_536, 70_001]) {
      const plaintext = new Uint8Array(length).map((_, index) => index * 31 + (index >> 8))
      const sealed = sealCiphertext(key, plaintext)
      expect(hex.encode(await sealCiphertextOffThread(key, plaintext))).toBe(hex.encode(sealed))
      const opened = await openCiphertextOffThread(key, sealed)
      expect(opened && hex.encode(opened)).toBe(hex.encode(plaintext))
      const changed = Uint8Array.from(sealed)
      changed[length] = (changed[length] ?? 0) ^ 1
      expect(await openCiphertextOffThread(key, changed)).toBeUndefined()
    }
  })

  it('takes any views into larger buffers', async () => {
    const buffer = new Uint8Array(20_000).map((_, index) => index)
    const [key, plaintext] = [buffer.subarray(3, 35), buffer.subarray(41, 19_001)]
    const sealed = sealCiphertext(Uint8Array.from(key), Uint8Array.from(plaintext))
    expect(hex.encode(sealCiphertext(key, plaintext))).toBe(hex.encode(sealed))
    expect(hex.encode(await sealCiphertextOffThread(key, plaintext))).toBe(hex.encode(sealed))
  })

  it('N68: does not open what was changed, cut short or sealed under another authentication key', () => {
    fc.assert(
      fc.property(
        key32,
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (key, plaintext, place, flip) => {
          const sealed = sealCiphertext(key, plaintext)
          const changed = Uint8Array.from(sealed)
          const index = place % changed.length
          changed[index] = (changed[index] ?? 0) ^ flip
          expect(openCiphertext(key, changed)).toBeUndefined()
          expect(openCiphertext(key, sealed.subarray(0, index))).toBeUndefined()
          const otherKey = Uint8Array.from(key)
          otherKey[place % 16] = (otherKey[place % 16] ?? 0) ^ flip
          expect(openCiphertext(otherKey, sealed)).toBeUndefined()
        },
      ),
      { numRuns: 200 },
    )
  })

  it('refuses keys of other lengths', async () => {
    for (const length of [0, 31, 33, 64]) {
      const key = new Uint8Array(length)
      const large = new Uint8Array(10_000)
      expect(codeOf(() => sealCiphertext(key, large))).toBe('tx-key/length')
      expect(codeOf(() => openCiphertext(key, large))).toBe('tx-key/length')
      expect(await codeOfAsync(() => sealCiphertextOffThread(key, large))).toBe('tx-key/length')
      expect(await codeOfAsync(() => openCiphertextOffThread(key, large))).toBe('tx-key/length')
    }
  })
})
