import type { ReactNode } from 'react'
import type { OwnAccountView, SecretView } from '../../messages/popup'
import { Button } from '../parts/button'
import { type FactRow, Facts } from '../parts/facts'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import { accountsOf, isUnwritten } from './account-groups'
import css from './accounts.module.css'
import { NameForm } from './name-form'

interface SecretProps {
  readonly secret: SecretView
  readonly accounts: readonly OwnAccountView[]
  readonly go: Go
  readonly onBack: () => void
}

/** A recovery phrase or a private key: everything about it but itself. */
export function SecretScreen({ secret, accounts, go, onBack }: SecretProps): ReactNode {
  const { ask } = usePopup()
  const { id, name, kind } = secret
  return (
    <Screen title={<PlainText text={name} />} over={WHAT[kind]} onBack={onBack}>
      {isUnwritten(secret) && (
        <Notice level="caution" title="Not written down yet">
          This phrase exists only on this computer. Write it down before you receive anything.
        </Notice>
      )}
      <NameForm name={name} onSave={(next) => ask('renameSecret', { secretId: id, name: next })} />
      <Facts rows={rowsOf(secret, accountsOf(id, accounts).length)} />
      {kind === 'phrase' ? (
        <div className={css['form']}>
          <Button wide onClick={() => go({ kind: 'phrase', secretId: id })}>
            Show recovery phrase
          </Button>
          <Button wide onClick={() => go({ kind: 'found', secretId: id })}>
            Look for used accounts
          </Button>
        </div>
      ) : (
        <p className={css['soft']}>To see the key, open its account and choose Export private key.</p>
      )}
    </Screen>
  )
}

const WHAT: Record<SecretView['kind'], string> = { phrase: 'Recovery phrase', 'private-key': 'Private key' }

function rowsOf({ words, passphrase, source, createdAt, kind }: SecretView, accounts: number): FactRow[] {
  const rows: FactRow[] = []
  if (words !== undefined) rows.push({ label: 'Words', value: String(words) })
  if (kind === 'phrase') rows.push({ label: 'Extra passphrase', value: passphrase ? 'Yes' : 'None' })
  rows.push({ label: source === 'created' ? 'Made here' : 'Brought here', value: <When at={createdAt} /> })
  rows.push({ label: 'Accounts in use', value: String(accounts) })
  return rows
}
