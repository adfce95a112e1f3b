import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Address,
  addressFromBytes,
  type Coin,
  type JsonObject,
  type JsonValue,
} from '../../../src/domain/index'
import type { ContractMessage, ContractStorage } from '../contract'
import { snip20 } from './snip20'

const [ALICE, BOB, CAROL, TOKEN] = [1, 2, 3, 4].map((byte) =>
  addressFromBytes(new Uint8Array(20).fill(byte)),
) as [Address, Address, Address, Address]

let cells: Map<string, string>
let storage: ContractStorage
let timeMs: number
let reserve: bigint
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
  },
}

beforeEach(() => {
  cells = new Map()
  storage = {
    get: (key) => cells.get(key),
    set: (key, value) => cells.set(key, value),
    remove: (key) => cells.delete(key),
  }
  timeMs = 1_700_000_000_000
  reserve = 0n
  snip20.instantiate(callBy(ALICE), INIT)
  for (const owner of [ALICE, BOB, CAROL]) execute(owner, { set_viewing_key: { key: owner } })
})

function callBy(sender: Address, funds: readonly Coin[] = []) {
  return {
    env: { block: { height: 5, timeMs, chainId: 'secretdev-1' }, contract: { address: TOKEN, codeHash: '' } },
    storage,
    querier: {
      balance: () => reserve,
      contract: () => {
        throw new Error('a token asks no other contract')
      },
    },
    sender,
    funds,
  }
}

function execute(sender: Address, message: JsonValue, funds: readonly Coin[] = []): JsonObject {
  const { data } = snip20.execute(callBy(sender, funds), message)
  expect(data.length % 256).toBe(0)
  return JSON.parse(data)
}

function messagesOf(sender: Address, message: JsonValue): readonly ContractMessage[] {
  return snip20.execute(callBy(sender), message).messages
}

function query(message: JsonValue): JsonObject {
  return JSON.parse(snip20.query(callBy(ALICE), message))
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
    reserve = 5n
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
    timeMs += 100_000
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
    reserve = 100n
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
