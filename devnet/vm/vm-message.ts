import type { Coin } from '../../src/domain/index'

export type VmVote = 'yes' | 'no' | 'abstain' | 'no_with_veto'

/** When an IBC transfer expires: at a height of the other chain, at a time in nanoseconds, or both. */
export interface VmTimeout {
  readonly block: { readonly revision: bigint; readonly height: bigint } | undefined
  readonly timestamp: bigint | undefined
}

/** What a contract asks the chain to do, the same for both generations. Addresses are text as the contract wrote it. */
export type VmMessage =
  | {
      readonly kind: 'execute'
      readonly contract: string
      readonly codeHash: string
      readonly message: Uint8Array
      readonly funds: readonly Coin[]
    }
  | {
      readonly kind: 'instantiate'
      readonly codeId: bigint
      readonly codeHash: string
      readonly message: Uint8Array
      readonly funds: readonly Coin[]
      readonly label: string
      /** Empty for none, as in the chain's message. */
      readonly admin: string
    }
  | {
      readonly kind: 'migrate'
      readonly contract: string
      readonly codeId: bigint
      readonly codeHash: string
      readonly message: Uint8Array
    }
  | { readonly kind: 'update-admin'; readonly contract: string; readonly admin: string }
  | { readonly kind: 'clear-admin'; readonly contract: string }
  | {
      readonly kind: 'send'
      /** Only v0.10 contracts say whose money it is. */
      readonly from: string | undefined
      readonly to: string
      readonly amount: readonly Coin[]
    }
  | { readonly kind: 'delegate'; readonly validator: string; readonly amount: Coin }
  | { readonly kind: 'undelegate'; readonly validator: string; readonly amount: Coin }
  | {
      readonly kind: 'redelegate'
      readonly source: string
      readonly destination: string
      readonly amount: Coin
    }
  | {
      readonly kind: 'withdraw-reward'
      readonly validator: string
      /** Only v0.10 contracts name one. */
      readonly recipient: string | undefined
    }
  | { readonly kind: 'set-withdraw-address'; readonly address: string }
  | { readonly kind: 'vote'; readonly proposalId: bigint; readonly option: VmVote }
  | {
      readonly kind: 'ibc-transfer'
      readonly channel: string
      readonly to: string
      readonly amount: Coin
      readonly timeout: VmTimeout
      readonly memo: string
    }
  | { readonly kind: 'stargate'; readonly typeUrl: string; readonly value: Uint8Array }
  | { readonly kind: 'finalize-tx' }
  /** A form that the chain knows and does not carry out, such as `custom` or `bank.burn`. */
  | { readonly kind: 'unsupported'; readonly form: string }
