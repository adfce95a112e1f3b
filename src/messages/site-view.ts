/** What the popup may see of sites: what each may have of an account, and what it ever had. */
import type { Capability, HadKind } from './site-facts'

export type { BasicCapability, Capability, HadKind } from './site-facts'

/** What one site has, or once had, of one account. */
export interface SiteView {
  readonly origin: string
  /** The address of the account. */
  readonly account: string
  /** Empty for a site that was disconnected. */
  readonly grants: readonly GrantView[]
  readonly had: readonly HadView[]
}

export interface GrantView {
  readonly chainId: string
  readonly capability: Capability
  /** The token, for `viewing-key`. */
  readonly contract?: string
  readonly grantedAt: number
  /** Absent when it was never used. */
  readonly lastUsedAt?: number
}

/** Something that a site got, with how often and when. Kept after the grant is gone. */
export interface HadView {
  readonly chainId: string
  readonly kind: HadKind
  /** The token, for `viewing-key`. */
  readonly contract?: string
  /** How often the person was asked and said yes; 0 where the grant answers for them. */
  readonly asked: number
  readonly given: number
  readonly firstAt: number
  readonly lastAt: number
}

/** What would be given away of one message that the site did not encrypt itself. */
export type RevealItem =
  | { readonly kind: 'key'; readonly nonce: string; readonly transaction?: OwnTransaction }
  | {
      readonly kind: 'text'
      readonly nonce: string
      readonly transaction?: OwnTransaction
      /** Absent when no key of this account opens it: then there is nothing to give. */
      readonly content?: { readonly text: string; readonly printable: boolean }
    }

/** The transaction of the person's own that a message belongs to. */
export interface OwnTransaction {
  readonly title: string
  readonly sentence: string
  readonly createdAt: number
  readonly contract?: string
}

/** A token whose viewing key a site asks for. */
export interface AskedToken {
  readonly contract: string
  readonly symbol: string
  readonly chosen: boolean
}
