import type { Address } from '../domain/index'

/** One movement of tokens inside a message. `message` is base64 for the receiving contract; `owner` is set when spending an allowance. */
export interface Snip20Movement {
  readonly owner: Address | undefined
  readonly recipient: Address | undefined
  readonly recipientCodeHash: string | undefined
  readonly amount: bigint
  readonly message: string | undefined
  readonly memo: string | undefined
}

export interface Interval {
  readonly createdBefore: string | undefined
  readonly createdAfter: string | undefined
}

export type MovementKind = 'transfer' | 'send' | 'transfer-from' | 'send-from' | 'burn' | 'burn-from' | 'mint'

/** What a SNIP-20 message asks for. A movement with several entries came as a `batch_` message. */
export type Snip20Action =
  | { readonly kind: MovementKind; readonly batch: boolean; readonly movements: readonly Snip20Movement[] }
  | { readonly kind: 'redeem'; readonly amount: bigint; readonly denom: string | undefined }
  | { readonly kind: 'deposit' }
  | { readonly kind: 'create-viewing-key'; readonly entropy: string }
  | { readonly kind: 'set-viewing-key'; readonly key: string }
  | {
      readonly kind: 'increase-allowance' | 'decrease-allowance'
      readonly spender: Address
      readonly amount: bigint
      /** Unix seconds. */
      readonly expiration: number | undefined
    }
  | { readonly kind: 'revoke-permit'; readonly permitName: string }
  | { readonly kind: 'revoke-all-permits'; readonly interval: Interval }
  | { readonly kind: 'delete-permit-revocation'; readonly revocationId: string }
  | { readonly kind: 'register-receive'; readonly codeHash: string }
  | { readonly kind: 'change-admin'; readonly address: Address }
  | {
      readonly kind: 'set-contract-status'
      readonly level: 'normal_run' | 'stop_all_but_redeems' | 'stop_all'
    }
  | {
      readonly kind: 'add-minters' | 'remove-minters' | 'set-minters'
      readonly minters: readonly Address[]
    }
  | {
      readonly kind: 'add-supported-denoms' | 'remove-supported-denoms'
      readonly denoms: readonly string[]
    }
  | { readonly kind: 'set-notification-status'; readonly enabled: boolean }
