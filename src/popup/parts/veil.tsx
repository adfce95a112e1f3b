import type { ReactNode } from 'react'
import css from './veil.module.css'

export type Eyes = 'public' | 'contract' | 'recipient' | 'only-you'

/** How much of a disc is inked over: none for everybody, all of it for you alone. */
const INK: Record<Eyes, string> = {
  public: '',
  contract: 'M8 2a6 6 0 0 1 0 12z',
  recipient: 'M8 2a6 6 0 1 1-6 6h6z',
  'only-you': 'M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12z',
}

/** The sign for who can see something: the more ink, the fewer eyes. */
export function Veil({ eyes, size = 14 }: { eyes: Eyes; size?: number }): ReactNode {
  return (
    <svg
      className={eyes === 'public' ? css['public'] : css['private']}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d={INK[eyes]} fill="currentColor" />
    </svg>
  )
}

/** A word with its veil, for one line. */
export function SeenBy({ eyes, children }: { eyes: Eyes; children: ReactNode }): ReactNode {
  return (
    <span className={css['seen']}>
      <Veil eyes={eyes} size={12} />
      <span>{children}</span>
    </span>
  )
}
