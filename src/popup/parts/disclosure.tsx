import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './disclosure.module.css'

/** Something for those who want to look, one tap away. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }): ReactNode {
  return (
    <details className={css['box']}>
      <summary className={css['summary']}>
        <ChevronRight size={16} strokeWidth={1.8} aria-hidden />
        {summary}
      </summary>
      <div className={css['inside']}>{children}</div>
    </details>
  )
}
