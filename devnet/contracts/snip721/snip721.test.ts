import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness } from '../contract-harness.fake'
import { snip721 } from './snip721'

const INIT = { name: 'Cards', symbol: 'CARD', entropy: 'seed', config: { public_token_supply: true } }
const CONTRACT = CAROL

let collection: ContractHarness
beforeEach(() => {
  collection = collectionWith({})
})

function collectionWith(config: JsonObject, more: JsonObject = {}): ContractHarness {
  const made = new ContractHarness(snip721, { ...INIT, config: { ...INIT.config, ...config }, ...more })
  for (const person of [ALICE, BOB, CAROL]) made.execute(person, { set_viewing_key: { key: person } })
  return made
}

const by = (address: Address) => ({ address, viewing_key: address })
const refusal = (sender: Address, message: JsonValue) => () => collection.execute(sender, message)
const mint = (token_id: string, more: JsonObject = {}) =>
  collection.execute(ALICE, { mint_nft: { token_id, ...more } })
const tokensOf = (owner: Address) =>
  (collection.query({ tokens: { owner, viewing_key: owner } })['token_list'] as JsonObject)['tokens']
const success = (name: string) => ({ [name]: { status: 'success' } })

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

describe('moving', () => {
  beforeEach(() => {
    for (const id of ['a', 'b', 'c']) mint(id)
  })

  it('is for the owner, and never to the owner', () => {
    expect(refusal(BOB, { transfer_nft: { recipient: BOB, token_id: 'a' } })).toThrow(
      'You are not authorized to perform this action on token a',
    )
    expect(refusal(ALICE, { transfer_nft: { recipient: ALICE, token_id: 'a' } })).toThrow(
      'Attempting to transfer token ID: a to the address that already owns it',
    )
    expect(refusal(ALICE, { transfer_nft: { recipient: BOB, token_id: 'z' } })).toThrow(
      'Token ID: z not found',
    )
    expect(collection.execute(ALICE, { transfer_nft: { recipient: BOB, token_id: 'a' } })).toEqual(
      success('transfer_nft'),
    )
    const transfers = [
      { recipient: CAROL, token_ids: ['b', 'c'], memo: 'two' },
      { recipient: BOB, token_ids: [] },
    ]
    collection.execute(ALICE, { batch_transfer_nft: { transfers } })
    expect([ALICE, BOB, CAROL].map(tokensOf)).toEqual([[], ['a'], ['b', 'c']])
  })

  it('calls a contract for each token, or once for all of an owner', () => {
    const callsOf = (receiver_info?: JsonObject) =>
      collection.messagesOf(ALICE, {
        batch_send_nft: {
          sends: [
            {
              contract: CONTRACT,
              token_ids: ['a', 'b'],
              msg: 'e30=',
              ...(receiver_info && { receiver_info }),
            },
          ],
        },
      })
    const call = (message: JsonValue) => ({
      kind: 'execute',
      contract: CONTRACT,
      codeHash: 'ab',
      message,
      funds: [],
    })
    expect(callsOf({ recipient_code_hash: 'ab' })).toEqual(
      ['a', 'b'].map((token_id) => call({ receive_nft: { sender: ALICE, token_id, msg: 'e30=' } })),
    )
    const register = { register_receive_nft: { code_hash: 'ab', also_implements_batch_receive_nft: true } }
    expect(collection.execute(CONTRACT, register)).toEqual(success('register_receive_nft'))
    expect(collection.query({ registered_code_hash: { contract: CONTRACT } })).toEqual({
      registered_code_hash: { code_hash: 'ab', also_implements_batch_receive_nft: true },
    })
    collection.execute(ALICE, { approve_all: { operator: BOB } })
    const send = { send_nft: { contract: CONTRACT, token_id: 'c' } }
    expect(collection.messagesOf(BOB, send)).toEqual([
      call({ batch_receive_nft: { sender: BOB, from: ALICE, token_ids: ['c'], msg: null } }),
    ])
  })

  it('calls nobody whose code hash is unknown', () => {
    expect(collection.messagesOf(ALICE, { send_nft: { contract: BOB, token_id: 'a' } })).toEqual([])
  })

  it('may be impossible: such a token can be burned, and others only where burning is enabled', () => {
    mint('badge', { transferable: false })
    expect(refusal(ALICE, { transfer_nft: { recipient: BOB, token_id: 'badge' } })).toThrow(
      'Token ID: badge is non-transferable',
    )
    expect(collection.query({ is_transferable: { token_id: 'badge' } })).toEqual({
      is_transferable: { token_is_transferable: false },
    })
    expect(refusal(ALICE, { burn_nft: { token_id: 'a' } })).toThrow(
      'Burn functionality is not enabled for this token',
    )
    expect(collection.execute(ALICE, { burn_nft: { token_id: 'badge' } })).toEqual(success('burn_nft'))
    collection = collectionWith({ enable_burn: true })
    mint('a')
    collection.execute(ALICE, { batch_burn_nft: { burns: [{ token_ids: ['a'], memo: 'gone' }] } })
    expect(collection.query({ num_tokens: {} })).toEqual({ num_tokens: { count: 0 } })
  })

  it('is remembered by everybody concerned', () => {
    collection.execute(ALICE, { approve: { spender: BOB, token_id: 'a' } })
    collection.execute(BOB, { transfer_nft: { recipient: CAROL, token_id: 'a', memo: 'for you' } })
    const entry = {
      tx_id: 3,
      block_height: 5,
      block_time: 1_700_000_000,
      token_id: 'a',
      action: { transfer: { from: ALICE, sender: BOB, recipient: CAROL } },
      memo: 'for you',
    }
    for (const [person, total] of [
      [ALICE, 4],
      [BOB, 1],
      [CAROL, 1],
    ] as const) {
      expect(collection.query({ transaction_history: { ...by(person), page_size: 1 } })).toEqual({
        transaction_history: { total, txs: [entry] },
      })
    }
    expect(collection.query({ transaction_history: { ...by(ALICE), page: 3, page_size: 1 } })).toMatchObject({
      transaction_history: {
        txs: [{ tx_id: 0, action: { mint: { minter: ALICE, recipient: ALICE } }, memo: null }],
      },
    })
  })
})

