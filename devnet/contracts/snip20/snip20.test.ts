import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, Coin, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness } from '../contract-harness.fake'
import { snip20 } from './snip20'

const INIT = {
  name: 'Token',
  symbol: 'TKN',
  decimals: 6,
  prng_seed: 'c2VlZA==',
  initial_balances: [{ address: ALICE, amount: '1000' }],
  config: {
    public_total_supply: true,
    enable_deposit: true,
    enable_redeem: true,
    enable_mint: true,
    enable_burn: true,
    can_modify_denoms: true,
  },
}

let token: ContractHarness
beforeEach(() => {
  token = new ContractHarness(snip20, INIT)
  for (const owner of [ALICE, BOB, CAROL]) execute(owner, { set_viewing_key: { key: owner } })
})

function execute(sender: Address, message: JsonValue, funds: readonly Coin[] = []): JsonObject {
  return token.execute(sender, message, funds)
}

function messagesOf(sender: Address, message: JsonValue) {
  return token.messagesOf(sender, message)
}

function query(message: JsonValue): JsonObject {
  return token.query(message)
}

function balanceOf(address: Address): JsonValue | undefined {
  return (query({ balance: { address, key: address } })['balance'] as JsonObject)['amount']
}

describe('parsing', () => {
  it.each([
    [{ transfer: { recipient: BOB, amount: 5 } }, '"msg":"Invalid type"'],
    [{ transfer: { recipient: BOB } }, '"msg":"missing field `amount`"'],
    [{ transfer: { recipient: BOB, amount: '-1' } }, "invalid Uint128 '-1'"],
    [{ transfer: { recipient: BOB, amount: String(1n << 128n) } }, 'invalid Uint128'],
    [{ transfer: { recipient: 'secret1abc', amount: '5' } }, 'canonicalize_address errored'],
    [{ dance: {} }, 'unknown variant `dance`, expected one of `redeem`, `deposit`, `transfer`'],
    [{ transfer: [] }, 'Invalid type'],
    [{}, 'Expected exactly one message variant'],
    ['transfer', 'Invalid type'],
    [{ redeem: { amount: '1' } }, 'missing field `denom`'],
    [{ send: { recipient: BOB, amount: '1', msg: '*' } }, 'Invalid base64'],
  ])('refuses %j', (message, reason) => {
    expect(() => execute(ALICE, message)).toThrow(reason)
  })

  it('ignores fields nobody knows, and padding', () => {
    const transfer = {
      recipient: BOB,
      amount: '5',
      padding: '   ',
      gas_target: '100000',
      decoys: [],
      entropy: '',
    }
    expect(execute(ALICE, { transfer })).toEqual({ transfer: { status: 'success' } })
  })
})

describe('moving tokens', () => {
  it('says what was missing', () => {
    expect(() => execute(ALICE, { transfer: { recipient: BOB, amount: '1001' } })).toThrow(
      'insufficient funds: balance=1000, required=1001',
    )
  })

  it('moves whole batches', () => {
    const actions = [
      { recipient: BOB, amount: '100' },
      { recipient: CAROL, amount: '200', memo: 'hi' },
    ]
    expect(execute(ALICE, { batch_transfer: { actions } })).toEqual({ batch_transfer: { status: 'success' } })
    expect([balanceOf(ALICE), balanceOf(BOB), balanceOf(CAROL)]).toEqual(['700', '100', '200'])
  })

  it('calls a recipient whose code hash is given or registered, and no other', () => {
    const send = { recipient: BOB, amount: '1', msg: 'e30=', memo: 'm' }
    expect(messagesOf(ALICE, { send })).toEqual([])
    const receive = { receive: { sender: ALICE, from: ALICE, amount: '1', memo: 'm', msg: 'e30=' } }
    const call = { kind: 'execute', contract: BOB, codeHash: 'ab', message: receive, funds: [] }
    expect(messagesOf(ALICE, { send: { ...send, recipient_code_hash: 'ab' } })).toEqual([call])
    execute(BOB, { register_receive: { code_hash: 'cd' } })
    expect(messagesOf(ALICE, { batch_send: { actions: [send, send] } })).toEqual([
      { ...call, codeHash: 'cd' },
      { ...call, codeHash: 'cd' },
    ])
  })

  it('mints and burns for those who may', () => {
    expect(() => execute(BOB, { mint: { recipient: BOB, amount: '5' } })).toThrow('minter accounts only')
    expect(() => execute(BOB, { add_minters: { minters: [BOB] } })).toThrow('This is an admin command')
    execute(ALICE, { add_minters: { minters: [BOB] } })
    execute(BOB, { mint: { recipient: CAROL, amount: '5' } })
    execute(CAROL, { burn: { amount: '2' } })
    expect(balanceOf(CAROL)).toBe('3')
    expect(query({ token_info: {} })).toEqual({
      token_info: { name: 'Token', symbol: 'TKN', decimals: 6, total_supply: '1003' },
    })
    execute(ALICE, { remove_minters: { minters: [BOB] } })
    expect(query({ minters: {} })).toEqual({ minters: { minters: [ALICE] } })
  })
})

