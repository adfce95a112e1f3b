/** Everything the popup may see, as one pure function of the background's state. */
import type { Chain } from '../chain/index'
import type {
  ActivitySummary,
  AmountView,
  ApprovalView,
  ContactView,
  NetworkChoice,
  PasskeyView,
  PriceView,
  SiteChoiceView,
  SiteView,
  TokenView,
  View,
} from '../messages/popup'
import { accountView } from './accounts/account'
import { findAccount } from './accounts/account-book'
import type { StoredBook } from './accounts/account-schema'
import { secretView } from './accounts/secret-labels'
import type { Health } from './networks/health'
import { networkView } from './networks/networks'
import type { SecurityEvent } from './networks/security-event-schema'
import { securityEventView } from './networks/security-event-view'
import { isShown } from './networks/security-events'
import type { LockedFacts } from './vault/vault'

export type ViewState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged'; readonly message: string }
  | ({ readonly kind: 'locked'; readonly waitingSites: readonly string[] } & LockedFacts)
  | ({ readonly kind: 'unlocked' } & UnlockedState)

export interface UnlockedState {
  readonly book: StoredBook
  readonly contacts: readonly ContactView[]
  readonly passkeys: readonly PasskeyView[]
  readonly chain: Chain
  readonly health: Health
  readonly networks: readonly NetworkChoice[]
  readonly balance: AmountView
  readonly tokens: readonly TokenView[]
  readonly approvals: readonly ApprovalView[]
  readonly activity: { readonly items: readonly ActivitySummary[]; readonly more: boolean }
  readonly sites: readonly SiteView[]
  readonly siteChoices: readonly SiteChoiceView[]
  readonly events: readonly SecurityEvent[]
  readonly autoLockMinutes: number
  readonly price: PriceView
}

export function viewOf(state: ViewState): View {
  switch (state.kind) {
    case 'empty':
      return { kind: 'empty' }
    case 'damaged':
      return { kind: 'damaged', message: state.message }
    case 'locked':
      return { ...state, waitingSites: [...new Set(state.waitingSites)] }
    case 'unlocked':
      return unlockedView(state)
    default:
      return state satisfies never
  }
}

function unlockedView(state: UnlockedState): View {
  const {
    book,
    contacts,
    passkeys,
    chain,
    networks,
    balance,
    tokens,
    approvals,
    activity,
    sites,
    siteChoices,
    autoLockMinutes,
    price,
  } = state
  return {
    kind: 'unlocked',
    account: accountView(findAccount(book, book.active)),
    accounts: book.accounts.map(accountView),
    secrets: book.secrets.map(secretView),
    contacts,
    passkeys,
    network: networkView(chain, state.health),
    networks,
    balance,
    tokens,
    approvals,
    activity: activity.items,
    moreActivity: activity.more,
    sites: sites.filter(({ grants }) => grants.length > 0),
    pastSites: sites.filter(({ grants }) => grants.length === 0),
    siteChoices,
    securityEvents: state.events
      .filter(isShown)
      .map((event) => securityEventView(event, networkName(event.chainId, networks))),
    autoLockMinutes,
    price,
  }
}

function networkName(chainId: string, networks: readonly NetworkChoice[]): string {
  return networks.find((network) => network.chainId === chainId)?.name ?? chainId
}
