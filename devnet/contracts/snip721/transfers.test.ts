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
const tokensOf = (owner: Address) =>
  (collection.query({ tokens: { owner, viewing_key: owner } })['token_list'] as JsonObject)['tokens']
const CONTRACT = CAROL

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
