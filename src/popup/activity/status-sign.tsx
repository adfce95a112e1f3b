import { Check, CircleDashed, HelpCircle, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ActivityStatus } from '../../messages/popup'
import css from './status-sign.module.css'

export const STATUS_WORD: Record<ActivityStatus, string> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  failed: 'Failed',
  'not-found': 'Not found',
}

const SIGN = { pending: CircleDashed, confirmed: Check, failed: X, 'not-found': HelpCircle }

export function StatusSign({ status }: { status: ActivityStatus }): ReactNode {
  const Sign = SIGN[status]
  return (
    <span className={`${css['sign']} ${css[status]}`}>
      <Sign size={17} strokeWidth={1.8} aria-hidden />
    </span>
  )
}