describe('wrapping', () => {
  it('takes what it supports', () => {
    expect(() => execute(BOB, { deposit: {} })).toThrow('No funds were sent to be deposited')
    expect(() => execute(BOB, { deposit: {} }, [{ denom: 'uatom', amount: 1n }])).toThrow(
      'Tried to deposit an unsupported coin uatom',
    )
    execute(BOB, { deposit: {} }, [{ denom: 'uscrt', amount: 9n }])
    expect(balanceOf(BOB)).toBe('9')
  })

  it('pays back out of its reserve', () => {
    const redeem = { redeem: { amount: '5', denom: 'uscrt' } }
    expect(() => execute(ALICE, redeem)).toThrow('more uscrt than the contract has in its reserve')
    token.reserve = 5n
    expect(messagesOf(ALICE, redeem)).toEqual([
      { kind: 'send', to: ALICE, amount: [{ denom: 'uscrt', amount: 5n }] },
    ])
    expect(() => execute(ALICE, { redeem: { amount: '5', denom: 'uatom' } })).toThrow(
      'unsupported coin uatom',
    )
  })
})

describe('allowances', () => {
  it('grow, shrink, are spent and expire', () => {
    const change = (name: string, amount: string, expiration?: number) =>
      execute(ALICE, { [name]: { spender: BOB, amount, ...(expiration !== undefined && { expiration }) } })
    expect(change('increase_allowance', '100', 1_700_000_100)).toEqual({
      increase_allowance: { spender: BOB, owner: ALICE, allowance: '100' },
    })
    expect(change('decrease_allowance', '30')).toEqual({
      decrease_allowance: { spender: BOB, owner: ALICE, allowance: '70' },
    })
    execute(BOB, { transfer_from: { owner: ALICE, recipient: CAROL, amount: '20' } })
    execute(BOB, { batch_burn_from: { actions: [{ owner: ALICE, amount: '10' }] } })
    expect(() => execute(BOB, { transfer_from: { owner: ALICE, recipient: CAROL, amount: '41' } })).toThrow(
      'insufficient allowance: allowance=40, required=41',
    )
    const row = { allowance: '40', expiration: 1_700_000_100 }
    expect(query({ allowance: { owner: ALICE, spender: BOB, key: BOB } })).toEqual({
      allowance: { owner: ALICE, spender: BOB, ...row },
    })
    expect(query({ allowances_given: { owner: ALICE, key: ALICE, page_size: 5 } })).toEqual({
      allowances_given: { owner: ALICE, allowances: [{ spender: BOB, ...row }], count: 1 },
    })
    expect(query({ allowances_received: { spender: BOB, key: BOB, page: 1, page_size: 5 } })).toEqual({
      allowances_received: { spender: BOB, allowances: [], count: 1 },
    })
    token.timeMs += 100_000
    expect(() => execute(BOB, { burn_from: { owner: ALICE, amount: '1' } })).toThrow(
      'allowance=0, required=1',
    )
  })
})

