import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import * as proto from '../../codec/gen/distribution_pb'
import { type Decimal, decimalOf, formatDecimal, truncate, ZERO } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { FEE_COLLECTOR, GOV } from '../module-address'
import { lastEvent, operatorsOf, pass, refusal, Staker, uscrt, wire } from '../staking/stakers.fake'
import { requireValidator } from '../staking/validators'
import { communityPool, DISTRIBUTION } from './community-pool'
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

const pending = (staker: Staker): Decimal => {
  const validator = requireValidator(chain.store, banana)
  return pendingRewards(chain.store, staker.address, validator).get('uscrt') ?? ZERO
}

describe('the pools', () => {
  it('take coins of anybody for everybody', () => {
    const fund = (amount: bigint, denom = 'uscrt') =>
      ann.send(
        anyMessage(proto.MsgFundCommunityPoolSchema, {
          depositor: ann.address,
          amount: [uscrt(amount, denom)],
        }),
      )
    const before = communityPool(chain.store).get('uscrt') ?? ZERO
    expect(fund(1_000_000_000_000n).code).toBe(0)
    expect((communityPool(chain.store).get('uscrt') ?? ZERO) - before).toBeGreaterThanOrEqual(
      decimalOf(1_000_000_000_000n),
    )
    expect(fund(5n, 'uatom')).toMatchObject({ codespace: 'sdk', code: 5 })
    expect(fund(0n)).toMatchObject({ codespace: 'sdk', code: 10 })
  })

  it('give to a validator’s stakers what is meant for them', () => {
    ann.delegate(banana, STAKE)
    const deposit = (validatorAddress: string) =>
      ann.send(
        anyMessage(proto.MsgDepositValidatorRewardsPoolSchema, {
          depositor: ann.address,
          validatorAddress,
          amount: [uscrt(1_000_000_000_000n)],
        }),
      )
    const before = pending(ann)
    expect(deposit(banana).code).toBe(0)
    // Half of the stake is hers, and a tenth is the validator's.
    expect(truncate((pending(ann) - before) as Decimal)).toBeGreaterThanOrEqual(450_000_000_000n)
    expect(deposit(ann.operator)).toMatchObject({
      code: 3,
      log: expect.stringContaining('validator does not exist'),
    })
  })

  it('are spent by governance only, and not beyond what is there', () => {
    const spend = (amount: bigint, authority: string = GOV, recipient: string = ann.address) =>
      anyMessage(proto.MsgCommunityPoolSpendSchema, { authority, recipient, amount: [uscrt(amount)] })
    expect(ann.send(spend(1n, ann.address))).toMatchObject({ codespace: 'gov', code: 13 })
    const context = { ...chain.queryContext(), store: chain.store }
    const before = ann.scrt
    chain.router.run(context, spend(7n))
    expect(ann.scrt).toBe(before + 7n)
    expect(() => chain.router.run(context, spend(10n ** 18n))).toThrow(
      expect.objectContaining({
        codespace: 'distribution',
        code: 9,
        message: 'community pool does not have sufficient coins to distribute',
      }),
    )
    expect(() => chain.router.run(context, spend(1n, GOV, FEE_COLLECTOR))).toThrow('external funds')
  })

  it('hold every coin that is owed', () => {
    ann.delegate(banana, STAKE)
    pass(chain, 10)
    const owed = [banana, cherry, operatorsOf(chain).damson].reduce(
      (sum, one) => sum + (rewardsOf(chain.store, one).outstanding.get('uscrt') ?? 0n),
      communityPool(chain.store).get('uscrt') ?? 0n,
    ) as Decimal
    const held = getBalance(chain.store, DISTRIBUTION, 'uscrt')
    expect(formatDecimal(owed)).toBe(formatDecimal(decimalOf(held)))
  })
})

describe('the taxes', () => {
  const FOUNDATION = 'secret1c7rjffp9clkvrzul20yy60yhy6arnv7sde0kjj'
  const set = (changes: object) =>
    chain.router.run(
      { ...chain.queryContext(), store: chain.store },
      anyMessage(proto.MsgUpdateParamsSchema, {
        authority: GOV,
        params: {
          communityTax: wire('0.1'),
          baseProposerReward: '0',
          bonusProposerReward: '0',
          withdrawAddrEnabled: true,
          secretFoundationTax: wire('0.3'),
          secretFoundationAddress: FOUNDATION,
          minimumRestakeThreshold: wire('10000000'),
          restakePeriod: '1000',
          ...changes,
        },
      }),
    )
  /** What a block brings: how much there was, and where it went. */
  function share() {
    const pool = () => communityPool(chain.store).get('uscrt') ?? 0n
    const foundation = () => getBalance(chain.store, FOUNDATION as typeof DISTRIBUTION, 'uscrt')
    const before = { pool: pool(), foundation: foundation() }
    const paid = getBalance(chain.store, FEE_COLLECTOR, 'uscrt')
    const { events } = chain.produceBlock()
    const fees = paid + BigInt(lastEvent(events, 'mint')?.['amount'] ?? '0')
    return { fees, pool: pool() - before.pool, foundation: foundation() - before.foundation }
  }

  it('go to the community and the foundation', () => {
    set({})
    const { fees, pool, foundation } = share()
    expect(foundation).toBe((fees * 3n) / 10n)
    // With the fraction of a coin that the foundation cannot be paid.
    expect(pool).toBeGreaterThanOrEqual(decimalOf(fees) / 10n)
    expect(pool).toBeLessThan(decimalOf(fees) / 10n + decimalOf(1n))
  })

  it('leave the foundation’s part to the stakers when there is no foundation', () => {
    set({ secretFoundationAddress: '' })
    const { fees, pool, foundation } = share()
    expect(foundation).toBe(0n)
    expect(truncate(pool as Decimal)).toBe(fees / 10n)
  })

  it('and where rewards go can be decided', () => {
    set({ withdrawAddrEnabled: false })
    const withdrawAddress = Staker.funded(chain, 2).address
    const { address: delegatorAddress } = ann
    expect(
      ann.send(anyMessage(proto.MsgSetWithdrawAddressSchema, { delegatorAddress, withdrawAddress })),
    ).toMatchObject(refusal('distribution', 8, 'set withdraw address disabled'))
  })
})
