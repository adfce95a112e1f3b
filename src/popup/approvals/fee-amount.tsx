import type { ReactNode } from 'react'
import type { CoinView } from '../../messages/popup'
import { Amount } from '../parts/amount'
import css from './fee.module.css'

/** The coins of a fee, one below the other. */
export function FeeAmount({ coins }: { coins: readonly CoinView[] }): ReactNode {
  if (coins.length === 0) return 'Nothing'
  return coins.map(({ amount, decimals, symbol }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the coins of one fee never move
    <span key={index} className={css['coin']}>
      <Amount amount={amount} decimals={decimals} symbol={symbol} />
    </span>
  ))
}
