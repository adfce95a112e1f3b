import { beforeEach, describe, expect, it } from 'vitest'
import { type Address, addressFromBytes, type Coin } from '../../../src/domain/index'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import {
  MsgCreatePeriodicVestingAccountSchema,
  MsgCreatePermanentLockedAccountSchema,
  MsgCreateVestingAccountSchema,
} from '../../codec/gen/vesting_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { ensureAccount, findAccount } from '../auth/accounts'
import { getBalance, getSpendable, mintCoins, sendCoins } from '../bank/bank'
import { delegateCoins, trackDelegation, trackUndelegation, undelegateCoins } from '../bank/delegation'
import { coinToProto } from '../coins'
import { GOV, moduleAddress } from '../module-address'

const NEWCOMER = new Uint8Array(32).fill(7)
const POOL = moduleAddress('bonded_tokens_pool')

let chain: Chain
let wallet: TestWallet
let newcomer: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  newcomer = new TestWallet(chain, NEWCOMER)
})

function uscrt(amount: bigint): Coin[] {
  return [{ denom: 'uscrt', amount }]
}

function now(): bigint {
  return BigInt(chain.blocks.latest.timeMs / 1_000)
}

function parties(to: Address = newcomer.address) {
  return { fromAddress: wallet.address, toAddress: to }
}

function vest(endTime: bigint, delayed = false, amount = 1_000n, to = newcomer.address): AnyMessage {
  const coins = uscrt(amount).map(coinToProto)
  return anyMessage(MsgCreateVestingAccountSchema, { ...parties(to), amount: coins, endTime, delayed })
}

function spendable(): Coin[] {
  return getSpendable(chain.store, newcomer.address, chain.blocks.latest.timeMs)
}

