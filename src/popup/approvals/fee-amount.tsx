import type { ReactNode } from 'react'
import type { CoinView } from '../../messages/popup'
import { Amount } from '../parts/amount'
import { Worth } from '../parts/worth'
import css from './fee.module.css'

interface FeeAmountProps {
  readonly coins: readonly CoinView[]
  /** The network they are of, where what they are worth may stand below. */
  readonly chainId?: string
}

/** The coins of a fee, one below the other. */
export function FeeAmount({ coins, chainId }: FeeAmountProps): ReactNode {
  if (coins.length === 0) return 'Nothing'
  return coins.map(({ amount, decimals, symbol, denom }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the coins of one fee never move
    <span key={index} className={css['coin']}>
      <Amount amount={amount} decimals={decimals} symbol={symbol} />
      {chainId !== undefined && <Worth of={{ chainId, denom }} amount={amount} />}
    </span>
  ))
}
