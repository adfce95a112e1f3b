import type { ReactNode } from 'react'
import { type NetworkCoin, usePrice } from '../use-price'
import { Digits } from './amount'
import css from './worth.module.css'
import { worthText } from './worth-text'

interface WorthProps {
  readonly of: NetworkCoin
  /** Base units. */
  readonly amount: string
}

/** What an amount of a network's coin is worth in dollars, never as more than about so much; nothing where no price is known. */
export function Worth({ of: coin, amount }: WorthProps): ReactNode {
  const price = usePrice(coin)
  const text = price && worthText({ amount, decimals: price.decimals, rate: price.rate })
  if (text === undefined) return null
  return (
    <span className={css['worth']}>
      {text.kind === 'less-than-a-cent' ? (
        'less than $0.01'
      ) : (
        <>
          about $<Digits groups={text.groups} fraction={text.fraction} />
        </>
      )}
    </span>
  )
}
