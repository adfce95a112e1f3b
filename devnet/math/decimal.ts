declare const decimalBrand: unique symbol
/** A number with 18 decimals, as the chain counts shares, rates and rewards: the whole value times 10^18. */
export type Decimal = bigint & { readonly [decimalBrand]: true }

const PRECISION = 18
const ONE_UNIT = 10n ** 18n

export const ZERO = 0n as Decimal
export const ONE = ONE_UNIT as Decimal

/** A whole number, such as an amount of coins. */
export function decimalOf(whole: bigint): Decimal {
  return (whole * ONE_UNIT) as Decimal
}

/** Reads `0.15` or `3`; undefined when it is not such a number or has more than 18 decimals. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,60})(?:\.(\d{1,18}))?$/.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  const units = BigInt(whole + fraction.padEnd(PRECISION, '0'))
  return (sign === '-' ? -units : units) as Decimal
}

/** Reads what stands on the wire: the digits without their point. Undefined when it is not that. */
export function decimalFromWire(digits: string): Decimal | undefined {
  return /^-?\d{1,78}$/.test(digits) ? (BigInt(digits) as Decimal) : undefined
}

/** All 18 decimals, as the chain writes them: `0.150000000000000000`. */
export function formatDecimal(value: Decimal): string {
  const digits = String(value < 0n ? -value : value).padStart(PRECISION + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PRECISION)}.${digits.slice(-PRECISION)}`
}

export function add(a: Decimal, b: Decimal): Decimal {
  return (a + b) as Decimal
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return (a - b) as Decimal
}

/** The product, cut off after 18 decimals. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return ((a * b) / ONE_UNIT) as Decimal
}

/** The quotient, cut off after 18 decimals. Throws RangeError when `b` is zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return ((a * ONE_UNIT) / b) as Decimal
}

/** The whole part, towards zero. */
export function truncate(value: Decimal): bigint {
  return value / ONE_UNIT
}
