import type { ReactNode } from 'react'
import css from './frame.module.css'
import { Wordmark } from './parts/wordmark'
import type { Mode } from './platform'

/** The sheet everything is written on; in a full tab it lies on a desk, under the name. */
export function Frame({ mode, children }: { mode: Mode; children: ReactNode }): ReactNode {
  return (
    <div className={mode === 'panel' ? css['frame'] : `${css['frame']} ${css['onDesk']}`}>
      {mode === 'tab' && (
        <div className={css['masthead']} aria-hidden="true">
          <Wordmark size={32} />
        </div>
      )}
      <div className={css['sheet']}>{children}</div>
    </div>
  )
}
