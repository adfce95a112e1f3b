import type { JsonObject } from '../../../src/domain/index'
import type { Store } from '../../store/store'

const METADATA = 'bank/metadata'

/** What the chain knows of its own coin. */
export const SCRT_METADATA: JsonObject = {
  description: 'The native token of Secret Network',
  denom_units: [
    { denom: 'uscrt', exponent: 0, aliases: [] },
    { denom: 'scrt', exponent: 6, aliases: [] },
  ],
  base: 'uscrt',
  display: 'scrt',
  name: 'Secret',
  symbol: 'SCRT',
  uri: '',
  uri_hash: '',
}

/** Describes a denom, in the shape in which the LCD shows it. */
export function setMetadata(store: Store, denom: string, metadata: JsonObject): void {
  store.area(METADATA).set(denom, JSON.stringify(metadata))
}

export function findMetadata(store: Store, denom: string): JsonObject | undefined {
  const text = store.area(METADATA).get(denom)
  return text === undefined ? undefined : JSON.parse(text)
}

/** All descriptions with the denoms they are of, in order. */
export function listMetadata(store: Store): { denom: string; metadata: JsonObject }[] {
  return store
    .area(METADATA)
    .keys()
    .map((denom) => ({ denom, metadata: findMetadata(store, denom) ?? {} }))
}
