import type { ReactNode } from 'react'
import css from './facts.module.css'

export interface FactRow {
  readonly label: string
  readonly value: ReactNode
  /** The value on a line of its own, for what is long by nature. */
  readonly below?: boolean
}

/** Labels and values in two columns that give way to one when either is long. */
export function Facts({ rows }: { rows: readonly FactRow[] }): ReactNode {
  return (
    <dl className={css['facts']}>
      {rows.map(({ label, value, below = false }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one statement never move
        <div key={index} className={below ? css['below'] : css['row']}>
          <dt className={css['label']}>{label}</dt>
          <dd className={css['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
