import { lazy, type ReactNode, startTransition, useCallback, useState } from 'react'
import type { UnlockedView } from '../messages/popup'
import { useOlderActivity } from './activity/use-older-activity'
import { AmountsHidden } from './amounts-hidden'
import { ApprovalQueue } from './first-screens'
import { HomeScreen } from './home/home-screen'
import { usePopup } from './popup-context'
import { RiskStrip } from './risk-strip'
import { type Go, HOME, parentOf, type Route } from './routes'
import { TabBar } from './tab-bar'
import css from './unlocked-app.module.css'
import { useEscape } from './use-escape'

const ReceiveScreen = lazy(async () => ({
  default: (await import('./receive/receive-screen')).ReceiveScreen,
}))
const TokenScreen = lazy(async () => ({ default: (await import('./home/token-screen')).TokenScreen }))
const ActivityScreen = lazy(async () => ({
  default: (await import('./activity/activity-screen')).ActivityScreen,
}))
const EntryScreen = lazy(async () => ({ default: (await import('./activity/entry-screen')).EntryScreen }))
const SitesScreen = lazy(async () => ({ default: (await import('./sites/sites-screen')).SitesScreen }))
const SettingsScreen = lazy(async () => ({
  default: (await import('./settings/settings-screen')).SettingsScreen,
}))
const SecurityScreen = lazy(async () => ({
  default: (await import('./security/security-screen')).SecurityScreen,
}))

interface UnlockedProps {
  readonly view: UnlockedView
  readonly justCreated: boolean
}

export function UnlockedApp({ view, justCreated }: UnlockedProps): ReactNode {
  const { platform } = usePopup()
  const [route, setRoute] = useState<Route>(HOME)
  // A transition keeps the screen one is on until the next one has loaded.
  const go = useCallback<Go>((next) => startTransition(() => setRoute(next)), [])
  const parent = parentOf(route)
  useEscape(parent && platform.mode !== 'approval' ? () => go(parent) : undefined)
  if (platform.mode === 'approval') return <ApprovalQueue approvals={view.approvals} />
  return (
    <AmountsHidden>
      <div className={css['app']}>
        <RiskStrip events={view.securityEvents} route={route} go={go} />
        <div className={css['place']}>
          <Place view={view} route={route} go={go} justCreated={justCreated} />
        </div>
        {hasTabs(route) && <TabBar route={route} go={go} view={view} />}
      </div>
    </AmountsHidden>
  )
}

/** A decision has the screen to itself. */
function hasTabs(route: Route): boolean {
  return route.kind !== 'approvals' && route.kind !== 'security'
}

function Place({ view, route, go, justCreated }: UnlockedProps & { route: Route; go: Go }): ReactNode {
  const older = useOlderActivity(view)
  const home = (): void => go(HOME)
  switch (route.kind) {
    case 'home':
      return <HomeScreen view={view} go={go} justCreated={justCreated} />
    case 'receive':
      return <ReceiveScreen account={view.account} network={view.network} onBack={home} />
    case 'token':
      return <TokenScreen view={view} contract={route.contract} onBack={home} />
    case 'activity':
      return <ActivityScreen view={view} older={older} go={go} />
    case 'entry':
      return <EntryScreen key={route.id} id={route.id} view={view} onBack={() => go({ kind: 'activity' })} />
    case 'sites':
      return <SitesScreen sites={view.sites} networks={view.networks} tokens={view.tokens} />
    case 'settings':
      return <SettingsScreen view={view} />
    case 'security':
      return (
        <SecurityScreen events={view.securityEvents} id={route.id} networks={view.networks} onBack={home} />
      )
    case 'approvals':
      return <ApprovalQueue approvals={view.approvals} onBack={home} />
    default:
      return route satisfies never
  }
}
