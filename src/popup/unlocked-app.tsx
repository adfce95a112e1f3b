import { lazy, type ReactNode, startTransition, useCallback, useState } from 'react'
import type { UnlockedView } from '../messages/popup'
import { useOlderActivity } from './activity/use-older-activity'
import { AmountsHidden } from './amounts-hidden'
import { ApprovalQueue } from './first-screens'
import { HomeScreen } from './home/home-screen'
import { usePopup } from './popup-context'
import { RiskStrip } from './risk-strip'
import { firstRoute, type Go, HOME, isTask, parentOf, type Route } from './routes'
import { TabBar } from './tab-bar'
import css from './unlocked-app.module.css'
import { useEscape } from './use-escape'

const ReceiveScreen = lazy(async () => ({
  default: (await import('./receive/receive-screen')).ReceiveScreen,
}))
const TokenScreen = lazy(async () => ({ default: (await import('./home/token-screen')).TokenScreen }))
const AccountPlaces = lazy(async () => ({
  default: (await import('./accounts/account-places')).AccountPlaces,
}))
const ActivityScreen = lazy(async () => ({
  default: (await import('./activity/activity-screen')).ActivityScreen,
}))
const EntryScreen = lazy(async () => ({ default: (await import('./activity/entry-screen')).EntryScreen }))
const SitesScreen = lazy(async () => ({ default: (await import('./sites/sites-screen')).SitesScreen }))
const SiteScreen = lazy(async () => ({ default: (await import('./sites/site-screen')).SiteScreen }))
const SettingsPlace = lazy(async () => ({
  default: (await import('./settings/settings-place')).SettingsPlace,
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
  const [route, setRoute] = useState<Route>(() => firstRoute(platform.place))
  // A transition keeps the screen one is on until the next one has loaded.
  const go = useCallback<Go>((next) => startTransition(() => setRoute(next)), [])
  const parent = parentOf(route)
  useEscape(parent && platform.mode !== 'approval' ? () => go(parent) : undefined)
  if (platform.mode === 'approval') {
    return (
      <AmountsHidden>
        <ApprovalQueue approvals={view.approvals} />
      </AmountsHidden>
    )
  }
  return (
    <AmountsHidden>
      <div className={css['app']}>
        <RiskStrip events={view.securityEvents} route={route} go={go} />
        <div className={css['place']}>
          <Place view={view} route={route} go={go} justCreated={justCreated} />
        </div>
        {!isTask(route) && <TabBar route={route} go={go} view={view} />}
      </div>
    </AmountsHidden>
  )
}

function Place({ view, route, go, justCreated }: UnlockedProps & { route: Route; go: Go }): ReactNode {
  const older = useOlderActivity(view)
  const home = (): void => go(HOME)
  switch (route.kind) {
    case 'home':
      return <HomeScreen view={view} go={go} justCreated={justCreated} />
    case 'receive':
      return (
        <ReceiveScreen
          account={view.accounts.find(({ address }) => address === route.address) ?? view.account}
          network={view.network}
          onBack={() => go(parentOf(route) ?? HOME)}
        />
      )
    case 'token':
      return <TokenScreen view={view} contract={route.contract} onBack={home} />
    case 'activity':
      return <ActivityScreen view={view} older={older} go={go} />
    case 'entry':
      return (
        <EntryScreen
          key={route.id}
          id={route.id}
          view={view}
          onBack={() => go({ kind: 'activity' })}
          go={go}
        />
      )
    case 'sites':
      return <SitesScreen view={view} go={go} />
    case 'site':
      return (
        <SiteScreen
          key={route.origin}
          origin={route.origin}
          view={view}
          onBack={() => go({ kind: 'sites' })}
        />
      )
    case 'security':
      return (
        <SecurityScreen events={view.securityEvents} id={route.id} networks={view.networks} onBack={home} />
      )
    case 'approvals':
      return <ApprovalQueue approvals={view.approvals} onBack={home} />
    case 'accounts':
    case 'account':
    case 'add-account':
    case 'secret':
    case 'phrase':
    case 'found':
    case 'contacts':
    case 'contact':
      return <AccountPlaces view={view} route={route} go={go} />
    default:
      return <SettingsPlace view={view} kind={route.kind} go={go} />
  }
}
