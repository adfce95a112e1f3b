import { type ReactNode, useState } from 'react'
import type { ApprovalView } from '../../messages/popup'
import { Screen } from '../parts/screen'
import { ApprovalScreen } from './approval-screen'

interface QueueProps {
  readonly approvals: readonly ApprovalView[]
  readonly onBack?: () => void
}

/** The requests that wait, one at a time, oldest first. */
export function ApprovalQueue({ approvals, onBack }: QueueProps): ReactNode {
  const [head] = approvals
  const position = usePosition(head?.id)
  if (head === undefined) {
    return (
      <Screen title="Nothing waits" onBack={onBack}>
        <p>Every request has been answered.</p>
      </Screen>
    )
  }
  const total = position + approvals.length - 1
  return (
    <ApprovalScreen
      key={`${head.id} ${head.body.kind}`}
      approval={head}
      queue={total > 1 ? `${position} of ${total}` : undefined}
      onBack={onBack}
    />
  )
}

/** Counts the requests this page has shown, the present one included. */
function usePosition(id: string | undefined): number {
  const [shown, setShown] = useState<{ id: string | undefined; count: number }>({ id: undefined, count: 0 })
  if (id !== undefined && id !== shown.id) {
    const next = { id, count: shown.count + 1 }
    setShown(next)
    return next.count
  }
  return shown.count
}
