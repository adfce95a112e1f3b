import type { Address, JsonObject } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness } from '../contract-harness.fake'
import { snip1155 } from './snip1155'

/** For tests: configurations that allow as much as there is. */
export const FUNGIBLE = {
  minters: [ALICE],
  decimals: 6,
  public_total_supply: true,
  enable_mint: true,
  enable_burn: true,
  minter_may_update_metadata: false,
}
export const NFT = {
  minters: [],
  public_total_supply: true,
  owner_is_public: true,
  enable_burn: true,
  owner_may_update_metadata: true,
  minter_may_update_metadata: true,
}

export function token(
  token_id: string,
  token_config: JsonObject,
  balances: JsonObject[],
  more: JsonObject = {},
) {
  return { token_info: { token_id, name: 'Token', symbol: 'TKN', token_config, ...more }, balances }
}
export function holding(address: Address, amount: string): { address: Address; amount: string } {
  return { address, amount }
}

/** For tests: Alice's contract with gold of hers and of the given account, and Bob's only ring; everybody has a key. */
export function contractWith(holder: Address): ContractHarness {
  const made = new ContractHarness(snip1155, {
    has_admin: true,
    curators: [ALICE],
    entropy: 'seed',
    initial_tokens: [
      token('gold', { fungible: FUNGIBLE }, [holding(ALICE, '1000'), holding(holder, '5')]),
      token('ring', { nft: NFT }, [holding(BOB, '1')], { private_metadata: { token_uri: 'secret' } }),
    ],
  })
  for (const person of [ALICE, BOB, CAROL]) made.execute(person, { set_viewing_key: { key: person } })
  return made
}

export function success(name: string): JsonObject {
  return { [name]: { status: 'success' } }
}

/** For tests: a transfer of gold unless it names something else. */
export function move(from: Address, recipient: Address, amount: string, token_id = 'gold'): JsonObject {
  return { token_id, from, recipient, amount }
}
