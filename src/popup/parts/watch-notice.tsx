import type { ReactNode } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import { Notice } from './notice'

/** What cannot be done with an account that has no key here; nothing for any other account. */
export function WatchNotice({ account }: { account: OwnAccountView }): ReactNode {
  if (account.keys.kind !== 'watch') return null
  return (
    <Notice level="note" title="Watch only">
      Sotto has no key for this account, so it can look and not sign.
    </Notice>
  )
}
