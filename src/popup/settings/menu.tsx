import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './menu.module.css'

interface MenuItemProps {
  readonly sign: LucideIcon
  readonly title: string
  readonly hint?: ReactNode
  /** Leads to something that cannot be taken back. */
  readonly risk?: boolean
  readonly onOpen: () => void
}

/** A short list of places. */
export function Menu({ children }: { children: ReactNode }): ReactNode {
  return <ul className={css['menu']}>{children}</ul>
}

export function MenuItem({ sign: Sign, title, hint, risk = false, onOpen }: MenuItemProps): ReactNode {
  return (
    <li className={css['item']}>
      <button
        type="button"
        className={risk ? `${css['button']} ${css['risk']}` : css['button']}
        onClick={onOpen}
      >
        <Sign size={20} strokeWidth={1.6} aria-hidden />
        <span className={css['words']}>
          <span className={css['title']}>{title}</span>
          {hint !== undefined && <span className={css['hint']}>{hint}</span>}
        </span>
        <ChevronRight size={18} strokeWidth={1.6} aria-hidden />
      </button>
    </li>
  )
}
