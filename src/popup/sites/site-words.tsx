import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { PlainText } from '../parts/plain-text'

export function networkName(chainId: string, view: UnlockedView): string {
  return view.networks.find((network) => network.chainId === chainId)?.name ?? chainId
}

/** The token's symbol while it is in the list; its address otherwise. */
export function tokenName(contract: string, view: UnlockedView): string {
  return view.tokens.find((token) => token.contract === contract)?.symbol ?? contract
}

export function NetworkName({ chainId, view }: { chainId: string; view: UnlockedView }): ReactNode {
  return <PlainText text={networkName(chainId, view)} />
}

export function TokenName({ contract, view }: { contract: string; view: UnlockedView }): ReactNode {
  const token = view.tokens.find((each) => each.contract === contract)
  return token === undefined ? <AddressText address={contract} /> : <PlainText text={token.symbol} />
}
