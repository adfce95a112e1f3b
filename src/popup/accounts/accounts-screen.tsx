import { BookUser, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { OwnAccountView, SecretView, UnlockedView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { Button } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import type { Go } from '../routes'
import { groupAccounts, isUnwritten } from './account-groups'
import { AccountOrder } from './account-order'
import css from './accounts.module.css'

interface AccountsProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

/** Every account, by what it comes from. */
export function AccountsScreen({ view, go, onBack }: AccountsProps): ReactNode {
  const [ordering, setOrdering] = useState(false)
  if (ordering) return <AccountOrder accounts={view.accounts} onDone={() => setOrdering(false)} />
  return (
    <Screen
      title="Accounts"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={() => go({ kind: 'add-account' })}>
          Add account
        </Button>
      }
    >
      {groupAccounts(view).map(({ secret, accounts }) => (
        <Section
          key={secret?.id ?? 'watch'}
          title={secret ? <PlainText text={secret.name} /> : 'Watch only'}
          aside={secret && <OpenSecret secret={secret} go={go} />}
        >
          {secret && isUnwritten(secret) && <p className={css['unwritten']}>Not written down yet</p>}
          <ul className={css['list']}>
            {accounts.map((account) => (
              <Row key={account.address} account={account} view={view} go={go} />
            ))}
          </ul>
        </Section>
      ))}
      <div className={css['ways']}>
        {view.accounts.length > 1 && (
          <Button look="text" onClick={() => setOrdering(true)}>
            Change the order
          </Button>
        )}
        <Button look="text" onClick={() => go({ kind: 'contacts' })}>
          <BookUser size={16} strokeWidth={1.8} aria-hidden />
          Address book
        </Button>
      </div>
    </Screen>
  )
}

function OpenSecret({ secret, go }: { secret: SecretView; go: Go }): ReactNode {
  const what = secret.words === undefined ? 'Private key' : `${secret.words} words`
  return (
    <span className={css['kind']}>
      {what}
      <Button
        look="text"
        aria-label={`Open ${secret.name}`}
        onClick={() => go({ kind: 'secret', secretId: secret.id })}
      >
        Open
      </Button>
    </span>
  )
}

function Row({ account, view, go }: { account: OwnAccountView; view: UnlockedView; go: Go }): ReactNode {
  const { address, hidden } = account
  const sites = view.sites.filter((site) => site.account === address).length
  const marks = [
    address === view.account.address && 'in use',
    hidden && 'hidden',
    sites > 0 && (sites === 1 ? '1 site' : `${sites} sites`),
  ].filter((mark) => mark !== false)
  return (
    <li>
      <button type="button" className={css['row']} onClick={() => go({ kind: 'account', address })}>
        <AccountLabel account={account} remark={<span>{marks.join(', ')}</span>} />
        <ChevronRight size={16} strokeWidth={1.8} aria-hidden />
      </button>
    </li>
  )
}
