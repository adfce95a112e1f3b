import { type AmountText, amountText, threes } from './amount-text'

/** What an amount is worth in dollars, as a person reads it; digits as those of an amount. */
export type WorthText =
  | { readonly kind: 'less-than-a-cent' }
  | ({ readonly kind: 'about' } & Pick<Extract<AmountText, { kind: 'amount' }>, 'groups' | 'fraction'>)

interface Worth {
  /** Base units, as decimal digits. */
  readonly amount: string
  readonly decimals: number
  /** US dollars for a whole coin with 18 decimals, as decimal digits. */
  readonly rate: string
}

const RATE_DECIMALS = 18
/** From a thousand dollars on, cents would only pretend to be exact. */
const WITHOUT_CENTS = 100_000n

/** Exact until the one rounding at the end. Undefined for nothing, which needs no price, and for what is no amount. */
export function worthText({ amount, decimals, rate }: Worth): WorthText | undefined {
  if (amountText(amount, decimals).kind === 'unreadable') return undefined
  const value = BigInt(amount) * BigInt(rate)
  const dollar = 10n ** BigInt(decimals + RATE_DECIMALS)
  if (value === 0n) return undefined
  if (value * 100n < dollar) return { kind: 'less-than-a-cent' }
  const cents = rounded(value * 100n, dollar)
  if (cents >= WITHOUT_CENTS) {
    return { kind: 'about', groups: threes(rounded(value, dollar).toString()), fraction: '' }
  }
  return {
    kind: 'about',
    groups: [(cents / 100n).toString()],
    fraction: (cents % 100n).toString().padStart(2, '0'),
  }
}

/** The whole number nearest to a fraction; a half goes up. */
function rounded(part: bigint, whole: bigint): bigint {
  return (2n * part + whole) / (2n * whole)
}
