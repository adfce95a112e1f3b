import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness, SELF } from '../contract-harness.fake'
import { PermitSigner } from '../permit-signer.fake'
import { contractWith, move, success } from './contract.fake'
import { snip1155 } from './snip1155'

const SIGNER = new PermitSigner('a holder')

let contract: ContractHarness
beforeEach(() => {
  contract = contractWith(SIGNER.address)
})

const refusal = (sender: Address, message: JsonValue) => () => contract.execute(sender, message)
function balanceOf(owner: Address, token_id = 'gold', viewer = owner): JsonValue | undefined {
  const { balance } = contract.query({ balance: { owner, viewer, key: viewer, token_id } })
  return (balance as JsonObject)['amount']
}

describe('moving', () => {
  it('says what was missing', () => {
    expect(refusal(ALICE, { transfer: move(ALICE, BOB, '1001') })).toThrow('insufficient funds')
    expect(refusal(BOB, { transfer: move(BOB, ALICE, '2', 'ring') })).toThrow('NFT amount must == 1')
    for (const transfer of [move(ALICE, BOB, '1', 'z'), move(BOB, CAROL, '1')]) {
      expect(refusal(ALICE, { transfer })).toThrow(
        'These tokens do not exist or you have no permission to transfer',
      )
    }
  })

  it('moves batches, and the only one of its kind', () => {
    const actions = [move(BOB, CAROL, '1', 'ring'), move(BOB, BOB, '0')]
    expect(contract.execute(BOB, { batch_transfer: { actions } })).toEqual(success('batch_transfer'))
    expect(contract.query({ token_id_public_info: { token_id: 'ring' } })).toMatchObject({
      token_id_public_info: { owner: CAROL },
    })
  })

  it('calls a recipient whose code hash is given or registered', () => {
    const action = { ...move(ALICE, CAROL, '3'), msg: 'e30=', memo: 'm' }
    expect(contract.messagesOf(ALICE, { send: action })).toEqual([])
    expect(contract.execute(CAROL, { register_receive: { code_hash: 'cd' } })).toEqual(
      success('register_receive'),
    )
    expect(contract.query({ registered_code_hash: { contract: CAROL } })).toEqual({
      registered_code_hash: { code_hash: 'cd' },
    })
    const received = { token_id: 'gold', from: ALICE, amount: '3', memo: 'm', msg: 'e30=' }
    const call = (codeHash: string) => ({
      kind: 'execute',
      contract: CAROL,
      codeHash,
      message: { snip1155_receive: { sender: ALICE, ...received } },
      funds: [],
    })
    const actions = [action, { ...action, recipient_code_hash: 'ef' }]
    expect(contract.messagesOf(ALICE, { batch_send: { actions } })).toEqual([call('cd'), call('ef')])
  })

  it('is permitted up to an amount, until a time', () => {
    const give = { allowed_address: BOB, token_id: 'gold', transfer: '10', transfer_expiry: { at_height: 9 } }
    expect(contract.execute(ALICE, { give_permission: give })).toEqual(success('give_permission'))
    contract.execute(BOB, { transfer: move(ALICE, CAROL, '4') })
    expect(refusal(BOB, { transfer: move(ALICE, CAROL, '7') })).toThrow('Insufficient transfer allowance: 6')
    contract.height = 9
    expect(refusal(BOB, { transfer: move(ALICE, CAROL, '1') })).toThrow(
      'Allowance has expired: expiration height: 9',
    )
  })
})