describe('approvals', () => {
  const transferBy = (sender: Address, token_id = 'a') =>
    refusal(sender, { transfer_nft: { recipient: CAROL, token_id } })
  beforeEach(() => {
    for (const id of ['a', 'b']) mint(id)
  })

  it('of one token end when they say, or when the token moves', () => {
    collection.execute(ALICE, { approve: { spender: BOB, token_id: 'a', expires: { at_height: 7 } } })
    expect(collection.query({ owner_of: { token_id: 'a', viewer: by(ALICE) } })).toEqual({
      owner_of: { owner: ALICE, approvals: [{ spender: BOB, expires: { at_height: 7 } }] },
    })
    collection.height = 7
    expect(transferBy(BOB)).toThrow('Access to token a has expired')
    collection.height = 6
    collection.execute(BOB, { transfer_nft: { recipient: CAROL, token_id: 'a' } })
    expect(transferBy(BOB)).toThrow('You are not authorized to perform this action on token a')
    expect(collection.query({ token_approvals: { token_id: 'a', viewing_key: CAROL } })).toMatchObject({
      token_approvals: { token_approvals: [] },
    })
  })

  it('of all tokens are for those to come too', () => {
    const at_time = 1_700_000_100
    expect(collection.execute(ALICE, { approve_all: { operator: BOB, expires: { at_time } } })).toEqual(
      success('approve_all'),
    )
    mint('later')
    expect(collection.query({ approved_for_all: { owner: ALICE, viewing_key: ALICE } })).toEqual({
      approved_for_all: { operators: [{ spender: BOB, expires: { at_time } }] },
    })
    expect(collection.query({ approved_for_all: { owner: ALICE } })).toEqual({
      approved_for_all: { operators: [] },
    })
    expect(collection.query({ verify_transfer_approval: { token_ids: ['a', 'later'], ...by(BOB) } })).toEqual(
      {
        verify_transfer_approval: { approved_for_all: true, first_unapproved_token: null },
      },
    )
    collection.timeMs = at_time * 1000
    expect(transferBy(BOB)).toThrow(`Access to all tokens of ${ALICE} has expired`)
    expect(refusal(BOB, { approve: { spender: CAROL, token_id: 'a' } })).toThrow(
      `Transfer authority for all tokens of ${ALICE} has expired`,
    )
  })

  it('of all tokens become those of each other token when one is taken back', () => {
    collection.execute(ALICE, { approve_all: { operator: BOB } })
    expect(collection.execute(ALICE, { revoke: { spender: BOB, token_id: 'a' } })).toEqual(success('revoke'))
    expect(transferBy(BOB)).toThrow('not authorized')
    expect(collection.query({ approved_for_all: { owner: ALICE, viewing_key: ALICE } })).toEqual({
      approved_for_all: { operators: [] },
    })
    collection.execute(BOB, { transfer_nft: { recipient: CAROL, token_id: 'b' } })
  })

  it('can be given by an operator, but not taken from another', () => {
    for (const operator of [BOB, CAROL]) collection.execute(ALICE, { approve_all: { operator } })
    expect(refusal(BOB, { revoke: { spender: CAROL, token_id: 'a' } })).toThrow(
      'Can not revoke transfer permission from an existing operator',
    )
    collection.execute(ALICE, { revoke_all: { operator: CAROL } })
    collection.execute(BOB, { approve: { spender: CAROL, token_id: 'a' } })
    collection.execute(CAROL, { transfer_nft: { recipient: BOB, token_id: 'a' } })
    expect(refusal(CAROL, { approve: { spender: CAROL, token_id: 'b' } })).toThrow(
      'Not authorized to grant/revoke transfer permission for token b',
    )
  })

  it('are given kind by kind, to an address or to everybody', () => {
    collection.execute(ALICE, {
      set_whitelisted_approval: { address: BOB, token_id: 'a', view_owner: 'approve_token', transfer: 'all' },
    })
    collection.execute(ALICE, {
      set_global_approval: { view_private_metadata: 'all', expires: { at_height: 100 } },
    })
    const publicity = {
      owner_is_public: false,
      public_ownership_expiration: null,
      private_metadata_is_public: true,
      private_metadata_is_public_expiration: { at_height: 100 },
    }
    const approval = { address: BOB, view_owner_expiration: null, view_private_metadata_expiration: null }
    expect(collection.query({ token_approvals: { token_id: 'a', viewing_key: ALICE } })).toEqual({
      token_approvals: {
        ...publicity,
        token_approvals: [{ ...approval, view_owner_expiration: 'never', transfer_expiration: null }],
      },
    })
    expect(collection.query({ inventory_approvals: by(ALICE) })).toEqual({
      inventory_approvals: {
        ...publicity,
        inventory_approvals: [{ ...approval, transfer_expiration: 'never' }],
      },
    })
    expect(collection.query({ owner_of: { token_id: 'a', viewer: by(BOB) } })).toMatchObject({
      owner_of: { owner: ALICE, approvals: [] },
    })
    expect(collection.query({ private_metadata: { token_id: 'b' } })).toEqual({
      private_metadata: { token_uri: null, extension: null },
    })
    expect(refusal(ALICE, { set_global_approval: { view_owner: 'approve_token' } })).toThrow(
      'Attempted to grant/revoke permission for a token, but did not specify a token ID',
    )
    expect(refusal(BOB, { set_global_approval: { token_id: 'a', view_owner: 'all' } })).toThrow(
      'You do not own token a',
    )
    collection.execute(ALICE, {
      set_whitelisted_approval: { address: BOB, view_owner: 'none', transfer: 'none' },
    })
    expect(() => collection.query({ owner_of: { token_id: 'a', viewer: by(BOB) } })).toThrow(
      'You are not authorized to view the owner of token a',
    )
  })
})

