import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64'

describe('base64', () => {
  it('writes as another implementation does, also a part of a buffer, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 3, size: 'max', maxLength: 300 }), (bytes) => {
        for (const part of [bytes, bytes.subarray(1, -1)]) {
          expect(toBase64(part)).toBe(base64.encode(part))
          expect(fromBase64(toBase64(part))).toEqual(new Uint8Array(part))
        }
      }),
    )
  })

  it('reads no text with other letters, other padding, spaces or bits to spare', () => {
    for (const text of ['A', 'AA', 'AAA', 'AA=', '====', 'AA==AA==', 'AA-_', 'AB==', 'AAAA\n', ' AAAA']) {
      expect(fromBase64(text)).toBeUndefined()
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = fromBase64(text)
        if (bytes !== undefined) expect(base64.encode(bytes)).toBe(text)
      }),
    )
  })
})
