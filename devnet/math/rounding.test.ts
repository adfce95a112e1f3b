import { expect, it } from 'vitest'
import { type Decimal, decimalOf, ONE, parseDecimal, ZERO } from './decimal'
import { divideRounded, multiplyRounded, roundToWhole } from './rounding'

const part = (text: string): Decimal => parseDecimal(text) ?? ZERO

it('rounds to the nearest, and a half to the even neighbour', () => {
  expect(divideRounded(decimalOf(2n), decimalOf(3n))).toBe(666_666_666_666_666_667n)
  expect(multiplyRounded(1n as Decimal, part('0.5'))).toBe(0n)
  expect(multiplyRounded(3n as Decimal, part('0.5'))).toBe(2n)
  expect(multiplyRounded(ONE, part('0.3'))).toBe(part('0.3'))
  expect([part('0.5'), part('1.5'), part('2.4')].map(roundToWhole)).toEqual([0n, 2n, 2n])
  expect(() => divideRounded(ONE, ZERO)).toThrow(RangeError)
})
