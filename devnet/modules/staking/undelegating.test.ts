import { fromBinary } from '@bufbuild/protobuf'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgUndelegateResponseSchema, MsgUndelegateSchema } from '../../codec/gen/staking_pb'
import { decimalOf } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { momentText } from '../proto-time'
import { delegatedShares } from './delegations'
import { BONDED_POOL, NOT_BONDED_POOL } from './pools'
import { GAS, lastEvent, operatorsOf, pass, refusal, Staker, uscrt } from './stakers.fake'
import { unbondingPairs, unbondingsOf } from './unbondings'
import { setJailed } from './validator-set'

let chain: Chain
let ann: Staker
let banana: string
let cherry: string
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ;({ banana, cherry } = operatorsOf(chain))
  ann.delegate(banana, 10_000_000)
})

const entries = () => unbondingsOf(chain.store, { delegator: ann.address, operator: banana })
const notBonded = () => getBalance(chain.store, NOT_BONDED_POOL, 'uscrt')

describe('undelegating', () => {
  it('brings coins back after 90 seconds and not before', () => {
    const { events, height } = ann.undelegate(banana, 4_000_000)
    const [entry] = entries()
    expect(entry).toMatchObject({
      creationHeight: height,
      initialBalance: 4_000_000n,
      balance: 4_000_000n,
      id: 1,
    })
    const completion_time = momentText(entry?.completion ?? 0n)
    expect(completion_time).toBe('2023-11-14T22:14:53Z')
    expect(lastEvent(events, 'unbond')).toMatchObject({
      validator: banana,
      delegator: ann.address,
      amount: '4000000uscrt',
      completion_time,
    })
    const before = ann.scrt
    expect(pass(chain, 88).filter(({ type }) => type === 'complete_unbonding')).toEqual([])
    expect(ann.scrt).toBe(before)
    expect(lastEvent(pass(chain, 0), 'complete_unbonding')).toMatchObject({
      amount: '4000000uscrt',
      validator: banana,
      delegator: ann.address,
    })
    expect(ann.scrt).toBe(before + 4_000_000n)
    expect(unbondingPairs(chain.store, ann.address)).toEqual([])
    expect([notBonded(), getBalance(chain.store, BONDED_POOL, 'uscrt')]).toEqual([0n, 3_000_006_000_000n])
  })

  it('answers when the coins come and how many', () => {
    const message = anyMessage(MsgUndelegateSchema, {
      delegatorAddress: ann.address,
      validatorAddress: banana,
      amount: uscrt(1_000_000),
    })
    const context = { ...chain.queryContext(), router: chain.router }
    const { value } = chain.router.run(context, message)
    const { completionTime, amount } = fromBinary(MsgUndelegateResponseSchema, value)
    expect(amount).toMatchObject(uscrt(1_000_000))
    expect(completionTime?.seconds).toBe(BigInt(context.block.timeMs / 1_000 + 90))
  })

  it('has no more than seven on their way from one validator', () => {
    for (let times = 0; times < 7; times++) expect(ann.undelegate(banana, 1_000_000).code).toBe(0)
    expect(ann.undelegate(banana, 1_000_000)).toMatchObject(
      refusal('staking', 27, 'too many unbonding delegation entries for (delegator, validator) tuple'),
    )
    pass(chain, 83)
    expect(ann.undelegate(banana, 1_000_000).code).toBe(0)
  })

  it('counts what begins in one block as one', () => {
    const half = anyMessage(MsgUndelegateSchema, {
      delegatorAddress: ann.address,
      validatorAddress: banana,
      amount: uscrt(2_000_000),
    })
    expect(ann.run([half, half], GAS).code).toBe(0)
    expect(entries()).toMatchObject([{ initialBalance: 4_000_000n, balance: 4_000_000n, id: 1 }])
    const before = ann.scrt
    pass(chain, 90)
    expect(ann.scrt).toBe(before + 4_000_000n)
  })

  it.each([
    [0, 'uscrt', 'sdk', 18, 'invalid shares amount: invalid request'],
    [10_000_001, 'uscrt', 'sdk', 18, 'invalid shares amount: invalid request'],
    [5, 'uatom', 'sdk', 18, 'invalid coin denomination: got uatom, expected uscrt: invalid request'],
  ])('refuses %d%s', (amount, denom, codespace, code, log) => {
    expect(ann.undelegate(banana, amount, denom)).toMatchObject(refusal(codespace, code, log))
  })

  it('refuses who never staked there', () => {
    expect(ann.undelegate(cherry, 5)).toMatchObject(
      refusal('staking', 19, 'no delegation for (address, validator) tuple'),
    )
  })
})

describe('cancelling an unbonding', () => {
  it('stakes again part of what was on its way, then the rest', () => {
    const { height } = ann.undelegate(banana, 4_000_000)
    const { events } = ann.cancel(banana, 1_000_000, height)
    expect(lastEvent(events, 'cancel_unbonding_delegation')).toMatchObject({
      amount: '1000000uscrt',
      validator: banana,
      delegator: ann.address,
      creation_height: String(height),
    })
    expect(entries()).toMatchObject([{ initialBalance: 3_000_000n, balance: 3_000_000n }])
    expect(delegatedShares(chain.store, ann.address, banana)).toBe(decimalOf(7_000_000n))
    expect(notBonded()).toBe(3_000_000n)
    expect(ann.cancel(banana, 3_000_000, height).code).toBe(0)
    expect([entries(), notBonded()]).toEqual([[], 0n])
    const before = ann.scrt
    pass(chain, 90)
    expect(ann.scrt).toBe(before)
  })

  it('stakes anew with a validator where nothing was left', () => {
    const { height } = ann.undelegate(banana, 10_000_000)
    expect(ann.cancel(banana, 10_000_000, height).code).toBe(0)
    expect(delegatedShares(chain.store, ann.address, banana)).toBe(decimalOf(10_000_000n))
  })

  it('refuses what there is not', () => {
    expect(ann.cancel(banana, 1, 5)).toMatchObject(
      refusal(
        'undefined',
        1,
        `rpc error: code = NotFound desc = unbonding delegation with delegator ${ann.address} not found for validator ${banana}`,
      ),
    )
    const { height } = ann.undelegate(banana, 4_000_000)
    expect(ann.cancel(banana, 1, height + 1)).toMatchObject(
      refusal('sdk', 38, `unbonding delegation entry is not found at block height ${height + 1}: not found`),
    )
    expect(ann.cancel(banana, 4_000_001, height)).toMatchObject(
      refusal('sdk', 18, 'amount is greater than the unbonding delegation entry balance: invalid request'),
    )
    expect(ann.cancel(banana, 0, height)).toMatchObject(refusal('sdk', 18, 'invalid amount: invalid request'))
    expect(ann.cancel(banana, 1, 0)).toMatchObject(refusal('sdk', 18, 'invalid height: invalid request'))
  })

  it('is refused while the validator is in jail', () => {
    const { height } = ann.undelegate(banana, 4_000_000)
    setJailed(chain.store, banana, true)
    expect(ann.cancel(banana, 1, height)).toMatchObject(
      refusal('staking', 7, 'validator for this address is currently jailed'),
    )
  })
})
