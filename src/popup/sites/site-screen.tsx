import type { ReactNode } from 'react'
import type { SiteView, UnlockedView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { AddressText } from '../parts/address'
import { Button } from '../parts/button'
import { OriginText, originRemark } from '../parts/origin-text'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import { GrantList } from './grant-list'
import { HadList } from './had-list'
import { NotTakenBack } from './not-taken-back'
import { SiteProviderChoice } from './site-provider-choice'
import css from './site-screen.module.css'

interface SiteProps {
  readonly origin: string
  readonly view: UnlockedView
  readonly onBack: () => void
}

/** One site: what it may do with each account, what it ever got, and the ways to take it back. */
export function SiteScreen({ origin, view, onBack }: SiteProps): ReactNode {
  const isThis = (site: SiteView): boolean => site.origin === origin
  const connected = view.sites.filter(isThis)
  const all = [...connected, ...view.pastSites.filter(isThis)]
  return (
    <Screen title="What this site has" over="Site" onBack={onBack}>
      <SiteHead origin={origin} connected={connected.length > 0} />
      <SiteProviderChoice
        origin={origin}
        choice={view.siteChoices.find((site) => site.origin === origin)?.choice ?? 'ask'}
      />
      {all.length === 0 && <p className={css['soft']}>This site has nothing of yours, and got nothing.</p>}
      <NotTakenBack connections={all} view={view} />
      {all.map((site) => (
        <Connection key={site.account} site={site} view={view} />
      ))}
      {connected.length > 0 && <RevokeAll origin={origin} />}
    </Screen>
  )
}

function SiteHead({ origin, connected }: { origin: string; connected: boolean }): ReactNode {
  const remark = originRemark(origin)
  return (
    <div className={css['head']}>
      <p>
        <OriginText origin={origin} large />
      </p>
      {remark !== undefined && <p className={css['soft']}>{remark}</p>}
      {!connected && <p className={css['soft']}>Disconnected. It has to ask you before it gets anything.</p>}
    </div>
  )
}

function Connection({ site, view }: { site: SiteView; view: UnlockedView }): ReactNode {
  const account = view.accounts.find(({ address }) => address === site.account)
  return (
    <div className={css['connection']}>
      {account ? <AccountLabel account={account} /> : <AddressText address={site.account} />}
      {site.grants.length > 0 && (
        <Section title="It may">
          <GrantList site={site} view={view} />
        </Section>
      )}
      {site.had.length > 0 && (
        <Section title="It got so far">
          <HadList had={site.had} view={view} />
        </Section>
      )}
    </div>
  )
}

function RevokeAll({ origin }: { origin: string }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  return (
    <div className={css['all']}>
      <Problem text={error} />
      <Button
        wide
        look="risk"
        busy={busy}
        onClick={() => run(ask('removeSite', { origin }), `${origin} is disconnected.`)}
      >
        Disconnect and revoke everything
      </Button>
    </div>
  )
}
