import type { Decimal } from './decimal'

const UNIT = 10n ** 18n

/** The product to the nearest 18th decimal, a half to the even neighbour. Neither may be negative. */
export function multiplyRounded(a: Decimal, b: Decimal): Decimal {
  return toEven(a * b, UNIT)
}

/** The quotient to the nearest 18th decimal, a half to the even neighbour. Neither may be negative; RangeError when `b` is zero. */
export function divideRounded(a: Decimal, b: Decimal): Decimal {
  return toEven(a * UNIT, b)
}

/** To the nearest whole number, a half to the even one. Not for negative ones. */
export function roundToWhole(value: Decimal): bigint {
  return toEven(value, UNIT)
}

function toEven(dividend: bigint, divisor: bigint): Decimal {
  const [quotient, rest] = [dividend / divisor, dividend % divisor]
  const up = rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n === 1n)
  return (up ? quotient + 1n : quotient) as Decimal
}
