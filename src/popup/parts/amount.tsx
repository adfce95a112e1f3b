import type { ReactNode } from 'react'
import css from './amount.module.css'
import { amountText } from './amount-text'
import { PlainText } from './plain-text'

interface AmountProps {
  readonly amount: string
  readonly decimals: number
  readonly symbol: string
  readonly size?: 'line' | 'display'
}

/** An exact amount: every digit, thousands set apart by space alone so that a copy holds plain digits. */
export function Amount({ amount, decimals, symbol, size = 'line' }: AmountProps): ReactNode {
  const text = amountText(amount, decimals)
  return (
    <span className={size === 'display' ? css['display'] : css['line']}>
      {text.kind === 'amount' ? (
        <span className={css['digits']}>
          {text.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never move
            <span key={index} className={css['group']}>
              {group}
            </span>
          ))}
          {text.fraction !== '' && <span className={css['fraction']}>.{text.fraction}</span>}
        </span>
      ) : (
        <PlainText text={text.text} />
      )}{' '}
      <span className={css['symbol']}>
        {text.kind === 'unreadable' && 'base units of '}
        <PlainText text={symbol} />
      </span>
    </span>
  )
}
