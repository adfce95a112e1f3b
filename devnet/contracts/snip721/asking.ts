import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import type { Moment } from '../expiration'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { isViewingKey, WRONG_VIEWING_KEY } from '../viewing-keys'

/** A query as its answer needs it. */
export interface Asked {
  readonly storage: ContractStorage
  readonly fields: MessageFields
  /** The last block the contract knows of. */
  readonly now: Moment
  /** Who signed the permit; undefined if there is none. */
  readonly signer: Address | undefined
}

export type Answer = (asked: Asked) => JsonValue

/** SNIP-721 refuses a query with a wrong key, unlike the other standards (Protocol 6.3). */
export function checkKey(storage: ContractStorage, address: Address, key: string): void {
  if (!isViewingKey(storage, address, key)) throw genericError(WRONG_VIEWING_KEY)
}

/** Who asks: the signer of the permit, or the optional `viewer` with its key; undefined if nobody in particular. */
export function viewerOf({ storage, fields, signer }: Asked): Address | undefined {
  if (signer !== undefined) return signer
  const viewer = fields.optionalFields('viewer')
  if (viewer === undefined) return undefined
  const address = viewer.address('address')
  checkKey(storage, address, viewer.string('viewing_key'))
  return address
}

/** Whom the query is about: the signer of the permit, or `address` with its key. */
export function accountOf({ storage, fields, signer }: Asked): Address {
  if (signer !== undefined) return signer
  const address = fields.address('address')
  checkKey(storage, address, fields.string('viewing_key'))
  return address
}

export function includesExpired({ fields }: Asked): boolean {
  return fields.optionalBoolean('include_expired') ?? false
}
