import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgUnjailSchema } from '../../codec/gen/slashing_pb'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { jail, jailedUntil } from '../slashing/slashing'
import { pass, refusal, Staker } from './stakers.fake'
import { totalBonded, totalNotBonded } from './validator-set'
import { findValidator, isKeyUsed, requireValidator } from './validators'

let chain: Chain
let ann: Staker
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ann.createValidator(5_000_000)
})

const own = () => requireValidator(chain.store, ann.operator)
const unjail = (staker = ann) => staker.send(anyMessage(MsgUnjailSchema, { validatorAddr: staker.operator }))
const intoJail = () => {
  chain.schedule((context) => jail(context, ann.operator))
  chain.produceBlock()
}

describe('a validator in jail', () => {
  it('stops signing, waits ten minutes and comes back at its own word', () => {
    intoJail()
    const { height, timeMs } = chain.blocks.latest
    const unbondingMs = timeMs + 90_000
    expect(own()).toMatchObject({ jailed: true, status: 'unbonding', unbondingHeight: height, unbondingMs })
    expect([totalBonded(chain.store), totalNotBonded(chain.store)]).toEqual([3_000_000_000_000n, 5_000_000n])
    expect(jailedUntil(chain.store, ann.operator)).toBe(timeMs + 600_000)
    expect(unjail()).toMatchObject(refusal('slashing', 4, 'validator still jailed; cannot be unjailed'))
    pass(chain, 90)
    expect(own().status).toBe('unbonded')
    pass(chain, 510)
    expect(unjail().code).toBe(0)
    expect(own()).toMatchObject({ jailed: false, status: 'bonded', unbondingHeight: height, unbondingMs })
    expect(totalNotBonded(chain.store)).toBe(0n)
    expect(unjail()).toMatchObject(refusal('slashing', 5, 'validator not jailed; cannot be unjailed'))
  })

  it('goes there when its owner keeps less than was promised, and comes back when there is enough again', () => {
    ann.editValidator({ minSelfDelegation: '3000000' })
    ann.undelegate(ann.operator, 2_000_000)
    expect(own()).toMatchObject({ jailed: false, status: 'bonded' })
    ann.undelegate(ann.operator, 1)
    expect(own()).toMatchObject({ jailed: true, status: 'unbonding' })
    expect(unjail()).toMatchObject(
      refusal(
        'slashing',
        7,
        "2999999 less than 3000000: validator's self delegation less than minimum; cannot be unjailed",
      ),
    )
    ann.delegate(ann.operator, 1)
    expect(unjail().code).toBe(0)
    expect(own()).toMatchObject({ jailed: false, status: 'bonded' })
  })

  it('is somebody, with a stake of its own', () => {
    const ben = Staker.funded(chain, 2)
    expect(unjail(ben)).toMatchObject(refusal('staking', 3, 'validator does not exist'))
    ben.delegate(ann.operator, 5)
    ann.undelegate(ann.operator, 5_000_000)
    expect(unjail()).toMatchObject(refusal('staking', 19, 'no delegation for (address, validator) tuple'))
    const bad = chain.router.run.bind(chain.router, chain.queryContext())
    expect(() => bad(anyMessage(MsgUnjailSchema, { validatorAddr: 'x' }))).toThrow(
      'validator input address: ',
    )
  })
})

describe('a validator that nobody stakes with any more', () => {
  it('is forgotten once its time is over', () => {
    const { consensusKey } = own()
    ann.undelegate(ann.operator, 5_000_000)
    expect(own()).toMatchObject({ status: 'unbonding', tokens: 0n })
    const before = ann.scrt
    pass(chain, 90)
    expect(findValidator(chain.store, ann.operator)).toBeUndefined()
    expect(isKeyUsed(chain.store, consensusKey)).toBe(false)
    expect(ann.scrt).toBeGreaterThanOrEqual(before + 5_000_000n)
    expect(ann.createValidator(5_000_000).code).toBe(0)
  })

  it('is forgotten at once when it does not sign anyway', () => {
    const ben = Staker.funded(chain, 2)
    ben.createValidator(500_000)
    ben.undelegate(ben.operator, 500_000)
    expect(findValidator(chain.store, ben.operator)).toBeUndefined()
  })
})
