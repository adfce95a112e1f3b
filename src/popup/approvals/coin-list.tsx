import type { ReactNode } from 'react'
import type { CoinView } from '../../messages/popup'
import { Amount } from '../parts/amount'
import { PlainText } from '../parts/plain-text'
import css from './review.module.css'

/** The network's own coin is known by its symbol alone. */
const NATIVE_DENOM = 'uscrt'

/** Amounts one under the other, each with its name on the chain where that is another one. */
export function CoinList({ coins }: { coins: readonly CoinView[] }): ReactNode {
  return (
    <ul>
      {coins.map(({ denom, amount, decimals, symbol }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the coins of one request never move
        <li key={index}>
          <Amount amount={amount} decimals={decimals} symbol={symbol} />
          {!symbol.endsWith(denom) && denom !== NATIVE_DENOM && (
            <span className={css['remark']}>
              {' '}
              <PlainText text={denom} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
