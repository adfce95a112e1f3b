import { create } from '@bufbuild/protobuf'
import type { Coin } from '../../src/domain/index'
import { CoinSchema, type Coin as ProtoCoin } from '../codec/gen/wire_pb'
import { sdkError } from '../node/abci-error'

export type { Coin }

const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/
const MAX_DIGITS = 78

export function isDenom(text: string): boolean {
  return DENOM.test(text)
}

/** A coin off the wire; throws `invalid coins` unless its amount is a whole number. A negative one is kept for its reader to refuse. */
export function coinFromProto(coin: ProtoCoin | undefined): Coin {
  const { denom, amount } = coin ?? { denom: '', amount: '0' }
  if (!/^-?\d+$/.test(amount) || amount.length > MAX_DIGITS)
    throw sdkError('invalidCoins', `${amount}${denom}`)
  return { denom, amount: BigInt(amount) }
}

export function coinsFromProto(coins: readonly ProtoCoin[]): Coin[] {
  return coins.map(coinFromProto)
}

export function coinToProto({ denom, amount }: Coin): ProtoCoin {
  return create(CoinSchema, { denom, amount: String(amount) })
}

export function coinToJson({ denom, amount }: Coin): { denom: string; amount: string } {
  return { denom, amount: String(amount) }
}

export function coinFromJson({ denom, amount }: { readonly denom: string; readonly amount: string }): Coin {
  return { denom, amount: BigInt(amount) }
}

/** How much of one denom a list of coins holds. */
export function amountOf(coins: readonly Coin[], denom: string): bigint {
  return coins.find((coin) => coin.denom === denom)?.amount ?? 0n
}

/** Coins as the chain writes them in logs and events: `5uscrt,7uatom`. */
export function formatCoins(coins: readonly Coin[]): string {
  return coins.map(({ amount, denom }) => `${amount}${denom}`).join(',')
}

/** Whether the list is sorted, without repeats, of real denoms, and every amount is positive. */
export function areCoins(coins: readonly Coin[]): boolean {
  const sorted = coins.every(({ denom }, at) => at === 0 || (coins[at - 1]?.denom ?? '') < denom)
  return sorted && coins.every(({ denom, amount }) => amount > 0n && isDenom(denom))
}

/** Throws `invalid coins` unless they are some, and in order. */
export function checkCoins(coins: readonly Coin[]): void {
  if (coins.length === 0 || !areCoins(coins)) throw sdkError('invalidCoins', formatCoins(coins))
}

/** Whether `coins` hold at least all of `needed`. */
export function isAllAtLeast(coins: readonly Coin[], needed: readonly Coin[]): boolean {
  return needed.every(
    ({ denom, amount }) => (coins.find((coin) => coin.denom === denom)?.amount ?? 0n) >= amount,
  )
}

/** What is left of `coins` without `taken`, without zeros; undefined when they do not hold it all. */
export function subtractCoins(coins: readonly Coin[], taken: readonly Coin[]): Coin[] | undefined {
  const left = sumCoins([...coins, ...taken.map(({ denom, amount }) => ({ denom, amount: -amount }))])
  return left.some(({ amount }) => amount < 0n) ? undefined : left
}

/** The sum by denom, sorted, without zeros. */
export function sumCoins(coins: readonly Coin[]): Coin[] {
  const sums = new Map<string, bigint>()
  for (const { denom, amount } of coins) sums.set(denom, (sums.get(denom) ?? 0n) + amount)
  return [...sums]
    .filter(([, amount]) => amount !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([denom, amount]) => ({ denom, amount }))
}