describe('metadata', () => {
  const extension = {
    name: 'Ace',
    attributes: [{ trait_type: 'suit', value: 'spades' }],
    token_subtype: 'badge',
  }
  const secret = { token_uri: 'https://secret' }

  it('is answered with every field the standard knows, and no other', () => {
    mint('a', { public_metadata: { extension: { ...extension, unknown: 1 } } })
    const { nft_info } = collection.query({ nft_info: { token_id: 'a' } })
    expect(nft_info).toEqual({
      token_uri: null,
      extension: {
        image: null,
        image_data: null,
        external_url: null,
        description: null,
        name: 'Ace',
        attributes: [{ display_type: null, trait_type: 'suit', value: 'spades', max_value: null }],
        background_color: null,
        animation_url: null,
        youtube_url: null,
        media: null,
        protected_attributes: null,
        token_subtype: 'badge',
      },
    })
  })

  it('is private for those who have a right to it', () => {
    mint('a', { private_metadata: secret })
    const ask = (viewer?: JsonObject) =>
      collection.query({ private_metadata: { token_id: 'a', ...(viewer && { viewer }) } })
    expect(ask(by(ALICE))).toEqual({ private_metadata: { token_uri: 'https://secret', extension: null } })
    expect(() => ask()).toThrow('You are not authorized to perform this action on token a')
    expect(() => ask({ address: ALICE, viewing_key: 'wrong' })).toThrow(
      '"generic_err":{"msg":"Wrong viewing key for this address or viewing key not set"}',
    )
  })

  it('is sealed until its owner reveals it', () => {
    collection = collectionWith({ enable_sealed_metadata: true })
    mint('a', { owner: BOB, private_metadata: secret })
    const dossier = () =>
      collection.query({ nft_dossier: { token_id: 'a', viewer: by(BOB) } })['nft_dossier'] as JsonObject
    expect(dossier()).toMatchObject({
      unwrapped: false,
      private_metadata: null,
      display_private_metadata_error:
        'Sealed metadata of token a must be unwrapped by calling Reveal before it can be viewed',
    })
    expect(() => collection.query({ private_metadata: { token_id: 'a', viewer: by(BOB) } })).toThrow(
      'Sealed metadata must be unwrapped by calling Reveal before it can be viewed',
    )
    expect(refusal(ALICE, { set_metadata: { token_id: 'a', private_metadata: secret } })).toThrow(
      'The private metadata of a sealed token can not be modified',
    )
    expect(refusal(ALICE, { reveal: { token_id: 'a' } })).toThrow('You do not own token a')
    expect(collection.execute(BOB, { reveal: { token_id: 'a' } })).toEqual(success('reveal'))
    expect(dossier()).toMatchObject({ unwrapped: true, public_metadata: { token_uri: 'https://secret' } })
    expect(refusal(BOB, { reveal: { token_id: 'a' } })).toThrow('This token has already been unwrapped')
    expect(collection.query({ is_unwrapped: { token_id: 'a' } })).toEqual({
      is_unwrapped: { token_is_unwrapped: true },
    })
  })

  it('stays private when revealed, if the collection says so', () => {
    collection = collectionWith({ enable_sealed_metadata: true, unwrapped_metadata_is_private: true })
    mint('a', { private_metadata: secret })
    collection.execute(ALICE, { reveal: { token_id: 'a' } })
    expect(
      collection.query({ nft_dossier: { token_id: 'a', viewer: by(ALICE) } })['nft_dossier'],
    ).toMatchObject({
      public_metadata: null,
      private_metadata: { token_uri: 'https://secret' },
    })
  })

  it('is changed by whom the collection allows', () => {
    mint('a', { owner: BOB })
    const change = { set_metadata: { token_id: 'a', public_metadata: { token_uri: 'https://new' } } }
    expect(refusal(BOB, change)).toThrow('Not authorized to update metadata of token a')
    collection.execute(ALICE, change)
    expect(collection.query({ nft_info: { token_id: 'a' } })).toMatchObject({
      nft_info: { token_uri: 'https://new' },
    })
    expect(refusal(ALICE, { reveal: { token_id: 'a' } })).toThrow(
      'Sealed metadata functionality is not enabled for this contract',
    )
  })
})

