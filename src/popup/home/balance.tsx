import type { ReactNode } from 'react'
import type { AmountView } from '../../messages/popup'
import { useAmountsHidden } from '../amounts-hidden'
import { Amount } from '../parts/amount'
import { Redacted } from '../parts/redacted'
import { Waiting } from '../parts/waiting'
import { When } from '../parts/when'
import { Worth } from '../parts/worth'
import type { NetworkCoin } from '../use-price'
import css from './balance.module.css'

interface BalanceProps {
  readonly balance: AmountView
  readonly decimals: number
  readonly symbol: string
  readonly size: 'line' | 'display'
  /** Whose coin it is, where what it is worth may stand below. */
  readonly coin?: NetworkCoin
}

/** An amount that may be known, on its way, or not to be had: what was known last is never hidden by a failure. */
export function Balance({ balance, decimals, symbol, size, coin }: BalanceProps): ReactNode {
  const { hidden } = useAmountsHidden()
  if (balance.kind === 'loading') return <Waiting label="Looking up the balance" />
  const known = balance.kind === 'known' ? balance : balance.last
  const place = size === 'display' ? css['large'] : css['small']
  return (
    <span className={place}>
      {known === undefined && <span className={css['unknown']}>Not known</span>}
      {known !== undefined && hidden && (
        <Redacted label="Amount hidden" width={size === 'display' ? 'display' : 'short'} />
      )}
      {known !== undefined && !hidden && (
        <Amount amount={known.amount} decimals={decimals} symbol={symbol} size={size} />
      )}
      {known !== undefined && !hidden && coin && <Worth of={coin} amount={known.amount} />}
      {balance.kind === 'failed' && balance.last && (
        <span className={css['stale']}>
          as of <When at={balance.last.asOf} />
        </span>
      )}
      {balance.kind === 'failed' && size === 'display' && (
        <span className={css['problem']}>{balance.message}</span>
      )}
    </span>
  )
}
