/** Everything the popup may see. The background makes it as one pure function of its state and pushes it whole. */
export type * from './approval-view'
export type * from './fee-view'
export type * from './json-remark'
export type * from './keys-view'
export type * from './site-view'

import type { ApprovalView, Fact, FeeView } from './approval-view'
import type { ContactView, LockedView, OwnAccountView, PasskeyView, SecretView } from './keys-view'
import type { SiteView } from './site-view'

export type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged'; readonly message: string }
  | LockedView
  | UnlockedView

export interface UnlockedView {
  readonly kind: 'unlocked'
  /** The one in use; also among `accounts`. */
  readonly account: OwnAccountView
  readonly accounts: readonly OwnAccountView[]
  readonly secrets: readonly SecretView[]
  /** By name. */
  readonly contacts: readonly ContactView[]
  readonly passkeys: readonly PasskeyView[]
  readonly network: NetworkView
  readonly networks: readonly NetworkChoice[]
  readonly balance: AmountView
  readonly tokens: readonly TokenView[]
  readonly approvals: readonly ApprovalView[]
  /** Newest first; older ones through `moreActivity`. */
  readonly activity: readonly ActivitySummary[]
  readonly moreActivity: boolean
  /** Connected ones, of all accounts. */
  readonly sites: readonly SiteView[]
  /** Sites that have no grant any more, for what they once had. */
  readonly pastSites: readonly SiteView[]
  readonly siteChoices: readonly SiteChoiceView[]
  readonly securityEvents: readonly SecurityEventView[]
  readonly autoLockMinutes: number
  readonly price: PriceView
}

/** What the network's coin is worth. */
export type PriceView =
  /** The person did not ask for prices: nobody is asked. */
  | { readonly kind: 'off' }
  /** Nobody on this network says. */
  | { readonly kind: 'none' }
  /** No answer, or none that may still be shown. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known'
      /** US dollars for a whole coin with 18 decimals, as decimal digits. */
      readonly rate: string
      /** From then on it is too old: milliseconds since 1970. */
      readonly until: number
    }

export interface NetworkView {
  readonly chainId: string
  readonly name: string
  readonly symbol: string
  readonly denom: string
  readonly decimals: number
  readonly testnet: boolean
  readonly health: 'unknown' | 'online' | 'behind' | 'offline'
  /** The newest block seen, as decimal digits. */
  readonly height?: string
  /** When offline: what happened and what to do. */
  readonly message?: string
  /** When behind: the time of the newest block, in milliseconds since 1970. */
  readonly blockTime?: number
}

export interface NetworkChoice {
  readonly chainId: string
  readonly name: string
  readonly testnet: boolean
  readonly endpoints: readonly string[]
  /** True when the person set the endpoints. */
  readonly custom: boolean
  /** True when the person added the network, so that it can be removed. */
  readonly added: boolean
}

/** An amount in base units that may not be known yet. */
export type AmountView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly amount: string; readonly asOf: number }
  | {
      readonly kind: 'failed'
      readonly message: string
      readonly last?: { readonly amount: string; readonly asOf: number }
    }

export interface TokenView {
  readonly contract: string
  readonly name: string
  readonly symbol: string
  readonly decimals: number
  readonly hasViewingKey: boolean
  readonly balance: AmountView
}

/** A site of which the person said more than `ask`, which is what holds for all others. */
export interface SiteChoiceView {
  readonly origin: string
  readonly choice: 'always' | 'never'
}

export interface SecurityEventView {
  readonly id: string
  readonly chainId: string
  readonly kind:
    | 'tx-key-changed'
    | 'tx-key-disagreement'
    | 'tx-key-invalid'
    | 'tx-key-rotated'
    | 'code-hash-disagreement'
  readonly title: string
  readonly message: string
  readonly createdAt: number
  /** True while encryption for this network is stopped because of it. */
  readonly blocking: boolean
  readonly canAccept: boolean
  readonly facts: readonly Fact[]
}

export type ActivityStatus = 'pending' | 'confirmed' | 'failed' | 'not-found'

export interface ActivitySummary {
  readonly id: string
  readonly chainId: string
  readonly origin: string
  readonly title: string
  readonly sentence: string
  readonly status: ActivityStatus
  readonly createdAt: number
  readonly hash?: string
  readonly height?: string
  readonly time?: string
}

/** One transaction opened: ciphertexts as they came from the chain; the popup opens them with `revealTxKey`. */
export interface ActivityEntry extends ActivitySummary {
  readonly account: string
  /** Absent where somebody else paid it. */
  readonly fee?: FeeView
  readonly memo: string
  readonly gasUsed?: string
  readonly messages: readonly EntryMessage[]
  /** The chain's own words when the transaction failed outside a contract. */
  readonly chainError?: string
}

export interface EntryMessage {
  readonly index: number
  readonly title: string
  readonly sentence: string
  readonly contract?: string
  /** Base64 of the message's bytes as signed (nonce, public key, ciphertext); absent for native messages. */
  readonly wire?: string
  /** The native message as JSON text; absent for contract messages. */
  readonly json?: string
  /** Base64 of the encrypted `data` field of the answer. */
  readonly data?: string
  readonly attributes: readonly { readonly type: string; readonly key: string; readonly value: string }[]
  /** Base64 of the contract's encrypted error. */
  readonly error?: string
}
