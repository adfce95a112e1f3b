import { Eye, EyeOff, QrCode, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { OwnAccountView, UnlockedView } from '../../messages/popup'
import { BareAddress } from '../parts/address'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { Facts } from '../parts/facts'
import { Notice } from '../parts/notice'
import { OriginText } from '../parts/origin-text'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { WatchNotice } from '../parts/watch-notice'
import type { Go } from '../routes'
import css from './accounts.module.css'
import { ColourPart } from './colour-part'
import { ExportKeyPart } from './export-key-part'
import { NamePart } from './name-part'
import { RemoveAccountPart } from './remove-account-part'
import { useChange } from './use-change'

interface AccountProps {
  readonly view: UnlockedView
  readonly account: OwnAccountView
  readonly go: Go
  readonly onBack: () => void
}

export function AccountScreen({ view, account, go, onBack }: AccountProps): ReactNode {
  const [part, setPart] = useState<'none' | 'export' | 'remove'>('none')
  const { address } = account
  const sites = view.sites.filter((site) => site.account === address)
  if (part === 'export') return <ExportKeyPart account={account} onBack={() => setPart('none')} />
  if (part === 'remove')
    return (
      <RemoveAccountPart view={view} account={account} onBack={() => setPart('none')} onRemoved={onBack} />
    )
  return (
    <Screen title={<PlainText text={account.name} />} over="Account" onBack={onBack}>
      <WatchNotice account={account} />
      <UsePart view={view} account={account} />
      <Facts
        rows={[
          { label: 'Address', value: <BareAddress address={address} full />, below: true },
          ...keyRows(view, account),
        ]}
      />
      <div className={css['actions']}>
        <CopyButton text={address} label="Copy address" done="Address copied." look="icon" />
        <Button look="text" onClick={() => go({ kind: 'receive', address })}>
          <QrCode size={16} strokeWidth={1.8} aria-hidden />
          Show code
        </Button>
      </div>
      <NamePart
        label="Name"
        name={account.name}
        save={(name) => ({ method: 'editAccount', params: { address, name } })}
      />
      <ColourPart account={account} />
      <Section title="Sites that know this account">
        {sites.length === 0 ? (
          <p className={css['soft']}>None.</p>
        ) : (
          <ul className={css['list']}>
            {sites.map(({ origin }) => (
              <li key={origin} className={css['soft']}>
                <OriginText origin={origin} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="More">
        <div className={css['actions']}>
          {account.keys.kind !== 'watch' && (
            <Button onClick={() => setPart('export')}>Export private key</Button>
          )}
          <Button onClick={() => setPart('remove')}>
            <Trash2 size={16} strokeWidth={1.8} aria-hidden />
            Remove account
          </Button>
        </div>
      </Section>
    </Screen>
  )
}

/** Choosing it, and leaving it out of the switcher. */
function UsePart({ view, account }: { view: UnlockedView; account: OwnAccountView }): ReactNode {
  const announce = useAnnounce()
  const { error, run } = useChange()
  const { address, hidden, name } = account
  const inUse = address === view.account.address

  async function use(): Promise<void> {
    if ((await run('selectAccount', { address })) !== undefined) announce(`${name} is in use.`)
  }

  async function hide(): Promise<void> {
    const done = await run('editAccount', { address, hidden: !hidden })
    if (done !== undefined) announce(hidden ? `${name} is shown again.` : `${name} is hidden.`)
  }

  return (
    <>
      <div className={css['actions']}>
        {inUse ? (
          <p className={css['soft']}>This account is in use.</p>
        ) : (
          <Button onClick={use}>Use this account</Button>
        )}
        <Button look="text" onClick={hide}>
          {hidden ? (
            <Eye size={16} strokeWidth={1.8} aria-hidden />
          ) : (
            <EyeOff size={16} strokeWidth={1.8} aria-hidden />
          )}
          {hidden ? 'Show in the switcher' : 'Hide from the switcher'}
        </Button>
      </div>
      {error !== undefined && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
    </>
  )
}

function keyRows(view: UnlockedView, { keys }: OwnAccountView): { label: string; value: ReactNode }[] {
  if (keys.kind === 'watch') return [{ label: 'Key', value: 'None here' }]
  const secret = view.secrets.find(({ id }) => id === keys.secretId)
  const from = { label: 'From', value: <PlainText text={secret?.name ?? 'a private key'} /> }
  if (keys.kind === 'private-key') return [from]
  return [from, { label: 'Path', value: <span className={css['path']}>{keys.path}</span> }]
}
