import type { ReactNode } from 'react'
import type { SiteView, UnlockedView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'

/** The accounts that a site knows, by name where they are still here. */
export function accountNames(connections: readonly SiteView[], view: UnlockedView): ReactNode {
  const names = connections.map(
    ({ account }) => view.accounts.find(({ address }) => address === account)?.name ?? 'an account that left',
  )
  return <PlainText text={names.join(', ')} />
}
