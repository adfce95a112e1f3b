import { describe, expect, it } from 'vitest'
import { PageLong } from './page-long'

/** Deciding whether a number is one of its own, and making its own of another copy's, as the `long` package 4 and 5 do. */
function ownOf(value: PageLong): bigint {
  expect(value.__isLong__).toBe(true)
  return BigInt.asUintN(64, (BigInt(value.high) << 32n) | BigInt(value.low >>> 0))
}

describe('a 64-bit number that a page gets', () => {
  it.each([0n, 1n, 4_294_967_295n, 4_294_967_296n, 9_007_199_254_740_993n, 18_446_744_073_709_551_615n])(
    'is what the long package makes of it: %s',
    (number) => {
      const value = new PageLong(number)
      expect(ownOf(value)).toBe(number)
      expect(value.unsigned).toBe(true)
      expect(value.toString()).toBe(number.toString())
      expect(value.toString(16)).toBe(number.toString(16))
      expect(value.toNumber()).toBe(Number(number))
    },
  )
})
