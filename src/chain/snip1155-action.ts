import type { Address, JsonObject } from '../domain/index'
import type { NftExpiry } from './snip721-action'

/** Units of one token id that move; `message` is base64 for the receiving contract. Amounts are in the id's base units. */
export interface ItemMovement {
  readonly tokenId: string
  readonly from: Address
  readonly recipient: Address
  readonly recipientCodeHash: string | undefined
  readonly amount: bigint
  readonly message: string | undefined
  readonly memo: string | undefined
}

export interface ItemBalances {
  readonly tokenId: string
  readonly balances: readonly { readonly address: Address; readonly amount: bigint }[]
}

/** What a SNIP-1155 message asks for; messages that SNIP-20 has too are read as those. */
export type Snip1155Action =
  | { readonly kind: 'item-transfer' | 'item-send'; readonly itemMovements: readonly ItemMovement[] }
  | {
      readonly kind: 'item-give-permission'
      readonly allowed: Address
      readonly tokenId: string
      readonly viewBalance: boolean | undefined
      readonly viewBalanceExpiry: NftExpiry | undefined
      readonly viewPrivateMetadata: boolean | undefined
      readonly viewPrivateMetadataExpiry: NftExpiry | undefined
      readonly transfer: bigint | undefined
      readonly transferExpiry: NftExpiry | undefined
    }
  | {
      readonly kind: 'item-revoke-permission'
      readonly tokenId: string
      readonly owner: Address
      readonly allowed: Address
    }
  | {
      readonly kind: 'item-curate'
      readonly items: readonly (ItemBalances & {
        readonly name: string
        readonly symbol: string
        readonly config: JsonObject
        readonly publicMetadata: JsonObject | undefined
        readonly privateMetadata: JsonObject | undefined
      })[]
      readonly memo: string | undefined
    }
  | {
      readonly kind: 'item-mint' | 'item-burn'
      readonly items: readonly ItemBalances[]
      readonly memo: string | undefined
    }
  | {
      readonly kind: 'item-change-metadata'
      readonly tokenId: string
      readonly publicMetadata: JsonObject | undefined
      readonly privateMetadata: JsonObject | undefined
    }
  | {
      readonly kind: 'item-add-curators' | 'item-remove-curators'
      readonly curators: readonly Address[]
    }
  | {
      readonly kind: 'item-add-minters' | 'item-remove-minters'
      readonly tokenId: string
      readonly minters: readonly Address[]
    }
  | { readonly kind: 'item-change-admin'; readonly newAdmin: Address }
  | { readonly kind: 'item-remove-admin'; readonly currentAdmin: Address; readonly contract: Address }
