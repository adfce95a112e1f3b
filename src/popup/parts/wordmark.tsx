import type { ReactNode } from 'react'
import css from './wordmark.module.css'

/** The two strokes of the S: the upper one said under the breath. */
export function Wordmark({ size = 28, named = true }: { size?: number; named?: boolean }): ReactNode {
  return (
    <span className={css['mark']}>
      <svg width={(size * 36) / 52} height={size} viewBox="14 6 36 52" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="9.5" strokeLinecap="round">
          <path d="M44.3 17.4A13.6 10.8 0 1 0 32 32.6" strokeOpacity="0.42" />
          <path d="M19.7 47A13.6 10.8 0 1 0 32 31.8" />
        </g>
      </svg>
      {named && <span className={css['name']}>Sotto</span>}
    </span>
  )
}
