import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, type ContractHarness } from '../contract-harness.fake'
import { by, collectionWith, success } from './collection.fake'

let collection: ContractHarness
beforeEach(() => {
  collection = collectionWith({})
})

const refusal = (sender: Address, message: JsonValue) => () => collection.execute(sender, message)
const mint = (token_id: string, more: JsonObject = {}) =>
  collection.execute(ALICE, { mint_nft: { token_id, ...more } })

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