describe('history', () => {
  it('is paged, newest first, and each side sees it once', () => {
    for (const amount of ['1', '2', '3']) execute(ALICE, { transfer: { recipient: ALICE, amount } })
    const page = (number: number) =>
      query({
        transaction_history: { address: ALICE, key: ALICE, page: number, page_size: 2 },
      })['transaction_history'] as { txs: { coins: { amount: string } }[]; total: number }
    expect(page(0).txs.map(({ coins }) => coins.amount)).toEqual(['3', '2'])
    expect(page(1).txs.map(({ coins }) => coins.amount)).toEqual(['1'])
    expect(page(1).total).toBe(3)
  })
})

describe('what can be wrapped', () => {
  it('is for the admin to say, if the token was made so', () => {
    expect(() => execute(BOB, { add_supported_denoms: { denoms: ['uatom'] } })).toThrow('admin command')
    execute(ALICE, { add_supported_denoms: { denoms: ['uatom', 'uscrt'] } })
    execute(ALICE, { remove_supported_denoms: { denoms: ['uscrt'] } })
    expect(query({ token_config: {} })['token_config']).toMatchObject({ supported_denoms: ['uatom'] })
    token = new ContractHarness(snip20, { ...INIT, config: {} })
    expect(() => execute(ALICE, { add_supported_denoms: { denoms: ['uatom'] } })).toThrow(
      'Cannot modify denoms for this contract',
    )
  })
})

describe('instantiation', () => {
  it.each([
    [{ name: 'ab' }, 'Name is not in the expected format (3-30 UTF-8 bytes)'],
    [{ symbol: 'ABCDEFG' }, 'Ticker symbol is not in expected format [A-Z]{3,6}'],
    [{ symbol: 'abc' }, 'Ticker symbol is not in expected format [A-Z]{3,6}'],
    [{ decimals: 19 }, 'Decimals must not exceed 18'],
    [{ prng_seed: '*' }, 'Invalid base64 string'],
  ])('refuses %j', (changed, reason) => {
    expect(() => new ContractHarness(snip20, { ...INIT, ...changed })).toThrow(reason)
  })
})

describe('who may look and act', () => {
  it('answers a wrong viewing key, and does not throw', () => {
    expect(query({ balance: { address: ALICE, key: 'wrong' } })).toEqual({
      viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' },
    })
  })

  it('makes another viewing key each time', () => {
    const make = () =>
      execute(BOB, { create_viewing_key: { entropy: 'same' } })['create_viewing_key'] as JsonObject
    const { key } = make()
    expect(make()['key']).not.toBe(key)
    expect(query({ balance: { address: BOB, key: key ?? '' } })).toHaveProperty('viewing_key_error')
  })

  it('stops when its admin stops it', () => {
    token.reserve = 100n
    const transfer = { transfer: { recipient: BOB, amount: '1' } }
    execute(ALICE, { set_contract_status: { level: 'stop_all_but_redeems' } })
    expect(() => execute(ALICE, transfer)).toThrow('This contract is stopped and this action is not allowed')
    execute(ALICE, { redeem: { amount: '1', denom: 'uscrt' } })
    execute(ALICE, { set_contract_status: { level: 'stop_all' } })
    expect(() => execute(ALICE, { redeem: { amount: '1', denom: 'uscrt' } })).toThrow('stopped')
    expect(query({ contract_status: {} })).toEqual({ contract_status: { status: 'stop_all' } })
    execute(ALICE, { set_contract_status: { level: 'normal_run' } })
    execute(ALICE, { change_admin: { address: BOB } })
    expect(() => execute(ALICE, { change_admin: { address: ALICE } })).toThrow('This is an admin command')
  })
})
