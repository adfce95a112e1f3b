import type { ReactNode } from 'react'
import css from './redacted.module.css'

interface RedactedProps {
  readonly label: string
  readonly width?: 'short' | 'long' | 'display'
}

/** A bar of ink where something stands that is not to be seen now. */
export function Redacted({ label, width = 'short' }: RedactedProps): ReactNode {
  return (
    <span className={css[width]}>
      <span className={css['words']}>{label}</span>
    </span>
  )
}
