import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { readStored, writeStored } from '../stored'

/** Who gets which share of a sale; rates are whole numbers of 10^-decimalPlaces. */
export interface Royalties {
  readonly decimalPlaces: number
  readonly shares: readonly { readonly recipient: Address; readonly rate: number }[]
}

const DEFAULT = 'royalties'
/** 10^77 is the last power of ten below 2^256, which the contract computes with. */
const MAX_DECIMAL_PLACES = 77

/** Reads `royalty_info`; throws when the shares are more than the whole. */
export function readRoyalties(fields: MessageFields, name: string): Royalties | undefined {
  const info = fields.optionalFields(name)
  if (info === undefined) return undefined
  const decimalPlaces = info.integer('decimal_places_in_rates')
  const shares = info
    .items('royalties')
    .map((share) => ({ recipient: share.address('recipient'), rate: share.integer('rate') }))
  if (decimalPlaces > MAX_DECIMAL_PLACES) {
    throw genericError('The number of decimal places used in the royalty rates is larger than supported')
  }
  const total = shares.reduce((sum, { rate }) => sum + BigInt(rate), 0n)
  if (total > 10n ** BigInt(decimalPlaces)) {
    throw genericError('The sum of royalty rates must not exceed 100%')
  }
  return { decimalPlaces, shares }
}

/** What tokens get that name no royalties of their own. */
export function defaultRoyalties(storage: ContractStorage): Royalties | undefined {
  return readStored<Royalties>(storage, DEFAULT)
}

export function setDefaultRoyalties(storage: ContractStorage, royalties: Royalties | undefined): void {
  if (royalties === undefined) storage.remove(DEFAULT)
  else writeStored(storage, DEFAULT, royalties)
}

/** As answered; who may not trade the token does not see who profits. */
export function renderRoyalties(royalties: Royalties | undefined, withRecipients: boolean): JsonValue {
  if (royalties === undefined) return null
  return {
    decimal_places_in_rates: royalties.decimalPlaces,
    royalties: royalties.shares.map(({ recipient, rate }) => ({
      recipient: withRecipients ? recipient : null,
      rate,
    })),
  }
}
