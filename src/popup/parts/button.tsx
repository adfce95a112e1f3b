import type { ButtonHTMLAttributes, ReactNode } from 'react'
import css from './button.module.css'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className' | 'disabled'>

interface ButtonProps extends Native {
  readonly look?: 'primary' | 'quiet' | 'risk' | 'text'
  readonly wide?: boolean
  readonly submits?: boolean
  /** Shown as not usable, yet reachable: a button that vanishes from the keyboard confuses. */
  readonly inert?: boolean
  readonly busy?: boolean
  readonly children: ReactNode
}

export function Button({
  look = 'quiet',
  wide = false,
  submits = false,
  inert = false,
  busy = false,
  onClick,
  children,
  ...rest
}: ButtonProps): ReactNode {
  const off = inert || busy
  return (
    <button
      {...rest}
      type={submits && !off ? 'submit' : 'button'}
      className={`${css['button']} ${css[look]} ${wide ? css['wide'] : ''}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={off ? undefined : onClick}
    >
      {children}
      {busy && <span className={css['busy']} />}
    </button>
  )
}

interface IconButtonProps extends Native {
  readonly label: string
  readonly children: ReactNode
}

/** A button that is only a sign; its name is its label. */
export function IconButton({ label, children, ...rest }: IconButtonProps): ReactNode {
  return (
    <button {...rest} type="button" className={css['icon']} aria-label={label} title={label}>
      {children}
    </button>
  )
}
