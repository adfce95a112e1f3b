import type { ReactNode } from 'react'

/** What every step with a recovery phrase has around it. */
export interface StepFrame {
  readonly title: string
  readonly over: ReactNode
  /** The arrow; undefined right after a wallet began, where nothing lies behind. */
  readonly onBack: (() => void) | undefined
  /** The quiet way out, in words. */
  readonly leave: 'Later' | 'Not now'
  readonly onLeave: () => void
}
