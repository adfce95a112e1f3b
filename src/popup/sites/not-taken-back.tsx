import type { ReactNode } from 'react'
import type { HadView, SiteView, UnlockedView } from '../../messages/popup'
import { Notice } from '../parts/notice'
import css from './site-screen.module.css'
import { TokenName } from './site-words'

interface NotTakenBackProps {
  readonly connections: readonly SiteView[]
  readonly view: UnlockedView
}

/** What a site keeps although its grant is gone, and what ends that. Nothing while every grant stands. */
export function NotTakenBack({ connections, view }: NotTakenBackProps): ReactNode {
  const kept = connections.flatMap((site) => site.had.filter((had) => !isGranted(site, had)))
  if (kept.length === 0) return null
  const keys = [
    ...new Set(kept.flatMap(({ kind, contract }) => (kind === 'viewing-key' ? (contract ?? []) : []))),
  ]
  const signed = kept.some(({ kind, given }) => kind === 'signatures' && given > 0)
  return (
    <Notice level="note" title="What revoking cannot take back">
      <div className={css['kept']}>
        {keys.length > 0 && (
          <>
            <p>It has read these viewing keys, and each reads on until you replace it:</p>
            <ul className={css['listed']}>
              {keys.map((contract) => (
                <li key={contract} className={css['clip']}>
                  <TokenName contract={contract} view={view} />
                </li>
              ))}
            </ul>
            <p>
              To end that, set a new viewing key where you use the token: on a site you trust, choose to
              create a viewing key, and approve it here.
            </p>
          </>
        )}
        {signed && (
          <p>What you signed stays signed. A permit among it reads until it ends or you revoke it.</p>
        )}
        <p>What it has seen, it may remember.</p>
      </div>
    </Notice>
  )
}

function isGranted({ grants }: SiteView, { chainId, kind, contract }: HadView): boolean {
  return grants.some((grant) => {
    if (grant.chainId !== chainId) return false
    switch (kind) {
      case 'viewing-key':
        return (
          grant.capability === 'viewing-keys' ||
          (grant.capability === 'viewing-key' && grant.contract === contract)
        )
      case 'signatures':
        return grant.capability === 'request-signatures'
      case 'address':
        return grant.capability === 'see-address'
      case 'messages':
      case 'message-keys':
      case 'message-texts':
        return grant.capability === 'decrypt'
      default:
        return kind satisfies never
    }
  })
}
