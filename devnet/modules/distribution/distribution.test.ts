import { fromBinary } from '@bufbuild/protobuf'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import * as proto from '../../codec/gen/distribution_pb'
import { type Decimal, truncate, ZERO } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { FEE_COLLECTOR } from '../module-address'
import { lastEvent, operatorsOf, pass, refusal, Staker, uscrt } from '../staking/stakers.fake'
import { requireValidator } from '../staking/validators'
import { communityPool } from './community-pool'
import { pendingRewards } from './delegator-rewards'
import { rewardsOf } from './validator-rewards'

const STAKE = 1_000_000_000_000n

let chain: Chain
let ann: Staker
let banana: string
let cherry: string
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ;({ banana, cherry } = operatorsOf(chain))
})

const pending = (staker: Staker, operator = banana): Decimal => {
  const validator = requireValidator(chain.store, operator)
  return pendingRewards(chain.store, staker.address, validator).get('uscrt') ?? ZERO
}
const withdraw = (staker: Staker, validatorAddress = banana) =>
  staker.send(
    anyMessage(proto.MsgWithdrawDelegatorRewardSchema, {
      delegatorAddress: staker.address,
      validatorAddress,
    }),
  )

describe('rewards', () => {
  it('grow with every block and are paid in whole coins', () => {
    ann.delegate(banana, STAKE)
    const first = pending(ann)
    chain.produceBlock()
    const second = pending(ann)
    expect(second).toBeGreaterThan(first)
    const [before, pool] = [ann.scrt, communityPool(chain.store).get('uscrt') ?? ZERO]
    const { events } = withdraw(ann)
    const paid = BigInt(lastEvent(events, 'withdraw_rewards')?.['amount']?.replace('uscrt', '') ?? '0')
    expect(paid).toBeGreaterThan(truncate(second))
    expect(ann.scrt).toBe(before + paid - 50_000n)
    expect(lastEvent(events, 'withdraw_rewards')).toMatchObject({ validator: banana, delegator: ann.address })
    expect(pending(ann)).toBe(ZERO)
    expect(communityPool(chain.store).get('uscrt') ?? ZERO).toBeGreaterThan(pool)
  })

  it('are shared by what each has, exactly', () => {
    const [ben, cat] = [Staker.funded(chain, 2), Staker.funded(chain, 3)]
    const stakes: [Staker, bigint][] = [
      [ann, 1_000_000n],
      [ben, 2_000_000n],
      [cat, 7_000_000n],
    ]
    for (const [staker, amount] of stakes) staker.delegate(cherry, amount)
    for (const [staker] of stakes) withdraw(staker, cherry)
    const before = stakes.map(([staker]) => pending(staker, cherry))
    const { events } = chain.produceBlock()
    const of = (type: string): Decimal => {
      const found = events.filter(
        (one) => one.type === type && one.attributes.some(({ value }) => value === cherry),
      )
      return BigInt(found[0]?.attributes[0]?.value.replace(/\.|uscrt/g, '') ?? '0') as Decimal
    }
    const forStakers = of('rewards') - of('commission')
    const { tokens } = requireValidator(chain.store, cherry)
    expect(of('commission')).toBe((of('rewards') * 5n) / 100n)
    stakes.forEach(([staker, amount], at) => {
      const earned = pending(staker, cherry) - (before[at] ?? 0n)
      const due = (forStakers * amount) / tokens
      expect(due - earned).toBeGreaterThanOrEqual(0n)
      // An 18th decimal of a coin's reward is lost twice, times the coins staked.
      expect(due - earned).toBeLessThanOrEqual(2n * amount)
    })
  })

  it('are paid whenever the stake changes', () => {
    ann.delegate(banana, STAKE)
    const paid = (events: ReturnType<Staker['send']>['events']) => {
      const amount = lastEvent(events, 'withdraw_rewards')?.['amount'] ?? '0uscrt'
      return BigInt(amount.replace('uscrt', ''))
    }
    expect(paid(ann.delegate(banana, 5).events)).toBeGreaterThan(0n)
    const { events, height } = ann.undelegate(banana, 10)
    expect(paid(events)).toBeGreaterThan(0n)
    expect(paid(ann.cancel(banana, 10, height).events)).toBeGreaterThan(0n)
    expect(paid(ann.redelegate(banana, cherry, 10).events)).toBeGreaterThan(0n)
  })

  it('are shown as no coins when there are none', () => {
    ann.delegate(banana, 1)
    const message = anyMessage(proto.MsgWithdrawDelegatorRewardSchema, {
      delegatorAddress: ann.address,
      validatorAddress: banana,
    })
    const { value } = chain.router.run(chain.queryContext(), message)
    const { amount } = fromBinary(proto.MsgWithdrawDelegatorRewardResponseSchema, value)
    expect(amount).toMatchObject([uscrt(0)])
    expect(lastEvent(withdraw(ann).events, 'withdraw_rewards')).toMatchObject({ amount: '0uscrt' })
  })

  it('belong to stakes', () => {
    expect(withdraw(ann)).toMatchObject(
      refusal('staking', 19, 'no delegation for (address, validator) tuple'),
    )
    expect(withdraw(ann, ann.operator)).toMatchObject(refusal('staking', 3, 'validator does not exist'))
  })

  it('go to a validator that nobody took from for long, and to no one in jail', () => {
    ann.createValidator(STAKE)
    chain.produceBlock()
    const before = rewardsOf(chain.store, ann.operator).outstanding
    ann.undelegate(ann.operator, STAKE)
    const after = rewardsOf(chain.store, ann.operator).outstanding
    pass(chain, 5)
    expect(before.get('uscrt')).toBeGreaterThan(0n)
    expect(rewardsOf(chain.store, ann.operator).outstanding).toEqual(after)
  })
})

