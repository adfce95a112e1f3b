import type { CoinView, Totals } from '../../messages/popup'
import type { MessageWords } from './words'

/** What one message takes, and whether that is all. */
export type Leaving = Pick<MessageWords, 'funds' | 'tokens' | 'whole'>

/** Adds up what several messages take from the account; undefined for one, which says so itself. */
export function totalsOf(messages: readonly Leaving[]): Totals | undefined {
  if (messages.length < 2) return undefined
  const sums = new Map<string, CoinView>()
  const add = (kind: 'coin' | 'token', coin: CoinView): void => {
    // A coin that is called like a token's contract is still another thing, and so is each kind that one contract holds.
    const key = `${kind} ${coin.denom} ${coin.symbol}`
    const before = BigInt(sums.get(key)?.amount ?? '0')
    sums.set(key, { ...coin, amount: (before + BigInt(coin.amount)).toString() })
  }
  for (const { funds, tokens } of messages) {
    for (const coin of funds) add('coin', coin)
    for (const token of tokens) add('token', token)
  }
  const coins = [...sums.values()].filter(({ amount }) => amount !== '0')
  return { coins, complete: messages.every(({ whole }) => whole) }
}