describe('royalties', () => {
  const royalties = (rate: number) => ({
    decimal_places_in_rates: 4,
    royalties: [{ recipient: CAROL, rate }],
  })
  const shown = (recipient: Address | null, rate: number) => ({
    royalty_info: { royalty_info: { decimal_places_in_rates: 4, royalties: [{ recipient, rate }] } },
  })

  it('are the default unless a token has its own, and name nobody to strangers', () => {
    collection = collectionWith({}, { royalty_info: royalties(100) })
    mint('a')
    mint('b', { royalty_info: royalties(200) })
    mint('badge', { transferable: false })
    const ask = (token_id?: string, viewer?: JsonObject) =>
      collection.query({ royalty_info: { ...(token_id && { token_id }), ...(viewer && { viewer }) } })
    expect(ask('a', by(ALICE))).toEqual(shown(CAROL, 100))
    expect(ask('b')).toEqual(shown(null, 200))
    expect(ask('badge')).toEqual({ royalty_info: { royalty_info: null } })
    expect(ask(undefined, by(ALICE))).toEqual(shown(CAROL, 100))
    expect(ask(undefined, by(BOB))).toEqual(shown(null, 100))
  })

  it('are set by who made and owns the token, and are never more than the whole', () => {
    mint('a', { owner: BOB })
    const set = (more: JsonObject) => ({ set_royalty_info: { royalty_info: royalties(1), ...more } })
    expect(refusal(BOB, set({ token_id: 'a' }))).toThrow(
      "A token's RoyaltyInfo may only be set by the token creator when they are also the token owner",
    )
    expect(refusal(BOB, set({}))).toThrow(
      'Only designated minters can set default royalties for the contract',
    )
    expect(refusal(ALICE, set({ royalty_info: royalties(10_001) }))).toThrow(
      'The sum of royalty rates must not exceed 100%',
    )
    const tooFine = { decimal_places_in_rates: 78, royalties: [] }
    expect(refusal(ALICE, set({ royalty_info: tooFine }))).toThrow('larger than supported')
    collection.execute(ALICE, set({}))
    expect(collection.query({ royalty_info: {} })).toEqual(shown(null, 1))
  })
})

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
