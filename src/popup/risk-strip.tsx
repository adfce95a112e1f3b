import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SecurityEventView } from '../messages/popup'
import css from './risk-strip.module.css'
import type { Go, Route } from './routes'

interface RiskStripProps {
  readonly events: readonly SecurityEventView[]
  readonly route: Route
  readonly go: Go
}

/** Keeps a stop in sight on the screens that do not show it themselves. */
export function RiskStrip({ events, route, go }: RiskStripProps): ReactNode {
  const event = events.find(({ blocking }) => blocking)
  const shownThere = route.kind === 'home' || route.kind === 'security' || route.kind === 'approvals'
  if (event === undefined || shownThere) return null
  return (
    <button type="button" className={css['strip']} onClick={() => go({ kind: 'security', id: event.id })}>
      <ShieldAlert size={16} strokeWidth={1.8} aria-hidden />
      Sending is stopped. See what happened
    </button>
  )
}
