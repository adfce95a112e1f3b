import { type Coin, formatAmount } from '../../domain/index'
import type { CoinView } from '../../messages/popup'
import { safeText } from './safe-text'

const NATIVE = { denom: 'uscrt', symbol: 'SCRT', decimals: 6 } as const

/**
 * A coin as the popup shows it. Only the network's own coin has a name and decimals that are known; of any other, such as one
 * that came over IBC, there are base units of what it is called on chain.
 */
export function coinView({ denom, amount }: Coin): CoinView {
  if (denom === NATIVE.denom) return { ...NATIVE, amount: amount.toString() }
  const name = safeText(denom, 80)
  return { denom: name, amount: amount.toString(), symbol: `base units of ${name}`, decimals: 0 }
}

/** What a coin is called. */
export function coinName(denom: string): string {
  return denom === NATIVE.denom ? NATIVE.symbol : safeText(denom, 80)
}

export function coinWords(coin: Coin): string {
  const { symbol, decimals } = coinView(coin)
  return `${formatAmount(coin.amount, decimals)} ${symbol}`
}

/** Such as `1 SCRT and 20 uatom`. */
export function coinsWords(coins: readonly Coin[]): string {
  if (coins.length === 0) return 'nothing'
  return listWords(coins.map(coinWords))
}

export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
