import type { ReactNode } from 'react'
import css from './section.module.css'

interface SectionProps {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly level?: 2 | 3
  readonly children: ReactNode
}

/** A titled part of a screen. */
export function Section({ title, aside, level = 2, children }: SectionProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={css['section']}>
      <div className={css['head']}>
        <Heading className={css['title']}>{title}</Heading>
        {aside}
      </div>
      {children}
    </div>
  )
}
