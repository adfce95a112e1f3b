import { ArrowDown, ArrowUp, ChevronRight, KeyRound, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OwnAccountView, SecretView, UnlockedView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { useAnnounce } from '../parts/announcer'
import { Button, IconButton } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import type { Go } from '../routes'
import css from './accounts.module.css'
import { useChange } from './use-change'

interface AccountsProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

export function AccountsScreen({ view, go, onBack }: AccountsProps): ReactNode {
  const announce = useAnnounce()
  const { error, run } = useChange()

  async function move(account: OwnAccountView, to: number): Promise<void> {
    const done = await run('moveAccount', { address: account.address, to })
    if (done !== undefined) announce(`${account.name} is now number ${to + 1} of ${view.accounts.length}.`)
  }

  return (
    <Screen
      title="Accounts"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={() => go({ kind: 'add-account' })}>
          <Plus size={18} strokeWidth={1.8} aria-hidden />
          Add account
        </Button>
      }
    >
      {error !== undefined && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
      <ul className={css['list']}>
        {view.accounts.map((account, at) => (
          <li key={account.address} className={css['row']}>
            <button
              type="button"
              className={css['open']}
              onClick={() => go({ kind: 'account', address: account.address })}
            >
              <AccountLabel account={account} remark={<Remark view={view} account={account} />} />
              <ChevronRight size={18} strokeWidth={1.6} aria-hidden />
            </button>
            {at > 0 && (
              <IconButton label={`Move ${account.name} up`} onClick={() => move(account, at - 1)}>
                <ArrowUp size={16} strokeWidth={1.8} />
              </IconButton>
            )}
            {at < view.accounts.length - 1 && (
              <IconButton label={`Move ${account.name} down`} onClick={() => move(account, at + 1)}>
                <ArrowDown size={16} strokeWidth={1.8} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <Section title="Phrases and keys">
        <ul className={css['list']}>
          {view.secrets.map((secret) => (
            <SecretRow
              key={secret.id}
              secret={secret}
              onOpen={() => go({ kind: 'secret', secretId: secret.id })}
            />
          ))}
        </ul>
      </Section>
    </Screen>
  )
}

function Remark({ view, account }: { view: UnlockedView; account: OwnAccountView }): ReactNode {
  const sites = view.sites.filter(({ account: address }) => address === account.address).length
  const words = [
    ...(account.address === view.account.address ? ['in use'] : []),
    ...(account.hidden ? ['hidden'] : []),
    ...(sites > 0 ? [sites === 1 ? '1 site' : `${sites} sites`] : []),
  ]
  return words.length === 0 ? null : <span className={css['remark']}>{words.join(' · ')}</span>
}

function SecretRow({ secret, onOpen }: { secret: SecretView; onOpen: () => void }): ReactNode {
  return (
    <li className={css['row']}>
      <button type="button" className={css['open']} onClick={onOpen}>
        <KeyRound size={20} strokeWidth={1.6} aria-hidden />
        <span className={css['entry']} data-grow>
          <span className={css['name']}>
            <PlainText text={secret.name} />
          </span>
          <span className={css['remark']}>{secretWords(secret)}</span>
        </span>
        <ChevronRight size={18} strokeWidth={1.6} aria-hidden />
      </button>
    </li>
  )
}

/** What a phrase or key is, in a few words. */
export function secretWords({ kind, words, passphrase, source, checked }: SecretView): string {
  if (kind === 'private-key') return 'Private key'
  const about = [`${words ?? 0} words`]
  if (passphrase) about.push('with a passphrase')
  if (source === 'created' && !checked) about.push('not written down yet')
  return about.join(', ')
}
