import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, type ContractHarness } from '../contract-harness.fake'
import { collectionWith, INIT, success } from './collection.fake'
import { snip721 } from './snip721'

let collection: ContractHarness
beforeEach(() => {
  collection = collectionWith({})
})

const refusal = (sender: Address, message: JsonValue) => () => collection.execute(sender, message)
const mint = (token_id: string, more: JsonObject = {}) =>
  collection.execute(ALICE, { mint_nft: { token_id, ...more } })
const tokensOf = (owner: Address) =>
  (collection.query({ tokens: { owner, viewing_key: owner } })['token_list'] as JsonObject)['tokens']

describe('minting', () => {
  it('answers the ids, and logs them for the minter', () => {
    const { answer, log } = collection.run(ALICE, { mint_nft: { owner: BOB } })
    expect(answer).toEqual({ mint_nft: { token_id: '0' } })
    expect(log).toEqual([{ key: 'minted', value: '0', encrypted: true }])
    const batch = collection.run(ALICE, { batch_mint_nft: { mints: [{ token_id: 'ace' }, {}] } })
    expect(batch.answer).toEqual({ batch_mint_nft: { token_ids: ['ace', '2'] } })
    expect(batch.log).toEqual([{ key: 'minted', value: '["ace", "2"]', encrypted: true }])
    expect(tokensOf(ALICE)).toEqual(['ace', '2'])
    expect(collection.query({ num_tokens: {} })).toEqual({ num_tokens: { count: 3 } })
    expect(collection.query({ all_tokens: { start_after: '0', limit: 1 } })).toEqual({
      token_list: { tokens: ['ace'] },
    })
  })

  it('is for minters, who are the admin to choose', () => {
    expect(refusal(BOB, { mint_nft: {} })).toThrow('Only designated minters are allowed to mint')
    expect(refusal(BOB, { add_minters: { minters: [BOB] } })).toThrow(
      'This is an admin command and can only be run from the admin address',
    )
    expect(collection.execute(ALICE, { set_minters: { minters: [BOB, BOB] } })).toEqual(
      success('set_minters'),
    )
    expect(collection.query({ minters: {} })).toEqual({ minters: { minters: [BOB] } })
    expect(refusal(ALICE, { mint_nft: {} })).toThrow('Only designated minters')
  })

  it('refuses an id that is taken, and metadata that says two things', () => {
    mint('ace')
    expect(refusal(ALICE, { mint_nft: { token_id: 'ace' } })).toThrow('Token ID ace is already in use')
    const both = { token_uri: 'https://a', extension: { name: 'a' } }
    expect(refusal(ALICE, { mint_nft: { public_metadata: both } })).toThrow(
      'Metadata can not have BOTH token_uri AND extension',
    )
  })

  it('numbers clones, run by run', () => {
    const clones = { mint_nft_clones: { mint_run_id: 'first edition', quantity: 3 } }
    expect(refusal(ALICE, { mint_nft_clones: { quantity: 0 } })).toThrow('Quantity can not be zero')
    expect(refusal(ALICE, { mint_nft_clones: { quantity: 2 ** 32 } })).toThrow('Invalid type')
    expect(collection.execute(ALICE, clones)).toEqual({
      mint_nft_clones: { first_minted: '0', last_minted: '2' },
    })
    collection.execute(ALICE, clones)
    expect(collection.query({ nft_dossier: { token_id: '4' } })['nft_dossier']).toMatchObject({
      mint_run_info: {
        collection_creator: ALICE,
        token_creator: ALICE,
        time_of_minting: 1_700_000_000,
        mint_run: 2,
        serial_number: 2,
        quantity_minted_this_run: 3,
      },
    })
  })

  it('sends what was asked for after the collection was made', () => {
    const callback = { contract_address: BOB, code_hash: 'ab', msg: btoa('{"made":{}}'), send: [] }
    const { instantiate } = snip721
    const cells = new Map<string, string>()
    const call = {
      env: { block: { height: 1, timeMs: 0, chainId: 'c' }, contract: { address: CAROL, codeHash: '' } },
      storage: {
        get: (key: string) => cells.get(key),
        set: (key: string, value: string) => void cells.set(key, value),
        remove: (key: string) => void cells.delete(key),
      },
      querier: { balance: () => 0n, contract: () => null },
      sender: ALICE,
      funds: [],
    }
    expect(instantiate(call, { ...INIT, post_init_callback: callback }).messages).toEqual([
      { kind: 'execute', contract: BOB, codeHash: 'ab', message: { made: {} }, funds: [] },
    ])
  })
})
