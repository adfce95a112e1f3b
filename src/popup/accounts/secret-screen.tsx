import { BookText, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SecretView, UnlockedView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import type { Go } from '../routes'
import { Menu, MenuItem } from '../settings/menu'
import css from './accounts.module.css'
import { secretWords } from './accounts-screen'
import { NamePart } from './name-part'

interface SecretProps {
  readonly view: UnlockedView
  readonly secret: SecretView
  readonly go: Go
  readonly onBack: () => void
}

export function SecretScreen({ view, secret, go, onBack }: SecretProps): ReactNode {
  const accounts = view.accounts.filter(({ keys }) => keys.kind !== 'watch' && keys.secretId === secret.id)
  const secretId = secret.id
  return (
    <Screen title={<PlainText text={secret.name} />} over={secretWords(secret)} onBack={onBack}>
      {secret.kind === 'phrase' && secret.source === 'created' && !secret.checked && (
        <Notice level="caution" title="Not written down yet">
          If this computer breaks, the words on paper are all that brings these accounts back.
        </Notice>
      )}
      {secret.kind === 'phrase' && (
        <Menu>
          <MenuItem
            sign={BookText}
            title="Show recovery phrase"
            hint="Behind your password"
            onOpen={() => go({ kind: 'phrase', secretId })}
          />
          <MenuItem
            sign={Search}
            title="Look for used accounts"
            hint="Asks the network about the first of them"
            onOpen={() => go({ kind: 'found', secretId })}
          />
        </Menu>
      )}
      <NamePart
        label="Name"
        name={secret.name}
        save={(name) => ({ method: 'renameSecret', params: { secretId, name } })}
      />
      <Section title="Its accounts">
        <ul className={css['list']}>
          {accounts.map((account) => (
            <li key={account.address} className={css['row']}>
              <button
                type="button"
                className={css['open']}
                onClick={() => go({ kind: 'account', address: account.address })}
              >
                <AccountLabel account={account} />
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </Screen>
  )
}
