import { Clock, Globe, Home, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { UnlockedView } from '../messages/popup'
import { type Go, parentOf, type Route, type Tab } from './routes'
import css from './tab-bar.module.css'

const TABS = [
  { tab: 'home', label: 'Home', Sign: Home },
  { tab: 'activity', label: 'Activity', Sign: Clock },
  { tab: 'sites', label: 'Sites', Sign: Globe },
  { tab: 'settings', label: 'Settings', Sign: Settings2 },
] as const satisfies readonly { tab: Tab; label: string; Sign: typeof Home }[]

interface TabBarProps {
  readonly route: Route
  readonly go: Go
  readonly view: UnlockedView
}

export function TabBar({ route, go, view }: TabBarProps): ReactNode {
  const current = tabOf(route)
  const pending = view.activity.filter(({ status }) => status === 'pending').length
  return (
    <nav className={css['bar']} aria-label="Main">
      {TABS.map(({ tab, label, Sign }) => (
        <button
          key={tab}
          type="button"
          className={css['tab']}
          aria-current={current === tab ? 'page' : undefined}
          onClick={() => go({ kind: tab })}
        >
          <span className={css['sign']}>
            <Sign size={19} strokeWidth={1.6} aria-hidden />
            {tab === 'activity' && pending > 0 && <span className={css['dot']} />}
          </span>
          {label}
          {tab === 'activity' && pending > 0 && <span className={css['words']}>, {pending} pending</span>}
        </button>
      ))}
    </nav>
  )
}

/** The tab that a place lies under. */
function tabOf(route: Route): Tab {
  const tab = TABS.find((one) => one.tab === route.kind)?.tab
  if (tab !== undefined) return tab
  const parent = parentOf(route)
  return parent === undefined ? 'home' : tabOf(parent)
}
