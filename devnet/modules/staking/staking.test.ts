import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgUpdateParamsSchema } from '../../codec/gen/staking_pb'
import { decimalOf } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { GOV } from '../module-address'
import { delegatedShares, delegationsTo } from './delegations'
import { BONDED_POOL, NOT_BONDED_POOL } from './pools'
import { decide, lastEvent, operatorsOf, pass, refusal, Staker, wire } from './stakers.fake'
import { stakingParams } from './staking-params'
import { requireValidator } from './validators'

const FEE = 50_000n

let chain: Chain
let ann: Staker
let banana: string
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  banana = operatorsOf(chain).banana
})

const pools = () =>
  [BONDED_POOL, NOT_BONDED_POOL].map((pool) => getBalance(chain.store, pool, 'uscrt')) as [bigint, bigint]

describe('delegating', () => {
  it('moves coins to the pool of bonded ones and gives a share for each', () => {
    const [bonded] = pools()
    const before = ann.scrt
    const { events, code } = ann.delegate(banana, 5_000_000)
    expect(code).toBe(0)
    expect(ann.scrt).toBe(before - 5_000_000n - FEE)
    expect(pools()).toEqual([bonded + 5_000_000n, 0n])
    expect(delegatedShares(chain.store, ann.address, banana)).toBe(decimalOf(5_000_000n))
    expect(requireValidator(chain.store, banana).tokens).toBe(1_000_005_000_000n)
    expect(lastEvent(events, 'delegate')).toMatchObject({
      validator: banana,
      delegator: ann.address,
      amount: '5000000uscrt',
      new_shares: '5000000.000000000000000000',
    })
    expect(delegationsTo(chain.store, banana).map(({ delegator }) => delegator)).toContain(ann.address)
  })

  it.each([
    ['nothing', 0, 'uscrt', 18, 'invalid delegation amount: invalid request'],
    ['less than nothing', -1, 'uscrt', 18, 'invalid delegation amount: invalid request'],
    ['other coins', 5, 'uatom', 18, 'invalid coin denomination: got uatom, expected uscrt: invalid request'],
  ])('refuses %s', (_, amount, denom, code, log) => {
    expect(ann.delegate(banana, amount, denom)).toMatchObject(refusal('sdk', code, log))
  })

  it('refuses more than there is, a validator that is not there, and addresses of another kind', () => {
    const has = ann.scrt - FEE
    expect(ann.delegate(banana, has + 1n)).toMatchObject(
      refusal(
        'sdk',
        5,
        `failed to delegate; ${has}uscrt is smaller than ${has + 1n}uscrt: insufficient funds`,
      ),
    )
    expect(ann.delegate(ann.operator, 5)).toMatchObject(refusal('staking', 3, 'validator does not exist'))
    expect(ann.delegate(ann.address, 5)).toMatchObject(
      refusal(
        'sdk',
        7,
        'invalid validator address: invalid Bech32 prefix; expected secretvaloper, got secret: invalid address',
      ),
    )
  })
})

describe('the parameters of staking', () => {
  const params = {
    unbondingTime: { seconds: 30n },
    maxValidators: 2,
    maxEntries: 3,
    historicalEntries: 5,
    bondDenom: 'uscrt',
    minCommissionRate: wire('0.02'),
  }
  const update = (changes: object = {}, authority: string = GOV) =>
    anyMessage(MsgUpdateParamsSchema, { authority, params: { ...params, ...changes } })

  it('change when governance says so, and with them who signs', () => {
    decide(chain, update())
    expect(stakingParams(chain.store)).toMatchObject({ maxValidators: 2, unbondingSeconds: 30n })
    const { damson, cherry } = operatorsOf(chain)
    const statuses = [banana, cherry, damson].map((one) => requireValidator(chain.store, one).status)
    expect(statuses.sort()).toEqual(['bonded', 'bonded', 'unbonding'])
    expect(pools()).toEqual([2_000_000_000_000n, 1_000_000_000_000n])
  })

  it('are nobody else’s to change', () => {
    expect(ann.send(update({}, ann.address))).toMatchObject({
      codespace: 'gov',
      code: 13,
      log: expect.stringContaining(`invalid authority; expected ${GOV}, got ${ann.address}`),
    })
  })

  it.each<[object, string]>([
    [{ unbondingTime: { nanos: 5 } }, 'unbonding time must be positive: 0s'],
    [{ maxValidators: 0 }, 'max validators must be positive: 0'],
    [{ maxEntries: 0 }, 'max entries must be positive: 0'],
    [{ bondDenom: '' }, 'invalid denom: '],
    [
      { minCommissionRate: wire('1.1') },
      'minimum commission rate cannot be greater than 100%: 1.100000000000000000',
    ],
    [{ minCommissionRate: '-1' }, 'minimum commission rate cannot be negative: -0.000000000000000001'],
  ])('are refused when no chain works with them: %j', (changes, words) => {
    const run = () => chain.router.run(chain.queryContext(), update(changes))
    expect(run).toThrow(words)
  })
})

describe('a block in which nobody does anything', () => {
  it('leaves the stakes alone', () => {
    ann.delegate(banana, 5_000_000)
    const before = pools()
    pass(chain, 1_000)
    expect(pools()).toEqual(before)
  })
})
