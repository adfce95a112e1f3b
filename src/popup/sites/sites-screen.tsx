import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SiteView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { OriginText } from '../parts/origin-text'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import { useRequest } from '../use-request'
import { accountNames } from './account-names'
import { groupSites, lastTimeOf, type SiteGroup } from './group-sites'
import { NameSiteForm } from './name-site-form'
import { OtherSiteChoices } from './other-site-choices'
import css from './sites-screen.module.css'

interface SitesProps {
  readonly view: UnlockedView
  readonly go: Go
}

/** Which sites know which accounts. Each opens to what it may do and what it ever got. */
export function SitesScreen({ view, go }: SitesProps): ReactNode {
  const { sites } = view
  const connected = new Set(sites.map(({ origin }) => origin))
  const past = groupSites(view.pastSites).filter(({ origin }) => !connected.has(origin))
  return (
    <Screen title="Connected sites">
      {sites.length + view.siteChoices.length === 0 ? (
        <p className={css['empty']}>
          No site knows your account. When one asks to connect, a window opens and you decide.
        </p>
      ) : (
        <SiteList sites={groupSites(sites)} view={view} go={go} />
      )}
      {past.length > 0 && (
        <Section title="Disconnected" aside={<ForgetPast />}>
          <SiteList sites={past} view={view} go={go} />
        </Section>
      )}
      <OtherSiteChoices view={view} />
      <NameSiteForm />
    </Screen>
  )
}

function SiteList({ sites, view, go }: SitesProps & { sites: readonly SiteGroup[] }): ReactNode {
  return (
    <ul className={css['list']}>
      {sites.map(({ origin, connections }) => (
        <li key={origin}>
          <button type="button" className={css['site']} onClick={() => go({ kind: 'site', origin })}>
            <span className={css['words']}>
              <OriginText origin={origin} />
              <Remark connections={connections} view={view} />
            </span>
            <ChevronRight size={18} strokeWidth={1.6} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Remark({ connections, view }: { connections: readonly SiteView[]; view: UnlockedView }): ReactNode {
  const last = Math.max(...connections.map(lastTimeOf))
  return (
    <span className={css['remark']}>
      {accountNames(connections, view)}
      {last > 0 && (
        <>
          {' · last used '}
          <When at={last} />
        </>
      )}
    </span>
  )
}

function ForgetPast(): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  return (
    <>
      <Button
        look="text"
        busy={busy}
        onClick={() => run(ask('forgetPastSites', {}), 'The list of disconnected sites is empty.')}
      >
        Clear this list
      </Button>
      <Problem text={error} />
    </>
  )
}
