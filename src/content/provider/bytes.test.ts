import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from './bytes'
import { PageLong, readUint64 } from './page-long'

describe('base64', () => {
  it('agrees with the platform, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64')
        expect(encodeBase64(bytes)).toBe(text)
        expect(decodeBase64(text)).toEqual(bytes)
      }),
    )
  })
})

describe('a long', () => {
  it('says its number in every way that is read', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const long = new PageLong(value)
        expect(readUint64(long)).toBe(value)
        expect(long.toString()).toBe(value.toString())
        expect(long.toString(16)).toBe(value.toString(16))
        expect(long.toNumber()).toBe(Number(value))
        expect((BigInt(long.high >>> 0) << 32n) | BigInt(long.low >>> 0)).toBe(value)
        expect([long.low | 0, long.high | 0, long.unsigned]).toEqual([long.low, long.high, true])
      }),
    )
  })
})
