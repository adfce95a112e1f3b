import type { ReactNode } from 'react'
import type { NetworkView, OwnAccountView } from '../../messages/popup'
import { BareAddress } from '../parts/address'
import { CopyButton } from '../parts/copy-button'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { SeenBy } from '../parts/veil'
import { WatchNotice } from '../parts/watch-notice'
import { QrPicture } from './qr-picture'
import css from './receive-screen.module.css'

interface ReceiveProps {
  readonly account: OwnAccountView
  readonly network: NetworkView
  readonly onBack: () => void
}

export function ReceiveScreen({ account, network, onBack }: ReceiveProps): ReactNode {
  return (
    <Screen
      title="Receive"
      onBack={onBack}
      footer={
        <CopyButton text={account.address} label="Copy address" done="Address copied." look="primary" />
      }
    >
      <WatchNotice account={account} />
      <div className={css['card']}>
        <QrPicture text={account.address} />
        <p className={css['address']}>
          <BareAddress address={account.address} full />
        </p>
      </div>
      <div className={css['notes']}>
        <p>
          For {network.symbol} and private tokens on <PlainText text={network.name} />. Coins sent on any
          other network do not arrive.
        </p>
        <SeenBy eyes="public">Whoever has this address can see its public balance</SeenBy>
      </div>
    </Screen>
  )
}
