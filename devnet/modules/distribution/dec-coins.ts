import { type Decimal, decimalOf, divide, formatDecimal, multiply, truncate, ZERO } from '../../math/decimal'
import type { Coin } from '../coins'

/** Amounts with their fractions, by denom; zeros are left out. */
export type DecCoins = ReadonlyMap<string, Decimal>

export const NO_COINS: DecCoins = new Map()

export function decCoinsOf(coins: readonly Coin[]): DecCoins {
  return new Map(coins.map(({ denom, amount }) => [denom, decimalOf(amount)]))
}

export function addDecCoins(a: DecCoins, b: DecCoins): DecCoins {
  return combine(a, b, (x, y) => (x + y) as Decimal)
}

export function subtractDecCoins(a: DecCoins, b: DecCoins): DecCoins {
  return combine(a, b, (x, y) => (x - y) as Decimal)
}

export function timesDecimal(coins: DecCoins, factor: Decimal): DecCoins {
  return mapped(coins, (amount) => multiply(amount, factor))
}

export function byDecimal(coins: DecCoins, divisor: Decimal): DecCoins {
  return mapped(coins, (amount) => divide(amount, divisor))
}

/** The whole coins, and what is left of them. */
export function splitDecCoins(coins: DecCoins): { whole: Coin[]; rest: DecCoins } {
  const whole = [...coins]
    .map(([denom, amount]) => ({ denom, amount: truncate(amount) }))
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (a.denom < b.denom ? -1 : 1))
  return { whole, rest: subtractDecCoins(coins, decCoinsOf(whole)) }
}

/** As events have them: `1.500000000000000000uscrt,…`. */
export function formatDecCoins(coins: DecCoins): string {
  return [...coins].map(([denom, amount]) => `${formatDecimal(amount)}${denom}`).join(',')
}

export function decCoinsToText(coins: DecCoins): string {
  return JSON.stringify([...coins].map(([denom, amount]) => [denom, String(amount)]))
}

export function decCoinsFromText(text: string | undefined): DecCoins {
  const stored: [string, string][] = JSON.parse(text ?? '[]')
  return new Map(stored.map(([denom, amount]) => [denom, BigInt(amount) as Decimal]))
}

function combine(a: DecCoins, b: DecCoins, how: (x: Decimal, y: Decimal) => Decimal): DecCoins {
  const denoms = new Set([...a.keys(), ...b.keys()])
  const entries = [...denoms].sort().map((denom): [string, Decimal] => {
    return [denom, how(a.get(denom) ?? ZERO, b.get(denom) ?? ZERO)]
  })
  return new Map(entries.filter(([, amount]) => amount !== ZERO))
}

function mapped(coins: DecCoins, how: (amount: Decimal) => Decimal): DecCoins {
  const entries = [...coins].map(([denom, amount]): [string, Decimal] => [denom, how(amount)])
  return new Map(entries.filter(([, amount]) => amount !== ZERO))
}