describe('history', () => {
  it('is seen from both sides, and never says who sent for another', () => {
    contract.execute(ALICE, { transfer: { ...move(ALICE, BOB, '3'), memo: 'lunch' } })
    const ask = (address: Address, page_size: number) =>
      contract.query({ transaction_history: { address, key: address, page_size } })
    const entry = {
      tx_id: 3,
      block_height: 5,
      block_time: 1_700_000_000,
      token_id: 'gold',
      action: { transfer: { from: ALICE, sender: null, recipient: BOB, amount: '3' } },
      memo: 'lunch',
    }
    expect(ask(ALICE, 1)).toEqual({ transaction_history: { total: 4, txs: [entry] } })
    expect(ask(BOB, 5)).toMatchObject({
      transaction_history: {
        total: 2,
        txs: [entry, { action: { mint: { minter: ALICE, recipient: BOB, amount: '1' } } }],
      },
    })
  })

  it('is all that all_balances knows of', () => {
    contract.execute(ALICE, { transfer: move(ALICE, BOB, '3') })
    const ask = (scan: JsonObject) => contract.query({ all_balances: { owner: BOB, key: BOB, ...scan } })
    const gold = { token_id: 'gold', amount: '3' }
    expect(ask({})).toEqual({ all_balances: [gold, { token_id: 'ring', amount: '1' }] })
    expect(ask({ tx_history_page: 0, tx_history_page_size: 1 })).toEqual({ all_balances: [gold] })
  })
})

describe('permissions', () => {
  it('let others see, until they end or are taken back', () => {
    expect(() => balanceOf(ALICE, 'gold', CAROL)).toThrow('you do have have permission to view balance')
    const give = { allowed_address: CAROL, token_id: 'gold', view_balance: true }
    contract.execute(ALICE, { give_permission: { ...give, view_balance_expiry: { at_time: 1_700_000_100 } } })
    expect(balanceOf(ALICE, 'gold', CAROL)).toBe('1000')
    const permission = {
      view_balance_perm: true,
      view_balance_exp: { at_time: 1_700_000_100 },
      view_pr_metadata_perm: false,
      view_pr_metadata_exp: 'never',
      trfer_allowance_perm: '0',
      trfer_allowance_exp: 'never',
    }
    const asked = { owner: ALICE, allowed_address: CAROL, token_id: 'gold' }
    expect(contract.query({ permission: { ...asked, key: CAROL } })).toEqual({ permission })
    expect(contract.query({ permission: { ...asked, allowed_address: BOB, key: ALICE } })).toEqual({
      permission: null,
    })
    expect(contract.query({ all_permissions: { address: ALICE, key: ALICE, page_size: 5 } })).toEqual({
      all_permissions: {
        permission_keys: [{ token_id: 'gold', allowed_addr: CAROL }],
        permissions: [permission],
        total: 1,
      },
    })
    contract.timeMs = 1_700_000_100_000
    expect(balanceOf(ALICE, 'gold', CAROL)).toBe('1000')
    contract.execute(BOB, { set_viewing_key: { key: BOB } })
    expect(() => balanceOf(ALICE, 'gold', CAROL)).toThrow('permission to view balance')
    expect(refusal(BOB, { revoke_permission: asked })).toThrow(
      'only the owner or address with permission can remove permission',
    )
    expect(contract.execute(CAROL, { revoke_permission: asked })).toEqual(success('revoke_permission'))
    expect(refusal(BOB, { revoke_permission: { ...asked, owner: BOB, allowed_address: CAROL } })).toThrow(
      'cannot update or revoke a non-existent permission entry',
    )
  })

  it('of private metadata are for the owner of the only one', () => {
    const ask = (address: Address) =>
      contract.query({ token_id_private_info: { address, key: address, token_id: 'ring' } })
    const secret = { token_uri: 'secret', extension: null }
    const shown = (private_metadata: JsonValue) => ({
      token_id_private_info: { token_id_info: { private_metadata } },
    })
    expect(ask(BOB)).toMatchObject(shown(secret))
    expect(() => ask(CAROL)).toThrow('you do have have permission to view private token info')
    const give = { allowed_address: CAROL, token_id: 'ring', view_private_metadata: true }
    contract.execute(BOB, { give_permission: give })
    expect(ask(CAROL)).toMatchObject(shown(secret))
    contract.execute(BOB, { give_permission: { ...give, view_private_metadata: false } })
    expect(ask(CAROL)).toMatchObject(shown(null))
  })

  it('of metadata changes are in the configuration of the id', () => {
    const change = (token_id: string) => ({
      change_metadata: { token_id, public_metadata: { token_uri: 'new' } },
    })
    expect(contract.execute(BOB, change('ring'))).toEqual(success('change_metadata'))
    expect(refusal(ALICE, change('gold'))).toThrow('unable to change the metadata for token_id gold')
    expect(contract.query({ token_id_public_info: { token_id: 'ring' } })).toMatchObject({
      token_id_public_info: { token_id_info: { public_metadata: { token_uri: 'new' } } },
    })
  })
})