describe('where rewards go', () => {
  const set = (withdrawAddress: string) =>
    ann.send(
      anyMessage(proto.MsgSetWithdrawAddressSchema, { delegatorAddress: ann.address, withdrawAddress }),
    )

  it('is where the delegator says', () => {
    ann.delegate(banana, STAKE)
    const ben = Staker.funded(chain, 2)
    const { events } = set(ben.address)
    expect(lastEvent(events, 'set_withdraw_address')).toMatchObject({ withdraw_address: ben.address })
    const before = [ann.scrt, ben.scrt] as const
    const paid = lastEvent(withdraw(ann).events, 'withdraw_rewards')?.['amount']
    expect(ann.scrt).toBe(before[0] - 50_000n)
    expect(`${ben.scrt - before[1]}uscrt`).toBe(paid)
  })

  it('is no module’s account', () => {
    expect(set(FEE_COLLECTOR)).toMatchObject(
      refusal('sdk', 4, `${FEE_COLLECTOR} is not allowed to receive external funds: unauthorized`),
    )
  })
})

describe('a validator’s commission', () => {
  const take = (staker: Staker) =>
    staker.send(anyMessage(proto.MsgWithdrawValidatorCommissionSchema, { validatorAddress: staker.operator }))

  it('is its owner’s to take, in whole coins', () => {
    ann.createValidator(STAKE)
    chain.produceBlock()
    const before = ann.scrt
    const { events } = take(ann)
    const paid = lastEvent(events, 'withdraw_commission')?.['amount']?.replace('uscrt', '') ?? ''
    expect(BigInt(paid)).toBeGreaterThan(0n)
    expect(ann.scrt).toBe(before + BigInt(paid) - 50_000n)
    expect(truncate(rewardsOf(chain.store, ann.operator).commission.get('uscrt') ?? ZERO)).toBe(0n)
  })

  it('is refused when there is none', () => {
    expect(take(ann)).toMatchObject(refusal('distribution', 7, 'no validator commission to withdraw'))
  })
})
