/** One request that waits for the person's answer, as the popup shows it. */
import type { BalancePreview, CoinView, FeeChoices, TrialView } from './fee-view'
import type { JsonRemark } from './json-remark'
import type { AccountView } from './keys-view'
import type { BasicCapability } from './site-facts'
import type { AskedToken, RevealItem } from './site-view'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface Warning {
  readonly level: 'note' | 'caution' | 'danger'
  readonly text: string
  /** The name of the rule that it comes from. */
  readonly rule?: string
  /** Which message of several it is about, from 0. */
  readonly message?: number
}

/** One request that waits for the person's answer. */
export interface ApprovalView {
  readonly id: string
  /** The full ASCII origin of the page that asks. */
  readonly origin: string
  readonly chainId: string
  readonly networkName: string
  readonly account: AccountView
  readonly createdAt: number
  readonly body: ApprovalBody
}

export type ApprovalBody =
  | { readonly kind: 'preparing' }
  | {
      readonly kind: 'connect'
      readonly chains: readonly { readonly chainId: string; readonly name: string }[]
      /** All that connecting gives, or the one that was taken back from a connected site. */
      readonly capabilities: readonly BasicCapability[]
    }
  | ({ readonly kind: 'transaction' } & TxReview)
  | PermitReview
  | {
      readonly kind: 'text'
      readonly text: string
      readonly hex: string
      readonly printable: boolean
      readonly warnings: readonly Warning[]
      /** The document around the text, as it is signed. ADR-36. */
      readonly raw: RawTruth
    }
  | {
      readonly kind: 'add-token'
      readonly contract: string
      readonly token: { readonly name: string; readonly symbol: string; readonly decimals: number }
      readonly withViewingKey: boolean
      readonly replacesKey: boolean
      readonly warnings: readonly Warning[]
    }
  | {
      readonly kind: 'share-viewing-keys'
      readonly tokens: readonly AskedToken[]
      /** True when the yes would be for every token, from now on. */
      readonly always: boolean
    }
  | { readonly kind: 'reveal'; readonly items: readonly RevealItem[] }
  | { readonly kind: 'rename'; readonly name: string; readonly editable: boolean }
  | AddChainReview
  | { readonly kind: 'cannot-continue'; readonly title: string; readonly message: string }

/** A network that a site suggests, in its own words but for the endpoint, which is full ASCII. */
export interface AddChainReview {
  readonly kind: 'add-chain'
  readonly chainId: string
  readonly name: string
  readonly endpoint: string
  readonly symbol: string
  readonly denom: string
  readonly decimals: number
  readonly warnings: readonly Warning[]
}

export interface PermitReview {
  readonly kind: 'permit'
  readonly name: string
  /** Each right by its own name, and what it lets others do. */
  readonly permissions: readonly { readonly name: string; readonly text: string }[]
  /** Without a label where nothing is known of the contract; empty when the permit is for every token there is. */
  readonly tokens: readonly { readonly contract: string; readonly label?: string }[]
  /** Moments such as `2026-11-27 03:43 UTC`. */
  readonly starts?: string
  readonly expires?: string
  readonly chainId: string
  readonly warnings: readonly Warning[]
  readonly raw: RawTruth
}

export interface TxReview {
  readonly mode: 'direct' | 'aux' | 'amino'
  readonly messages: readonly MessageReview[]
  /** What leaves the account over all messages, without the fee; only where there are several. */
  readonly totals?: Totals
  /** Public on chain. */
  readonly memo: string
  /** Absent where somebody else adds it, pays it and sends the transaction. */
  readonly fee?: FeeView
  readonly feeChoices?: FeeChoices
  readonly preview?: BalancePreview
  readonly trial?: TrialView
  readonly warnings: readonly Warning[]
  /** True when some message cannot be read or is not encrypted: approving needs a typed word. */
  readonly dangerous: boolean
  readonly raw: RawTruth
}

/** Sums per coin, per token and per collection or token id; of all but a coin, `denom` is the contract. */
export interface Totals {
  readonly coins: readonly CoinView[]
  /** False when some message is not put into words and may move more. */
  readonly complete: boolean
}

/** The bytes that get signed and their decoding, for those who want to look. */
export interface RawTruth {
  readonly json: string
  readonly signBytesHex: string
}

export interface FeeView {
  readonly coins: readonly CoinView[]
  readonly gas: string
  readonly payer?: string
  readonly granter?: string
}

export interface MessageReview {
  /** A short title, such as "Send sSCRT". */
  readonly title: string
  /** What happens, in plain words, such as "Send 12.5 sSCRT to secret1...". */
  readonly sentence: string
  readonly kind: 'contract' | 'native' | 'unknown'
  readonly contract?: ContractFacts
  readonly input: InputReview
  /** Coins that leave the account with this message, in the open. */
  readonly funds: readonly CoinView[]
  readonly facts: readonly Fact[]
  readonly visibility: readonly Visibility[]
}

export interface ContractFacts {
  readonly address: string
  readonly label?: string
  readonly codeId?: string
  /** Whether the code hash inside the decrypted message is the contract's own. */
  readonly codeHash: 'matches' | 'differs' | 'unknown'
  /** Whether the code on chain hashes to the contract's hash, computed here; absent while it was not checked. */
  readonly code?: 'checked' | 'differs'
  /** True when the chain says that nothing is at this address. */
  readonly missing?: boolean
  readonly creator?: string
  /** Who may replace its code; absent while it is not known. */
  readonly control?: ContractControl
  /** The code that a vote has allowed a governed contract to move to. */
  readonly pendingCodeId?: string
  readonly changes?: { readonly count: number; readonly lastHeight?: string }
  /** What this account had to do with it before; absent while it cannot be compared. */
  readonly use?: 'first' | 'earlier' | 'code-changed' | 'owner-changed'
}

export type ContractControl =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'owner'; readonly address: string; readonly own: boolean }
  | { readonly kind: 'governed' }

export type InputReview =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'decrypted'
      readonly json: string
      /** What deserves a look in a message that is not put into words, in the order of the lines. */
      readonly remarks?: readonly JsonRemark[]
    }
  | { readonly kind: 'plaintext'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly hex: string }

/** Who will be able to see what. */
export interface Visibility {
  readonly who: 'public' | 'contract' | 'recipient' | 'only-you'
  readonly text: string
}
