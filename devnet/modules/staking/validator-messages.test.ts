import { beforeEach, describe, expect, it } from 'vitest'
import { packAny } from '../../codec/any-message'
import { PubKeySchema } from '../../codec/gen/keys_pb'
import { formatDecimal } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { consensusKeyOf, lastEvent, pass, rates, refusal, Staker, wire } from './stakers.fake'
import { bondedValidators } from './validator-set'
import { findValidator, requireValidator } from './validators'

const DAY = 86_400

let chain: Chain
let ann: Staker
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
})

const own = () => requireValidator(chain.store, ann.operator)

describe('creating a validator', () => {
  it('stakes its owner’s coins and lets it sign at the end of the block', () => {
    const { events, code } = ann.createValidator(5_000_000)
    expect(code).toBe(0)
    expect(own()).toMatchObject({ status: 'bonded', tokens: 5_000_000n, jailed: false, unbondingMs: 0 })
    expect(bondedValidators(chain.store)).toHaveLength(4)
    expect(lastEvent(events, 'create_validator')).toMatchObject({
      validator: ann.operator,
      amount: '5000000uscrt',
    })
  })

  it('does not let it sign with less than a whole SCRT', () => {
    ann.createValidator(999_999)
    expect(own().status).toBe('unbonded')
    ann.delegate(ann.operator, 1)
    expect(own().status).toBe('bonded')
  })

  it('happens once an account and once a key', () => {
    ann.createValidator(5_000_000)
    expect(ann.createValidator(5_000_000, { pubkey: consensusKeyOf('other') })).toMatchObject(
      refusal(
        'staking',
        4,
        'validator already exist for this operator address; must use new validator operator address',
      ),
    )
    const ben = Staker.funded(chain, 2)
    expect(ben.createValidator(5_000_000, { pubkey: consensusKeyOf(ann.operator) })).toMatchObject(
      refusal('staking', 5, 'validator already exist for this pubkey; must use new validator pubkey'),
    )
  })

  it('takes keys of ed25519 only', () => {
    const pubkey = packAny(PubKeySchema, { key: new Uint8Array(33).fill(2) })
    expect(ann.createValidator(5_000_000, { pubkey })).toMatchObject(
      refusal('staking', 6, 'got: secp256k1, expected: [ed25519]: validator pubkey type is not supported'),
    )
  })

  it.each<[string, object, string, number, string]>([
    [
      'a rate above its own limit',
      { commission: rates('0.3', '0.2', '0.01') },
      'staking',
      11,
      'commission cannot be more than the max rate',
    ],
    [
      'a limit above everything',
      { commission: rates('0.3', '1.1', '0.01') },
      'staking',
      10,
      'commission cannot be more than 100%',
    ],
    [
      'steps above the limit',
      { commission: rates('0.1', '0.2', '0.3') },
      'staking',
      14,
      'commission change rate cannot be more than the max rate',
    ],
    [
      'a rate below nothing',
      { commission: { ...rates('0', '0.2', '0.1'), rate: '-1' } },
      'staking',
      9,
      'commission must be positive',
    ],
    [
      'steps below nothing',
      { commission: { ...rates('0', '0.2', '0.1'), maxChangeRate: '-1' } },
      'staking',
      13,
      'commission change rate must be positive',
    ],
    [
      'nothing to be kept',
      { minSelfDelegation: '0' },
      'sdk',
      18,
      'minimum self delegation must be a positive integer: invalid request',
    ],
    [
      'more to be kept than there is',
      { minSelfDelegation: '5000001' },
      'staking',
      16,
      "validator's self delegation must be greater than their minimum self delegation",
    ],
    ['no description', { description: {} }, 'sdk', 18, 'empty description: invalid request'],
    [
      'a long name',
      { description: { moniker: 'x'.repeat(71) } },
      'sdk',
      18,
      'invalid moniker length; got: 71, max: 70: invalid request',
    ],
    [
      'a long contact',
      { description: { securityContact: 'x'.repeat(141) } },
      'sdk',
      18,
      'invalid security contact length; got: 141, max: 140: invalid request',
    ],
  ])('is refused with %s', (_, changes, codespace, code, log) => {
    expect(ann.createValidator(5_000_000, changes)).toMatchObject(refusal(codespace, code, log))
    expect(findValidator(chain.store, ann.operator)).toBeUndefined()
  })
})

describe('editing a validator', () => {
  beforeEach(() => {
    ann.createValidator(5_000_000)
  })

  it('changes what is given and leaves the rest', () => {
    const { events } = ann.editValidator({ description: { website: 'https://elder.example' } })
    expect(own().description).toEqual({
      moniker: 'elder',
      identity: '',
      website: 'https://elder.example',
      security_contact: '',
      details: '',
    })
    expect(lastEvent(events, 'edit_validator')).toMatchObject({ min_self_delegation: '1' })
    expect(formatDecimal(own().commission.rate)).toBe('0.100000000000000000')
  })

  it('changes the commission once a day and by a step at most', () => {
    const rate = (text: string) => ann.editValidator({ commissionRate: wire(text) })
    const tooSoon = refusal('staking', 12, 'commission cannot be changed more than once in 24h')
    expect(rate('0.105')).toMatchObject(tooSoon)
    pass(chain, DAY)
    expect(rate('0.111')).toMatchObject(
      refusal('staking', 15, 'commission cannot be changed more than max change rate'),
    )
    expect(rate('0.21')).toMatchObject(refusal('staking', 11, 'commission cannot be more than the max rate'))
    expect(rate('1.1')).toMatchObject(
      refusal('sdk', 18, 'commission rate must be between 0 and 1 (inclusive): invalid request'),
    )
    expect(rate('0.11').code).toBe(0)
    expect(own().commission).toMatchObject({ updatedMs: chain.blocks.latest.timeMs })
    expect(rate('0.1')).toMatchObject(tooSoon)
    pass(chain, DAY)
    expect(rate('0').code).toBe(0)
  })

  it('lets the promise of what is kept only grow', () => {
    const keep = (minSelfDelegation: string) => ann.editValidator({ minSelfDelegation })
    expect(keep('1')).toMatchObject(refusal('staking', 17, 'minimum self delegation cannot be decrease'))
    expect(keep('5000001')).toMatchObject(
      refusal(
        'staking',
        16,
        "validator's self delegation must be greater than their minimum self delegation",
      ),
    )
    expect(keep('0')).toMatchObject(
      refusal('sdk', 18, 'minimum self delegation must be a positive integer: invalid request'),
    )
    expect(keep('2000000').code).toBe(0)
    expect(own().minSelfDelegation).toBe(2_000_000n)
  })

  it('is for validators', () => {
    const ben = Staker.funded(chain, 2)
    expect(ben.editValidator({})).toMatchObject(refusal('staking', 3, 'validator does not exist'))
  })
})
