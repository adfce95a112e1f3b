import type { Address, JsonObject } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness } from '../contract-harness.fake'
import { snip721 } from './snip721'

export const INIT = { name: 'Cards', symbol: 'CARD', entropy: 'seed' }

/** For tests: a collection by Alice, whose supply is public unless the configuration says otherwise; everybody has a key. */
export function collectionWith(config: JsonObject, more: JsonObject = {}): ContractHarness {
  const made = new ContractHarness(snip721, {
    ...INIT,
    config: { public_token_supply: true, ...config },
    ...more,
  })
  for (const person of [ALICE, BOB, CAROL]) made.execute(person, { set_viewing_key: { key: person } })
  return made
}

/** For tests: the viewer object of somebody whose key is their address. */
export function by(address: Address): { address: Address; viewing_key: string } {
  return { address, viewing_key: address }
}

export function success(name: string): JsonObject {
  return { [name]: { status: 'success' } }
}
