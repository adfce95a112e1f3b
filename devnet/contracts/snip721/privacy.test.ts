import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, type ContractHarness, SELF } from '../contract-harness.fake'
import { PermitSigner } from '../permit-signer.fake'
import { by, collectionWith } from './collection.fake'

const SIGNER = new PermitSigner('a holder')

let collection: ContractHarness
beforeEach(() => {
  collection = privateCollection({})
})

function privateCollection(config: JsonObject): ContractHarness {
  const made = collectionWith({ public_token_supply: false, ...config })
  for (const [id, owner] of [
    ['a', BOB],
    ['b', BOB],
    ['p', SIGNER.address],
  ] as const) {
    made.execute(ALICE, {
      mint_nft: { token_id: id, owner, private_metadata: { token_uri: `secret ${id}` } },
    })
  }
  return made
}

const tokens = (query: JsonObject) => () => collection.query({ tokens: { owner: BOB, ...query } })
const list = (...ids: string[]) => ({ token_list: { tokens: ids } })

describe('a supply that is private', () => {
  it('is for minters to know', () => {
    expect(() => collection.query({ num_tokens: {} })).toThrow('The token supply of this contract is private')
    expect(() => collection.query({ all_tokens: { viewer: by(BOB) } })).toThrow('is private')
    expect(collection.query({ num_tokens: { viewer: by(ALICE) } })).toEqual({ num_tokens: { count: 3 } })
    expect(() => collection.query({ all_tokens: { viewer: by(ALICE), start_after: 'z' } })).toThrow(
      'Token ID: z not found',
    )
  })

  it('tells nobody which ids there are not', () => {
    expect(collection.query({ nft_info: { token_id: 'z' } })).toEqual({
      nft_info: { token_uri: null, extension: null },
    })
    expect(collection.query({ is_unwrapped: { token_id: 'z' } })).toEqual({
      is_unwrapped: { token_is_unwrapped: true },
    })
    expect(collection.query({ is_transferable: { token_id: 'z' } })).toEqual({
      is_transferable: { token_is_transferable: true },
    })
    expect(collection.query({ royalty_info: { token_id: 'z' } })).toEqual({
      royalty_info: { royalty_info: null },
    })
    for (const query of ['owner_of', 'all_nft_info', 'nft_dossier', 'private_metadata']) {
      expect(() => collection.query({ [query]: { token_id: 'z' } })).toThrow(
        'You are not authorized to perform this action on token z',
      )
    }
  })

  it('lets the owner and no other list what they own', () => {
    expect(tokens({ viewing_key: BOB })()).toEqual(list('a', 'b'))
    expect(tokens({ viewing_key: BOB, start_after: 'a' })()).toEqual(list('b'))
    expect(tokens({ viewing_key: BOB, limit: 1 })()).toEqual(list('a'))
    expect(tokens({ viewer: CAROL, viewing_key: CAROL })()).toEqual(list())
    expect(tokens({})()).toEqual(list())
    expect(tokens({ viewer: CAROL, viewing_key: 'wrong' })).toThrow('Wrong viewing key')
    expect(tokens({ viewing_key: BOB, start_after: 'p' })).toThrow(
      'Token ID: p is not in the specified inventory',
    )
    expect(tokens({ start_after: 'a' })).toThrow('You are not authorized to perform this action on token a')
  })

  it('lists for a viewer what they may see', () => {
    collection.execute(BOB, {
      set_whitelisted_approval: { address: CAROL, token_id: 'b', view_owner: 'approve_token' },
    })
    expect(tokens({ viewer: CAROL, viewing_key: CAROL })()).toEqual(list('b'))
    expect(
      collection.query({ num_tokens_of_owner: { owner: BOB, viewer: CAROL, viewing_key: CAROL } }),
    ).toEqual({ num_tokens: { count: 1 } })
  })
})

describe('owners that are public', () => {
  beforeEach(() => {
    collection = privateCollection({ public_owner: true })
  })

  it('are shown to everybody until they object', () => {
    expect(collection.query({ owner_of: { token_id: 'a' } })).toEqual({
      owner_of: { owner: BOB, approvals: [] },
    })
    expect(tokens({})()).toEqual(list('a', 'b'))
    expect(collection.execute(BOB, { make_ownership_private: {} })).toEqual({
      make_ownership_private: { status: 'success' },
    })
    expect(() => collection.query({ owner_of: { token_id: 'a' } })).toThrow(
      'not authorized to view the owner',
    )
    expect(collection.query({ all_nft_info: { token_id: 'a' } })).toEqual({
      all_nft_info: { access: { owner: null, approvals: [] }, info: null },
    })
  })
})

