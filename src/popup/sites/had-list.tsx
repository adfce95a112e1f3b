import type { ReactNode } from 'react'
import type { HadView, UnlockedView } from '../../messages/popup'
import { When } from '../parts/when'
import css from './site-screen.module.css'
import { NetworkName, TokenName } from './site-words'

/** Everything a site ever got of one account. */
export function HadList({ had, view }: { had: readonly HadView[]; view: UnlockedView }): ReactNode {
  const several = new Set(had.map(({ chainId }) => chainId)).size > 1
  return (
    <ul className={css['list']}>
      {had.map((each) => (
        <li key={`${each.chainId} ${each.kind} ${each.contract ?? ''}`} className={css['row']}>
          <div>
            <p className={css['clip']}>
              <What had={each} view={view} />
            </p>
            <p className={css['soft']}>
              {several && (
                <>
                  <NetworkName chainId={each.chainId} view={view} />
                  {' · '}
                </>
              )}
              First <When at={each.firstAt} />, last <When at={each.lastAt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function What({ had, view }: { had: HadView; view: UnlockedView }): ReactNode {
  const { kind, asked, given, contract = '' } = had
  switch (kind) {
    case 'address':
      return 'The address of this account'
    case 'messages':
      return 'Encryption of its own messages, and their answers'
    case 'viewing-key':
      return (
        <>
          The viewing key of <TokenName contract={contract} view={view} />
        </>
      )
    case 'signatures':
      return `${given} of ${asked} ${asked === 1 ? 'signature' : 'signatures'} it asked for`
    case 'message-keys':
      return `${given} ${given === 1 ? 'key' : 'keys'} of messages it did not encrypt`
    case 'message-texts':
      return `${given} decrypted ${given === 1 ? 'message' : 'messages'} it did not encrypt`
    default:
      return kind satisfies never
  }
}
