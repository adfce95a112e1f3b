import type { ReactNode } from 'react'
import type { SiteView, TokenView, UnlockedView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { AddressText } from '../parts/address'
import { Button } from '../parts/button'
import { OriginText } from '../parts/origin-text'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import { groupSites, type SiteGroup } from './group-sites'
import { OtherSiteChoices } from './other-site-choices'
import { SiteProviderChoice } from './site-provider-choice'
import css from './sites-screen.module.css'

/** Which sites know which accounts, and what each may do. */
export function SitesScreen({ view }: { view: UnlockedView }): ReactNode {
  return (
    <Screen title="Connected sites">
      {view.sites.length + view.siteChoices.length === 0 ? (
        <p className={css['empty']}>
          No site knows your account. When one asks to connect, a window opens and you decide.
        </p>
      ) : (
        <ul className={css['list']}>
          {groupSites(view.sites).map((site) => (
            <Site key={site.origin} site={site} view={view} />
          ))}
        </ul>
      )}
      <OtherSiteChoices view={view} />
    </Screen>
  )
}

function Site({ site: { origin, connections }, view }: { site: SiteGroup; view: UnlockedView }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const word = connections.length === 1 ? 'Disconnect' : `Disconnect from all ${connections.length}`
  const lastUsedAt = Math.max(...connections.map((connection) => connection.lastUsedAt))
  return (
    <li className={css['site']}>
      <h2 className={css['origin']}>
        <OriginText origin={origin} />
      </h2>
      <ul className={css['list']}>
        {connections.map((connection) => (
          <Connection key={connection.account} connection={connection} view={view} />
        ))}
      </ul>
      <SiteProviderChoice
        origin={origin}
        choice={view.siteChoices.find((site) => site.origin === origin)?.choice ?? 'ask'}
      />
      <Problem text={error} />
      <div className={css['end']}>
        <p>
          Last used <When at={lastUsedAt} />
        </p>
        <Button
          look="text"
          busy={busy}
          onClick={() => run(ask('removeSite', { origin }), `${origin} is disconnected.`)}
          aria-label={`${word} ${origin}`}
        >
          {word}
        </Button>
      </div>
    </li>
  )
}

function Connection({ connection, view }: { connection: SiteView; view: UnlockedView }): ReactNode {
  const { account: address, chainIds, viewingKeys } = connection
  const account = view.accounts.find((one) => one.address === address)
  const names = chainIds.map((id) => view.networks.find(({ chainId }) => chainId === id)?.name ?? id)
  return (
    <li className={css['connection']}>
      {account ? <AccountLabel account={account} /> : <AddressText address={address} />}
      <ul className={css['can']}>
        <li>
          Sees this address on <PlainText text={names.join(', ')} />
        </li>
        <li>Asks you to sign; you decide each time</li>
        {viewingKeys.map((contract) => (
          <li key={contract} className={css['key']}>
            Reads the balance of <TokenName contract={contract} tokens={view.tokens} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function TokenName({ contract, tokens }: { contract: string; tokens: readonly TokenView[] }): ReactNode {
  const token = tokens.find((one) => one.contract === contract)
  return token === undefined ? <AddressText address={contract} /> : <PlainText text={token.symbol} />
}
