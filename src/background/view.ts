/** Everything the popup may see, as one pure function of the background's state. */
import type { Chain } from '../chain/index'
import type {
  ActivitySummary,
  AmountView,
  ApprovalView,
  NetworkChoice,
  SiteView,
  TokenView,
  View,
} from '../messages/popup'
import type { Account } from './accounts/account'
import { type Health, networkView } from './networks/networks'
import type { SecurityEvent } from './networks/security-event-schema'
import { isBlocking, securityEventView } from './networks/security-events'

export type ViewState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged'; readonly message: string }
  | { readonly kind: 'locked'; readonly waitingSites: readonly string[] }
  | ({ readonly kind: 'unlocked' } & UnlockedState)

export interface UnlockedState {
  readonly account: Account
  readonly chain: Chain
  readonly health: Health
  readonly networks: readonly NetworkChoice[]
  readonly balance: AmountView
  readonly tokens: readonly TokenView[]
  readonly approvals: readonly ApprovalView[]
  readonly activity: { readonly items: readonly ActivitySummary[]; readonly more: boolean }
  readonly sites: readonly SiteView[]
  readonly events: readonly SecurityEvent[]
  readonly autoLockMinutes: number
}

export function viewOf(state: ViewState): View {
  switch (state.kind) {
    case 'empty':
      return { kind: 'empty' }
    case 'damaged':
      return { kind: 'damaged', message: state.message }
    case 'locked':
      return { kind: 'locked', waitingSites: [...new Set(state.waitingSites)] }
    case 'unlocked':
      return unlockedView(state)
    default:
      return state satisfies never
  }
}

function unlockedView(state: UnlockedState): View {
  const { account, chain, networks, balance, tokens, approvals, activity, sites, autoLockMinutes } = state
  return {
    kind: 'unlocked',
    account: { name: account.name, address: account.address },
    network: networkView(chain, state.health),
    networks,
    balance,
    tokens,
    approvals,
    activity: activity.items,
    moreActivity: activity.more,
    sites,
    securityEvents: state.events
      .filter(isBlocking)
      .map((event) => securityEventView(event, networkName(event.chainId, networks))),
    autoLockMinutes,
  }
}

function networkName(chainId: string, networks: readonly NetworkChoice[]): string {
  return networks.find((network) => network.chainId === chainId)?.name ?? chainId
}
