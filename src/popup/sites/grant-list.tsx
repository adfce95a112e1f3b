import type { ReactNode } from 'react'
import type { GrantView, SiteView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Problem } from '../parts/problem'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './site-screen.module.css'
import { NetworkName, networkName, TokenName, tokenName } from './site-words'

const MEANING: Record<Exclude<GrantView['capability'], 'viewing-key'>, string> = {
  'see-address': 'See the address',
  'request-signatures': 'Ask you to sign; you decide each time',
  decrypt: 'Encrypt its messages and read their answers',
  'viewing-keys': 'Read the viewing keys of all your tokens',
}

/** What a site may do with one account, each with a way to take it back. */
export function GrantList({ site, view }: { site: SiteView; view: UnlockedView }): ReactNode {
  return (
    <ul className={css['list']}>
      {site.grants.map((grant) => (
        <Grant
          key={`${grant.chainId} ${grant.capability} ${grant.contract ?? ''}`}
          site={site}
          grant={grant}
          view={view}
        />
      ))}
    </ul>
  )
}

interface GrantProps {
  readonly site: SiteView
  readonly grant: GrantView
  readonly view: UnlockedView
}

function Grant({ site, grant, view }: GrantProps): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const { origin, account } = site
  const { chainId, capability, contract, grantedAt, lastUsedAt } = grant
  const several = new Set(site.grants.map((each) => each.chainId)).size > 1
  const spoken = `${meaningOf(grant, view)} on ${networkName(chainId, view)}`

  function revoke(): void {
    const about = { origin, account, chainId, capability, ...(contract === undefined ? {} : { contract }) }
    void run(ask('revokeGrant', about), `Taken back: ${spoken}.`)
  }

  return (
    <li>
      <div className={css['row']}>
        <div>
          <p className={css['clip']}>
            {capability === 'viewing-key' ? (
              <>
                Read the viewing key of <TokenName contract={contract ?? ''} view={view} />
              </>
            ) : (
              MEANING[capability]
            )}
          </p>
          <p className={css['soft']}>
            {several && (
              <>
                <NetworkName chainId={chainId} view={view} />
                {' · '}
              </>
            )}
            Granted <When at={grantedAt} />
            {' · '}
            {lastUsedAt === undefined ? (
              'not used yet'
            ) : (
              <>
                last used <When at={lastUsedAt} />
              </>
            )}
          </p>
          {capability === 'see-address' && (
            <p className={css['soft']}>Without it the site has nothing else on this network.</p>
          )}
        </div>
        <Button look="text" busy={busy} onClick={revoke} aria-label={`Revoke: ${spoken}`}>
          Revoke
        </Button>
      </div>
      <Problem text={error} />
    </li>
  )
}

function meaningOf({ capability, contract }: GrantView, view: UnlockedView): string {
  if (capability !== 'viewing-key') return MEANING[capability]
  return `Read the viewing key of ${tokenName(contract ?? '', view)}`
}
