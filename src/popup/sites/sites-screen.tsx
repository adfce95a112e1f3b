import { type ReactNode, useState } from 'react'
import type { SiteView, TokenView, UnlockedView } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { ColourMark } from '../parts/colour-mark'
import { Notice } from '../parts/notice'
import { OriginText } from '../parts/origin-text'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import css from './sites-screen.module.css'

export function SitesScreen({ view }: { view: UnlockedView }): ReactNode {
  const sites = [...view.sites].sort((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0))
  return (
    <Screen title="Connected sites">
      {sites.length === 0 ? (
        <p className={css['empty']}>
          No site knows your account. When one asks to connect, a window opens and you decide.
        </p>
      ) : (
        <ul className={css['list']}>
          {sites.map((site) => (
            <Site key={`${site.origin} ${site.account}`} site={site} view={view} />
          ))}
        </ul>
      )}
    </Screen>
  )
}

function Site({ site, view }: { site: SiteView; view: UnlockedView }): ReactNode {
  const { networks, tokens } = view
  const account = view.accounts.find(({ address }) => address === site.account)
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const names = site.chainIds.map((id) => networks.find(({ chainId }) => chainId === id)?.name ?? id)

  async function disconnect(): Promise<void> {
    const reply = await ask('removeSite', { origin: site.origin })
    if (reply.kind === 'error') return setError(reply.error.message)
    announce(`${site.origin} is disconnected.`)
  }

  return (
    <li className={css['site']}>
      <h2 className={css['origin']}>
        <OriginText origin={site.origin} />
      </h2>
      <ul className={css['can']}>
        {account !== undefined && (
          <li className={css['account']}>
            With <ColourMark colour={account.colour} /> <PlainText text={account.name} />
          </li>
        )}
        <li>
          Sees this address on <PlainText text={names.join(', ')} />
        </li>
        <li>Asks you to sign; you decide each time</li>
        {site.viewingKeys.map((contract) => (
          <li key={contract} className={css['key']}>
            Reads your balance of <TokenName contract={contract} tokens={tokens} />
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
      <div className={css['end']}>
        <p>
          Last used <When at={site.lastUsedAt} />
        </p>
        <Button look="text" onClick={disconnect} aria-label={`Disconnect ${site.origin}`}>
          Disconnect
        </Button>
      </div>
    </li>
  )
}

function TokenName({ contract, tokens }: { contract: string; tokens: readonly TokenView[] }): ReactNode {
  const token = tokens.find((one) => one.contract === contract)
  return token === undefined ? <AddressText address={contract} /> : <PlainText text={token.symbol} />
}
