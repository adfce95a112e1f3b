import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  type Decimal,
  decimalFromWire,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  ONE,
  parseDecimal,
  subtract,
  truncate,
  ZERO,
} from './decimal'

const decimal = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }) as fc.Arbitrary<Decimal>

describe('a decimal', () => {
  it('is written with all its decimals and read back', () => {
    expect(formatDecimal(ONE)).toBe('1.000000000000000000')
    expect(formatDecimal(-1n as Decimal)).toBe('-0.000000000000000001')
    expect(parseDecimal('0.15')).toBe(15n * 10n ** 16n)
    fc.assert(fc.property(decimal, (value) => parseDecimal(formatDecimal(value)) === value))
  })

  it('is nothing else', () => {
    for (const text of ['', '.5', '1.', '1e3', ' 1', '1.0000000000000000001', '+1']) {
      expect(parseDecimal(text)).toBeUndefined()
    }
    expect(decimalFromWire('1.5')).toBeUndefined()
    expect(decimalFromWire('150000000000000000')).toBe(15n * 10n ** 16n)
  })

  it('counts like a number, cut off towards zero', () => {
    expect(divide(decimalOf(2n), decimalOf(3n))).toBe(666_666_666_666_666_666n)
    expect(truncate(multiply(decimalOf(7n), parseDecimal('0.5') ?? ZERO))).toBe(3n)
    expect(subtract(add(ONE, ONE), ONE)).toBe(ONE)
  })
})
