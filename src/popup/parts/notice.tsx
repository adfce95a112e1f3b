import { CircleAlert, Info, ShieldAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './notice.module.css'

interface NoticeProps {
  readonly level: 'note' | 'caution' | 'danger' | 'error'
  readonly title?: string
  readonly children: ReactNode
  readonly action?: ReactNode
  /** Read out at once: for what happened after the screen was there. */
  readonly live?: boolean
}

const SIGNS = { note: Info, caution: TriangleAlert, danger: ShieldAlert, error: CircleAlert }
const SPOKEN = { note: '', caution: 'Caution: ', danger: 'Danger: ', error: '' }

export function Notice({ level, title, children, action, live = false }: NoticeProps): ReactNode {
  const Sign = SIGNS[level]
  return (
    <div className={`${css['notice']} ${css[level]}`} role={live ? 'alert' : undefined}>
      <Sign size={18} strokeWidth={1.6} aria-hidden />
      <div className={css['body']}>
        {title && <p className={css['title']}>{title}</p>}
        <div className={css['text']}>
          <span className={css['spoken']}>{SPOKEN[level]}</span>
          {children}
        </div>
        {action && <div className={css['action']}>{action}</div>}
      </div>
    </div>
  )
}
