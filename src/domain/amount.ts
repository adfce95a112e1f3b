import { SottoError } from './errors'

/** An amount of one denomination, in base units. */
export interface Coin {
  readonly denom: string
  readonly amount: bigint
}

const MAX_DECIMALS = 24

/**
 * Reads an amount typed by a person, such as `12.5`, into base units.
 * Only digits and one point are taken: a comma may mean thousands or decimals, so it is refused and never guessed.
 * Throws `amount/*`.
 */
export function parseAmount(text: string, decimals: number): bigint {
  const trimmed = text.trim()
  if (trimmed === '') throw new SottoError('amount/empty', 'Enter an amount.')
  if (trimmed.startsWith('-')) throw new SottoError('amount/negative', 'The amount must be more than zero.')
  if (trimmed.includes(','))
    throw new SottoError('amount/comma', 'Use a point for decimals, as in 1.5, and no commas.')
  const match = /^(\d{1,60})(?:\.(\d{1,60}))?$/.exec(trimmed)
  if (match === null) throw new SottoError('amount/format', 'Write the amount in plain digits, as in 12.5.')
  const [, whole = '0', fraction = ''] = match
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > decimals) {
    throw new SottoError('amount/precision', `At most ${decimals} digits after the point are possible here.`)
  }
  return BigInt(whole + significant.padEnd(decimals, '0'))
}

/** Writes base units with the point at `decimals`, trailing zeros trimmed, digits never rounded. */
export function formatAmount(base: bigint, decimals: number): string {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_DECIMALS) {
    throw new SottoError('amount/decimals', `Expected 0 to ${MAX_DECIMALS} decimals.`)
  }
  const sign = base < 0n ? '-' : ''
  const digits = (base < 0n ? -base : base).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return sign + whole + (fraction === '' ? '' : `.${fraction}`)
}

/** Reads an unsigned integer from the wire: plain decimal digits, no sign, no exponent, below 2^bits. Throws `uint/format`. */
export function parseUint(text: string, bits = 128): bigint {
  if (!/^(0|[1-9]\d{0,77})$/.test(text))
    throw new SottoError('uint/format', 'Expected a whole number in plain digits.')
  const value = BigInt(text)
  if (value >= 1n << BigInt(bits)) throw new SottoError('uint/range', `Expected a number below 2^${bits}.`)
  return value
}
