import { QrCode } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OwnAccountView, UnlockedView } from '../../messages/popup'
import { BareAddress } from '../parts/address'
import { Button } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { Identicon } from '../parts/identicon'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { WatchNotice } from '../parts/watch-notice'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import { useRequest } from '../use-request'
import { AccountFacts } from './account-facts'
import { AccountSites } from './account-sites'
import css from './accounts.module.css'
import { ColourChoice } from './colour-choice'
import { ExportKey } from './export-key'
import { HiddenChoice } from './hidden-choice'
import { NameForm } from './name-form'
import { RemoveAccount } from './remove-account'

interface AccountProps {
  readonly account: OwnAccountView
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

/** One account: what it is called, where it is, who knows it, and what only its owner may do. */
export function AccountScreen({ account, view, go, onBack }: AccountProps): ReactNode {
  const { ask } = usePopup()
  const { address, name } = account
  const used = address === view.account.address
  return (
    <Screen
      title={<PlainText text={name} />}
      over={used ? 'Account in use' : 'Account'}
      onBack={onBack}
      footer={!used && <UseAccount address={address} />}
    >
      <WatchNotice account={account} />
      <AddressCard address={address} go={go} />
      <NameForm name={name} onSave={(next) => ask('editAccount', { address, name: next })} />
      <ColourChoice account={account} />
      <HiddenChoice account={account} />
      <AccountFacts account={account} secrets={view.secrets} go={go} />
      <AccountSites sites={view.sites.filter((site) => site.account === address)} go={go} />
      {account.keys.kind !== 'watch' && (
        <Section title="Private key">
          <ExportKey address={address} />
        </Section>
      )}
      <Section title="Remove">
        <RemoveAccount account={account} view={view} go={go} onRemoved={onBack} />
      </Section>
    </Screen>
  )
}

function AddressCard({ address, go }: { address: string; go: Go }): ReactNode {
  return (
    <div className={css['card']}>
      <Identicon text={address} size={38} />
      <p className={css['address']}>
        <BareAddress address={address} full />
      </p>
      <CopyButton text={address} label="Copy address" done="Address copied." />
      <Button look="text" aria-label="Show QR code" onClick={() => go({ kind: 'receive', address })}>
        <QrCode size={18} strokeWidth={1.6} aria-hidden />
      </Button>
    </div>
  )
}

function UseAccount({ address }: { address: string }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  return (
    <div className={css['form']}>
      <Problem text={error} />
      <Button
        look="primary"
        wide
        busy={busy}
        onClick={() => run(ask('selectAccount', { address }), 'This account is in use.')}
      >
        Use this account
      </Button>
    </div>
  )
}
