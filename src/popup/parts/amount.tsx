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
        <Digits groups={text.groups} fraction={text.fraction} />
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

interface DigitsProps {
  readonly groups: readonly string[]
  /** Empty where there is none. */
  readonly fraction: string
}

/** A number, its groups set apart by space that no copy takes along. */
export function Digits({ groups, fraction }: DigitsProps): ReactNode {
  return (
    <span className={css['digits']}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never move
        <span key={index} className={css['group']}>
          {group}
        </span>
      ))}
      {fraction !== '' && <span className={css['fraction']}>.{fraction}</span>}
    </span>
  )
}
