import type { ReactNode } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import css from './account-label.module.css'
import { BareAddress } from './address'
import { ColourMark } from './colour-mark'
import { Identicon } from './identicon'
import { PlainText } from './plain-text'

interface AccountLabelProps {
  readonly account: OwnAccountView
  /** More words about it, after the address. */
  readonly remark?: ReactNode
}

/** An account in one line: mark, colour, name, short address, and whether it can only be watched. */
export function AccountLabel({ account, remark }: AccountLabelProps): ReactNode {
  const { name, address, colour, keys } = account
  return (
    <span className={css['label']}>
      <Identicon text={address} size={34} />
      <span className={css['words']}>
        <span className={css['name']}>
          <ColourMark colour={colour} /> <PlainText text={name} />
        </span>
        <span className={css['below']}>
          <BareAddress address={address} />
          {keys.kind === 'watch' && <span className={css['tag']}>Watch only</span>}
          {remark}
        </span>
      </span>
    </span>
  )
}
