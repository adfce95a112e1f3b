import { aessiv } from '@noble/ciphers/aes.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCiphertext, sealCiphertext } from './tx-siv'

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('tx cipher', () => {
  it('seals byte for byte as an independent implementation does, at every length up to 100', () => {
    fc.assert(
      fc.property(key32, fc.uint8Array({ maxLength: 100 }), (key, plaintext) => {
        const sealed = sealCiphertext(key, plaintext)
        expect(sealed).toEqual(aessiv(key, new Uint8Array(0)).encrypt(plaintext))
        expect(openCiphertext(key, sealed)).toEqual(plaintext)
      }),
      { numRuns: 1000 },
    )
  })
})
