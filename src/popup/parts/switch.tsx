import type { ReactNode } from 'react'
import css from './switch.module.css'

interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, and is so at once. */
export function Switch({ label, on, onChange }: SwitchProps): ReactNode {
  return (
    <label className={css['switch']}>
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
