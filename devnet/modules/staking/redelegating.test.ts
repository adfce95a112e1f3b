import { beforeEach, describe, expect, it } from 'vitest'
import { decimalOf } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { delegatedShares } from './delegations'
import { BONDED_POOL, NOT_BONDED_POOL } from './pools'
import { redelegationsOn, redelegationWays } from './redelegations'
import { lastEvent, operatorsOf, pass, refusal, Staker } from './stakers.fake'
import { setJailed } from './validator-set'
import { requireValidator } from './validators'

let chain: Chain
let ann: Staker
let banana: string
let cherry: string
let damson: string
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ;({ banana, cherry, damson } = operatorsOf(chain))
  ann.delegate(banana, 10_000_000)
})

const shares = (operator: string) => delegatedShares(chain.store, ann.address, operator)
const way = () => ({ delegator: ann.address, source: banana, destination: cherry })

describe('redelegating', () => {
  it('moves a stake at once and remembers it for 90 seconds', () => {
    const { events, height } = ann.redelegate(banana, cherry, 4_000_000)
    expect([shares(banana), shares(cherry)]).toEqual([decimalOf(6_000_000n), decimalOf(4_000_000n)])
    expect(redelegationsOn(chain.store, way())).toMatchObject([
      { creationHeight: height, initialBalance: 4_000_000n, shares: decimalOf(4_000_000n), id: 1 },
    ])
    expect(lastEvent(events, 'redelegate')).toMatchObject({
      source_validator: banana,
      destination_validator: cherry,
      amount: '4000000uscrt',
      completion_time: '2023-11-14T22:14:53Z',
    })
    expect(lastEvent(pass(chain, 88), 'complete_redelegation')).toBeUndefined()
    expect(lastEvent(pass(chain, 0), 'complete_redelegation')).toMatchObject({
      amount: '4000000uscrt',
      delegator: ann.address,
      source_validator: banana,
      destination_validator: cherry,
    })
    expect(redelegationWays(chain.store, ann.address)).toEqual([])
  })

  it('does not go on from a validator to which something moved just now', () => {
    ann.redelegate(banana, cherry, 4_000_000)
    const transitive = refusal(
      'staking',
      32,
      'redelegation to this validator already in progress; first redelegation to this validator must complete before next redelegation',
    )
    expect(ann.redelegate(cherry, damson, 1_000_000)).toMatchObject(transitive)
    expect(ann.redelegate(cherry, banana, 1_000_000)).toMatchObject(transitive)
    expect(ann.redelegate(banana, damson, 1_000_000).code).toBe(0)
    pass(chain, 90)
    expect(ann.redelegate(cherry, damson, 1_000_000).code).toBe(0)
  })

  it('happens no more than seven times a way', () => {
    for (let times = 0; times < 7; times++) expect(ann.redelegate(banana, cherry, 1_000_000).code).toBe(0)
    expect(ann.redelegate(banana, cherry, 1_000_000)).toMatchObject(
      refusal(
        'staking',
        33,
        'too many redelegation entries for (delegator, src-validator, dst-validator) tuple',
      ),
    )
    expect(ann.redelegate(banana, damson, 1_000_000).code).toBe(0)
  })

  it('needs two validators, the first with a stake', () => {
    expect(ann.redelegate(banana, banana, 1)).toMatchObject(
      refusal('staking', 29, 'cannot redelegate to the same validator'),
    )
    expect(ann.redelegate(banana, ann.operator, 1)).toMatchObject(
      refusal('staking', 31, 'redelegation destination validator not found'),
    )
    expect(ann.redelegate(ann.operator, banana, 1)).toMatchObject(
      refusal('staking', 3, 'validator does not exist'),
    )
    expect(ann.redelegate(damson, banana, 1)).toMatchObject(
      refusal('staking', 19, 'no delegation for (address, validator) tuple'),
    )
    expect(ann.redelegate(banana, cherry, 10_000_001)).toMatchObject(
      refusal('sdk', 18, 'invalid shares amount: invalid request'),
    )
    expect(ann.redelegate('nonsense', cherry, 1)).toMatchObject({
      log: expect.stringContaining('invalid source validator address: '),
    })
  })

  it('answers for a leaving validator only as long as that one does, and not at all for one that has left', () => {
    setJailed(chain.store, banana, true)
    chain.produceBlock()
    const { unbondingHeight, unbondingMs } = requireValidator(chain.store, banana)
    pass(chain, 30)
    ann.redelegate(banana, cherry, 1_000_000)
    expect(redelegationsOn(chain.store, way())).toMatchObject([
      { creationHeight: unbondingHeight, completion: BigInt(unbondingMs) * 1_000_000n },
    ])
    pass(chain, 90)
    expect(requireValidator(chain.store, banana).status).toBe('unbonded')
    const { events } = ann.redelegate(banana, cherry, 1_000_000)
    expect(lastEvent(events, 'redelegate')).toMatchObject({ completion_time: '0001-01-01T00:00:00Z' })
    expect(redelegationWays(chain.store, ann.address)).toEqual([])
    expect(getBalance(chain.store, NOT_BONDED_POOL, 'uscrt')).toBe(1_000_008_000_000n)
    expect(getBalance(chain.store, BONDED_POOL, 'uscrt')).toBe(2_000_002_000_000n)
  })
})
