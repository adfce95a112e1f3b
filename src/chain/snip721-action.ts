import type { Address, JsonObject } from '../domain/index'

/** When a right ends: a block, a moment in Unix seconds, or never by the message's own words. */
export type NftExpiry = 'never' | { readonly atHeight: number } | { readonly atTime: number }

/** Tokens of one collection that move together; `message` is base64 for the receiving contract. */
export interface NftMovement {
  readonly recipient: Address | undefined
  readonly recipientCodeHash: string | undefined
  readonly tokenIds: readonly string[]
  readonly message: string | undefined
  readonly memo: string | undefined
}

export type NftAccess = 'approve_token' | 'all' | 'revoke_token' | 'none'

export interface NftMint {
  readonly tokenId: string | undefined
  readonly owner: Address | undefined
  readonly publicMetadata: JsonObject | undefined
  readonly privateMetadata: JsonObject | undefined
  readonly serialNumber: JsonObject | undefined
  readonly royalty: JsonObject | undefined
  readonly transferable: boolean | undefined
  readonly memo: string | undefined
}

/** What a SNIP-721 or 722 message asks for; messages that SNIP-20 has too are read as those. */
export type Snip721Action =
  | {
      readonly kind: 'nft-transfer' | 'nft-send' | 'nft-burn'
      readonly nftMovements: readonly NftMovement[]
    }
  | {
      readonly kind: 'nft-approve' | 'nft-revoke'
      readonly spender: Address
      readonly tokenId: string
      readonly expires: NftExpiry | undefined
    }
  | {
      readonly kind: 'nft-approve-all' | 'nft-revoke-all'
      readonly operator: Address
      readonly expires: NftExpiry | undefined
    }
  | {
      /** `address` is undefined when it is for everybody. */
      readonly kind: 'nft-access'
      readonly address: Address | undefined
      readonly tokenId: string | undefined
      readonly viewOwner: NftAccess | undefined
      readonly viewPrivateMetadata: NftAccess | undefined
      readonly transfer: NftAccess | undefined
      readonly expires: NftExpiry | undefined
    }
  | { readonly kind: 'nft-make-private' }
  | { readonly kind: 'nft-reveal'; readonly tokenId: string }
  | { readonly kind: 'nft-mint'; readonly mints: readonly NftMint[] }
  | {
      readonly kind: 'nft-mint-clones'
      readonly quantity: number
      readonly runId: string | undefined
      readonly mint: NftMint
    }
  | {
      readonly kind: 'nft-set-metadata'
      readonly tokenId: string
      readonly publicMetadata: JsonObject | undefined
      readonly privateMetadata: JsonObject | undefined
    }
  | {
      readonly kind: 'nft-set-royalty'
      readonly tokenId: string | undefined
      readonly royalty: JsonObject | undefined
    }
  | { readonly kind: 'nft-register-receive'; readonly codeHash: string; readonly batch: boolean | undefined }
  | { readonly kind: 'nft-stop-transactions' }