describe('a vesting account', () => {
  it('lets go of its coins evenly, and of nothing that is still locked', () => {
    const end = now() + 11n
    expect(wallet.run([vest(end)])).toMatchObject({ code: 0 })
    expect(spendable()).toEqual(uscrt(0n))
    expect(getBalance(chain.store, newcomer.address, 'uscrt')).toBe(1_000n)
    const early = chain.broadcast(newcomer.sign([newcomer.sendMessage(wallet.address, 1n)]))
    expect(early).toMatchObject({
      code: 5,
      log: 'spendable balance 100uscrt is smaller than 15000uscrt: insufficient funds',
    })
    for (let block = 0; block < 5; block++) chain.produceBlock()
    expect(spendable()).toEqual(uscrt(500n))
    wallet.run([wallet.sendMessage(newcomer.address, 30_000n)])
    const sent = newcomer.run([newcomer.sendMessage(wallet.address, 20_000n)])
    expect(sent).toMatchObject({
      code: 5,
      log: expect.stringContaining('spendable balance 15700uscrt is smaller than 20000uscrt'),
    })
  })

  it('keeps everything until the end when it is delayed, and for ever when it is locked', () => {
    wallet.run([vest(now() + 5n, true)])
    chain.produceBlock()
    expect(spendable()).toEqual(uscrt(0n))
    for (let block = 0; block < 5; block++) chain.produceBlock()
    expect(spendable()).toEqual(uscrt(1_000n))
    const other = addressFromBytes(new Uint8Array(20).fill(9))
    const amount = uscrt(70n).map(coinToProto)
    wallet.run([anyMessage(MsgCreatePermanentLockedAccountSchema, { ...parties(other), amount })])
    expect(getSpendable(chain.store, other, 10 ** 15)).toEqual(uscrt(0n))
  })

  it('lets go of its periods one by one', () => {
    const vestingPeriods = [2n, 3n].map((length) => ({ length, amount: uscrt(10n).map(coinToProto) }))
    const startTime = now() + 1n
    const message = anyMessage(MsgCreatePeriodicVestingAccountSchema, {
      ...parties(),
      startTime,
      vestingPeriods,
    })
    expect(wallet.run([message])).toMatchObject({ code: 0 })
    const seen = [0, 1, 2, 3, 4, 5].map(() => {
      const [coin] = spendable()
      chain.produceBlock()
      return coin?.amount
    })
    expect(seen).toEqual([0n, 0n, 10n, 10n, 10n, 20n])
    expect(findAccount(chain.store, newcomer.address)?.vesting?.endTime).toBe(startTime + 5n)
  })

  it('can delegate what is locked, and what comes back is locked again', () => {
    wallet.run([vest(now() + 1_000n, true)])
    mintCoins(chain.store, newcomer.address, { denom: 'uscrt', amount: 50n })
    const context = chain.queryContext()
    delegateCoins(context, newcomer.address, POOL, uscrt(1_020n))
    expect(findAccount(context.store, newcomer.address)?.vesting).toMatchObject({
      delegatedVesting: uscrt(1_000n),
      delegatedFree: uscrt(20n),
    })
    expect(getSpendable(context.store, newcomer.address, context.block.timeMs)).toEqual(uscrt(30n))
    undelegateCoins(context, POOL, newcomer.address, uscrt(120n))
    expect(findAccount(context.store, newcomer.address)?.vesting).toMatchObject({
      delegatedVesting: uscrt(900n),
      delegatedFree: [],
    })
    expect(getSpendable(context.store, newcomer.address, context.block.timeMs)).toEqual(uscrt(50n))
    expect(() => delegateCoins(context, newcomer.address, POOL, uscrt(1_000n))).toThrow(
      'failed to delegate; 150uscrt is smaller than 1000uscrt: insufficient funds',
    )
  })

  it('may send what was counted as delegated just before, which comes to the same', () => {
    wallet.run([vest(now() + 1_000n, true)])
    const context = chain.queryContext()
    expect(() => sendCoins(context, newcomer.address, POOL, uscrt(400n))).toThrow('insufficient funds')
    trackDelegation(context, newcomer.address, uscrt(400n))
    sendCoins(context, newcomer.address, POOL, uscrt(400n))
    expect(getSpendable(context.store, newcomer.address, context.block.timeMs)).toEqual(uscrt(0n))
    sendCoins(context, POOL, newcomer.address, uscrt(400n))
    trackUndelegation(context, newcomer.address, uscrt(400n))
    expect(findAccount(context.store, newcomer.address)?.vesting).toMatchObject({ delegatedVesting: [] })
    trackDelegation(context, wallet.address, uscrt(5n))
    trackUndelegation(context, wallet.address, uscrt(5n))
    expect(findAccount(context.store, wallet.address)?.vesting).toBeUndefined()
  })

  it.each([
    ['of an account that is there', () => vest(9n ** 9n, true, 5n, wallet.address), 18, 'already exists'],
    ['of a module', () => vest(9n ** 9n, true, 5n, GOV), 4, `${GOV} is not allowed to receive funds`],
    ['without an end', () => vest(0n), 18, 'invalid end time'],
    ['of nothing', () => vest(9n, true, 0n), 10, 'invalid coins'],
  ])('is refused when it is one %s', (_, message, code, log) => {
    ensureAccount(chain.store, wallet.address)
    expect(wallet.run([message()])).toMatchObject({ code, log: expect.stringContaining(log) })
  })

  it('is refused with periods that have no length or no coins', () => {
    const create = (startTime: bigint, length: bigint, amount: bigint) =>
      wallet.run([
        anyMessage(MsgCreatePeriodicVestingAccountSchema, {
          ...parties(),
          startTime,
          vestingPeriods: [{ length, amount: uscrt(amount).map(coinToProto) }],
        }),
      ])
    expect(create(0n, 1n, 1n).log).toContain('invalid start time of 0, length must be greater than 0')
    expect(create(1n, 0n, 1n).log).toContain('invalid period length of 0 in period 0')
    expect(create(1n, 1n, 0n).log).toContain('0uscrt: invalid coins')
  })
})