describe('who may look and act', () => {
  it('answers a wrong viewing key, and does not throw', () => {
    const wrong = { viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' } }
    const balance = { owner: ALICE, viewer: ALICE, key: 'wrong', token_id: 'gold' }
    expect(contract.query({ balance })).toEqual(wrong)
    expect(contract.query({ all_balances: { owner: ALICE, key: BOB } })).toEqual(wrong)
    expect(contract.execute(ALICE, { create_viewing_key: { entropy: 'e' } })).toEqual({
      create_viewing_key: { key: expect.stringMatching(/^api_key_/) },
    })
  })

  it('opens by permit what the signer may see, and no more', () => {
    const ask =
      (query: JsonObject, permissions = ['owner']) =>
      () =>
        contract.query({ with_permit: { permit: SIGNER.sign([SELF], permissions), query } })
    const owner = SIGNER.address
    expect(ask({ balance: { owner, token_id: 'gold' } })()).toEqual({ balance: { amount: '5' } })
    expect(ask({ all_balances: {} })()).toEqual({ all_balances: [{ token_id: 'gold', amount: '5' }] })
    expect(ask({ transaction_history: { page_size: 5 } })()).toMatchObject({
      transaction_history: { total: 1 },
    })
    expect(ask({ all_permissions: { page_size: 5 } })()).toMatchObject({ all_permissions: { total: 0 } })
    expect(ask({ token_id_private_info: { token_id: 'gold' } })()).toHaveProperty('token_id_private_info')
    expect(ask({ balance: { owner: ALICE, viewer: ALICE, token_id: 'gold' } })).toThrow(
      'you do have have permission to view balance',
    )
    expect(ask({ permission: { owner: ALICE, allowed_address: BOB, token_id: 'gold' } })).toThrow(
      `Cannot query permission. Requires permit for either owner \\"${ALICE}\\"`,
    )
    expect(ask({ permission: { owner, allowed_address: BOB, token_id: 'gold' } })()).toEqual({
      permission: null,
    })
    expect(ask({ all_balances: {} }, ['balance'])).toThrow(
      '`Owner` permit required for SNIP1155 permit queries, got permissions [Balance]',
    )
  })

  it('has an admin until the admin leaves for good', () => {
    contract.execute(ALICE, { change_admin: { new_admin: BOB } })
    const remove = { current_admin: BOB, contract_address: SELF }
    expect(refusal(BOB, { remove_admin: { ...remove, contract_address: BOB } })).toThrow(
      'your inputs are incorrect to perform this function',
    )
    expect(contract.execute(BOB, { remove_admin: remove })).toEqual(success('remove_admin'))
    expect(contract.query({ contract_info: {} })).toMatchObject({ contract_info: { admin: null } })
    expect(refusal(BOB, { change_admin: { new_admin: BOB } })).toThrow('This contract has no admin')
  })

  it('may begin without an admin', () => {
    const init = { has_admin: false, admin: BOB, curators: [], initial_tokens: [], entropy: 'e' }
    const without = new ContractHarness(snip1155, init)
    expect(without.query({ contract_info: {} })).toEqual({
      contract_info: { admin: null, curators: [], all_token_ids: [] },
    })
  })
})
