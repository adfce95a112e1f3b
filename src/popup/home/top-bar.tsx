import { Eye, EyeOff, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccountView } from '../../messages/popup'
import { useAmountsHidden } from '../amounts-hidden'
import { AddressText } from '../parts/address'
import { IconButton } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { Identicon } from '../parts/identicon'
import { PlainText } from '../parts/plain-text'
import { usePopup } from '../popup-context'
import css from './top-bar.module.css'

export function TopBar({ account }: { account: AccountView }): ReactNode {
  const { ask } = usePopup()
  const { hidden, toggle } = useAmountsHidden()
  return (
    <div className={css['bar']}>
      <Identicon text={account.address} size={38} />
      <div className={css['who']}>
        <p className={css['name']}>
          <PlainText text={account.name} />
        </p>
        <p className={css['address']}>
          <AddressText address={account.address} />
        </p>
      </div>
      <CopyButton text={account.address} label="Copy address" done="Address copied." />
      <IconButton label={hidden ? 'Show amounts' : 'Hide amounts'} aria-pressed={hidden} onClick={toggle}>
        {hidden ? <EyeOff size={18} strokeWidth={1.6} /> : <Eye size={18} strokeWidth={1.6} />}
      </IconButton>
      <IconButton label="Lock" onClick={() => ask('lock', {})}>
        <Lock size={17} strokeWidth={1.6} />
      </IconButton>
    </div>
  )
}
