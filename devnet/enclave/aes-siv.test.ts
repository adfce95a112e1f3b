import { aessiv, cmac } from '@noble/ciphers/aes.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AesSiv } from './aes-siv'
import { Cmac } from './cmac'

const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })
const message = fc.uint8Array({ maxLength: 100, size: 'max' })

describe('AES-CMAC', () => {
  it('gives the codes of another implementation', () => {
    fc.assert(
      fc.property(bytes(16), message, (key, text) => {
        expect(new Uint8Array(new Cmac(key).of(text))).toEqual(cmac(text, key))
      }),
    )
  })
})

describe('AES-SIV', () => {
  it('seals as another implementation does, message after message', () => {
    fc.assert(
      fc.property(bytes(32), fc.array(message, { maxLength: 4 }), (key, texts) => {
        const cipher = new AesSiv(key)
        for (const text of texts)
          expect(cipher.seal(text)).toEqual(aessiv(key, new Uint8Array()).encrypt(text))
      }),
    )
  })

  it('opens what it sealed, and nothing in which a bit was changed', () => {
    fc.assert(
      fc.property(bytes(32), message, fc.nat(), (key, text, place) => {
        const cipher = new AesSiv(key)
        const sealed = cipher.seal(text)
        expect(cipher.open(sealed)).toEqual(text)
        const at = place % (sealed.length * 8)
        sealed[at >> 3] = (sealed[at >> 3] ?? 0) ^ (1 << (at & 7))
        expect(cipher.open(sealed)).toBeUndefined()
      }),
    )
  })

  it('opens nothing that is shorter than a tag', () => {
    expect(new AesSiv(new Uint8Array(32)).open(new Uint8Array(15))).toBeUndefined()
  })
})
