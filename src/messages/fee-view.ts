/** What the popup may see of a transaction's fee, and of what it would leave in the account. */

export interface CoinView {
  readonly denom: string
  /** Base units. */
  readonly amount: string
  readonly symbol: string
  readonly decimals: number
}

export type FeeLevel = 'low' | 'average' | 'high'

/** What the person may do about the fee. */
export type FeeChoices =
  /** It stays as the site set it; `reason` is a sentence. */
  | { readonly kind: 'fixed'; readonly reason: string }
  | {
      readonly kind: 'open'
      readonly chosen: 'site' | FeeLevel | 'custom'
      readonly site: FeeOffer
      readonly levels: readonly (FeeOffer & { readonly level: FeeLevel })[]
      /** What to start from: whole units of gas, and base units per unit of gas as a decimal. */
      readonly custom: { readonly gas: string; readonly price: string }
      /** The address whose allowance pays; empty for the account itself. */
      readonly payer: string
      /** Whose allowance could pay. */
      readonly payers: readonly FeePayer[]
    }

export interface FeeOffer {
  readonly coins: readonly CoinView[]
  readonly gas: string
}

export interface FeePayer {
  readonly granter: string
  /** What is left now; absent when it has no end. */
  readonly limit?: CoinView
  /** Milliseconds since 1970. */
  readonly expires?: number
}

/** What happens to the account's own balances by the words of the messages. Computed, never simulated. */
export interface BalancePreview {
  readonly rows: readonly PreviewRow[]
  /** False when some message does what its words do not say, such as a contract's own doings or rewards. */
  readonly foreseen: boolean
}

export interface PreviewRow {
  readonly symbol: string
  readonly decimals: number
  readonly private: boolean
  /** Base units with a sign. */
  readonly change: string
  readonly balance:
    | { readonly kind: 'known'; readonly before: string; readonly after: string }
    | { readonly kind: 'short'; readonly before: string; readonly missing: string }
    | { readonly kind: 'asking' }
    | { readonly kind: 'unknown' }
}

/** What came of trying the transaction out on the chain. A refusal is among the warnings. */
export type TrialView = 'asking' | 'passes' | 'refused' | 'no-answer' | 'impossible'
