import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, type ContractHarness } from '../contract-harness.fake'
import { collectionWith, success } from './collection.fake'

let collection: ContractHarness
beforeEach(() => {
  collection = collectionWith({})
})

const refusal = (sender: Address, message: JsonValue) => () => collection.execute(sender, message)
const mint = (token_id: string, more: JsonObject = {}) =>
  collection.execute(ALICE, { mint_nft: { token_id, ...more } })

describe('the collection', () => {
  it('says what it is', () => {
    expect(collection.query({ contract_info: {} })).toEqual({
      contract_info: { name: 'Cards', symbol: 'CARD' },
    })
    expect(collection.query({ contract_creator: {} })).toEqual({ contract_creator: { creator: ALICE } })
    expect(collection.query({ contract_config: {} })).toEqual({
      contract_config: {
        token_supply_is_public: true,
        owner_is_public: false,
        sealed_metadata_is_enabled: false,
        unwrapped_metadata_is_private: false,
        minter_may_update_metadata: true,
        owner_may_update_metadata: false,
        burn_is_enabled: false,
        implements_non_transferable_tokens: true,
        implements_token_subtype: true,
      },
    })
    for (const name of ['implements_non_transferable_tokens', 'implements_token_subtype']) {
      expect(collection.query({ [name]: {} })).toEqual({ [name]: { is_enabled: true } })
    }
    expect(() => collection.query({ token_info: {} })).toThrow(
      'unknown variant `token_info`, expected one of',
    )
  })

  it('answers both viewing key messages with the key', () => {
    const { viewing_key } = collection.execute(BOB, { create_viewing_key: { entropy: 'e' } })
    const { key } = viewing_key as { key: string }
    expect(key).toMatch(/^api_key_/)
    expect(collection.query({ tokens: { owner: BOB, viewing_key: key } })).toEqual({
      token_list: { tokens: [] },
    })
    expect(collection.execute(BOB, { set_viewing_key: { key: 'mine' } })).toEqual({
      viewing_key: { key: 'mine' },
    })
  })

  it('stops in two steps', () => {
    mint('a')
    collection.execute(ALICE, { set_contract_status: { level: 'stop_transactions' } })
    const disabled = 'The contract admin has temporarily disabled this action'
    expect(refusal(ALICE, { mint_nft: {} })).toThrow(disabled)
    collection.execute(ALICE, { approve: { spender: BOB, token_id: 'a' } })
    collection.execute(ALICE, { set_contract_status: { level: 'stop_all' } })
    expect(refusal(ALICE, { approve: { spender: BOB, token_id: 'a' } })).toThrow(disabled)
    collection.execute(ALICE, { revoke_permit: { permit_name: 'p' } })
    expect(refusal(ALICE, { set_contract_status: { level: 'slow' } })).toThrow('unknown variant `slow`')
    collection.execute(ALICE, { set_contract_status: { level: 'normal' } })
    expect(collection.execute(ALICE, { change_admin: { address: BOB } })).toEqual(success('change_admin'))
  })
})
