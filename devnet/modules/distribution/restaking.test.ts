import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgSetAutoRestakeSchema, MsgUpdateParamsSchema } from '../../codec/gen/distribution_pb'
import { truncate } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { GOV } from '../module-address'
import { delegatedShares } from '../staking/delegations'
import { decide, operatorsOf, refusal, Staker, wire } from '../staking/stakers.fake'
import { restakeEntriesOf } from './restake-entries'

const STAKE = 1_000_000_000_000n

let chain: Chain
let ann: Staker
let banana: string
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ;({ banana } = operatorsOf(chain))
})

const restake = (enabled: boolean, validatorAddress = banana) =>
  ann.send(anyMessage(MsgSetAutoRestakeSchema, { delegatorAddress: ann.address, validatorAddress, enabled }))
const entries = () => restakeEntriesOf(chain.store, ann.address)
const stake = () => truncate(delegatedShares(chain.store, ann.address, banana))

/** Lets rewards be restaked every second block. */
function everySecondBlock(threshold = '10000000'): void {
  decide(
    chain,
    anyMessage(MsgUpdateParamsSchema, {
      authority: GOV,
      params: {
        communityTax: wire('0.02'),
        withdrawAddrEnabled: true,
        secretFoundationTax: '0',
        minimumRestakeThreshold: wire(threshold),
        restakePeriod: '2',
      },
    }),
  )
}

function evenBlock(): void {
  do chain.produceBlock()
  while (chain.blocks.latest.height % 2 !== 0)
}

describe('restaking', () => {
  it('stakes rewards again at the end of every period', () => {
    ann.delegate(banana, STAKE)
    everySecondBlock()
    expect(restake(true).code).toBe(0)
    expect(entries()).toEqual([banana])
    const before = [stake(), ann.scrt] as const
    evenBlock()
    expect(stake()).toBeGreaterThan(before[0])
    expect(ann.scrt).toBe(before[1])
    const once = stake()
    chain.produceBlock()
    expect(stake()).toBe(once)
    chain.produceBlock()
    expect(stake()).toBeGreaterThan(once)
  })

  it('is for stakes that are large enough', () => {
    expect(restake(true)).toMatchObject(
      refusal('staking', 19, 'no delegation for (address, validator) tuple'),
    )
    ann.delegate(banana, 9_999_999)
    expect(restake(true)).toMatchObject(refusal('distribution', 201, 'Not enough stake for auto-restaking'))
    ann.delegate(banana, 1)
    expect(restake(true).code).toBe(0)
  })

  it('ends when it is turned off, which works once', () => {
    ann.delegate(banana, STAKE)
    everySecondBlock()
    restake(true)
    expect(restake(false).code).toBe(0)
    expect(entries()).toEqual([])
    const before = stake()
    evenBlock()
    expect(stake()).toBe(before)
    expect(restake(false)).toMatchObject(refusal('sdk', 38, 'authorization not found: not found'))
  })

  it('ends with the stake, and where there was nothing to stake', () => {
    ann.delegate(banana, 10_000_000)
    restake(true)
    ann.undelegate(banana, 10_000_000)
    expect(entries()).toEqual([])
    everySecondBlock('0')
    ann.delegate(banana, 1)
    restake(true)
    expect(entries()).toEqual([banana])
    evenBlock()
    expect(entries()).toEqual([])
  })
})