describe('a dossier', () => {
  it('shows the owner everything', () => {
    collection.execute(BOB, { approve: { spender: CAROL, token_id: 'a' } })
    const approval = { address: CAROL, view_owner_expiration: null, view_private_metadata_expiration: null }
    expect(collection.query({ nft_dossier: { token_id: 'a', viewer: by(BOB) } })).toEqual({
      nft_dossier: {
        owner: BOB,
        public_metadata: null,
        private_metadata: { token_uri: 'secret a', extension: null },
        display_private_metadata_error: null,
        royalty_info: null,
        mint_run_info: {
          collection_creator: ALICE,
          token_creator: ALICE,
          time_of_minting: 1_700_000_000,
          mint_run: null,
          serial_number: null,
          quantity_minted_this_run: null,
        },
        transferable: true,
        unwrapped: true,
        owner_is_public: false,
        public_ownership_expiration: null,
        private_metadata_is_public: false,
        private_metadata_is_public_expiration: null,
        token_approvals: [{ ...approval, transfer_expiration: 'never' }],
        inventory_approvals: [],
      },
    })
  })

  it('shows a stranger what is public, and says why not the rest', () => {
    const { batch_nft_dossier } = collection.query({ batch_nft_dossier: { token_ids: ['a', 'p'] } })
    expect(batch_nft_dossier).toMatchObject({
      nft_dossiers: [
        {
          token_id: 'a',
          owner: null,
          private_metadata: null,
          display_private_metadata_error: 'You are not authorized to perform this action on token a',
          token_approvals: null,
          inventory_approvals: null,
        },
        { token_id: 'p' },
      ],
    })
  })
})

describe('the clock of a query', () => {
  it('stands at the last block the contract ran in', () => {
    collection.execute(BOB, {
      set_global_approval: { token_id: 'a', view_owner: 'approve_token', expires: { at_height: 8 } },
    })
    collection.height = 20
    expect(collection.query({ owner_of: { token_id: 'a' } })).toMatchObject({ owner_of: { owner: BOB } })
    collection.execute(CAROL, { set_viewing_key: { key: CAROL } })
    expect(() => collection.query({ owner_of: { token_id: 'a' } })).toThrow(
      'not authorized to view the owner',
    )
    const approvals = { token_id: 'a', viewing_key: BOB, include_expired: true }
    expect(collection.query({ token_approvals: approvals })).toMatchObject({
      token_approvals: { owner_is_public: false, token_approvals: [] },
    })
  })
})

describe('a permit', () => {
  const ask = (query: JsonObject, permissions = ['owner']) =>
    collection.query({ with_permit: { permit: SIGNER.sign([SELF], permissions), query } })

  it('opens all that its signer may see', () => {
    const owner = SIGNER.address
    expect(ask({ private_metadata: { token_id: 'p' } })).toEqual({
      private_metadata: { token_uri: 'secret p', extension: null },
    })
    expect(ask({ tokens: { owner } })).toEqual(list('p'))
    expect(ask({ owner_of: { token_id: 'p' } })).toEqual({ owner_of: { owner, approvals: [] } })
    expect(ask({ transaction_history: {} })).toMatchObject({ transaction_history: { total: 1 } })
    expect(ask({ inventory_approvals: {} })).toHaveProperty('inventory_approvals.inventory_approvals', [])
    expect(ask({ token_approvals: { token_id: 'p' } })).toHaveProperty('token_approvals.token_approvals', [])
    expect(ask({ approved_for_all: {} })).toEqual({ approved_for_all: { operators: [] } })
    expect(ask({ verify_transfer_approval: { token_ids: ['p', 'a'] } })).toEqual({
      verify_transfer_approval: { approved_for_all: false, first_unapproved_token: 'a' },
    })
    expect(ask({ nft_dossier: { token_id: 'p' } })).toMatchObject({ nft_dossier: { owner } })
    expect(ask({ royalty_info: { token_id: 'p' } })).toEqual({ royalty_info: { royalty_info: null } })
    expect(() => ask({ num_tokens: {} })).toThrow('is private')
    expect(() => ask({ token_approvals: { token_id: 'a' } })).toThrow(
      'You are not authorized to view approvals for token a',
    )
  })

  it('is for the signer alone, whoever the query names', () => {
    expect(() => ask({ private_metadata: { token_id: 'a', viewer: by(BOB) } })).toThrow('not authorized')
    expect(ask({ transaction_history: { ...by(BOB) } })).toMatchObject({ transaction_history: { total: 1 } })
  })

  it('must give the permission owner, and wraps only what needs it', () => {
    expect(() => ask({ num_tokens: {} }, ['balance', 'history'])).toThrow(
      'Owner permission is required for SNIP-721 queries, got permissions [Balance, History]',
    )
    expect(() => ask({ contract_info: {} })).toThrow('unknown variant `contract_info`')
  })
})
