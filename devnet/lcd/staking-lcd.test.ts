import { beforeEach, describe, expect, it } from 'vitest'
import { jail } from '../modules/slashing/slashing'
import { operatorsOf, pass, Staker } from '../modules/staking/stakers.fake'
import { requireValidator } from '../modules/staking/validators'
import type { Chain } from '../node/chain'
import { startTestChain } from '../wallet.fake'
import { LcdAsker, refused } from './lcd-asker.fake'

let chain: Chain
let ann: Staker
let banana: string
let cherry: string
let damson: string
let asker: LcdAsker
beforeEach(() => {
  chain = startTestChain()
  ann = Staker.funded(chain, 1)
  ;({ banana, cherry, damson } = operatorsOf(chain))
  asker = new LcdAsker(chain)
})

const STAKING = '/cosmos/staking/v1beta1'
const DISTRIBUTION = '/cosmos/distribution/v1beta1'
const ALL = (total: number) => ({ next_key: null, total: String(total) })
const ask = (path: string) => asker.ask(path)
const body = (path: string) => asker.body(path)
const delegated = (operator: string, amount: number) => ({
  delegation: {
    delegator_address: ann.address,
    validator_address: operator,
    shares: `${amount}.000000000000000000`,
  },
  balance: { denom: 'uscrt', amount: String(amount) },
})

describe('validators in the LCD', () => {
  it('are shown in full', async () => {
    const { validators } = (await body(`${STAKING}/validators`)) as { validators: unknown[] }
    const { consensusKey } = requireValidator(chain.store, banana)
    const shown = {
      operator_address: banana,
      consensus_pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: consensusKey },
      jailed: false,
      status: 'BOND_STATUS_BONDED',
      tokens: '1000000000000',
      delegator_shares: '1000000000000.000000000000000000',
      description: { moniker: 'banana', identity: '', website: '', security_contact: '', details: '' },
      unbonding_height: '0',
      unbonding_time: '1970-01-01T00:00:00Z',
      commission: {
        commission_rates: {
          rate: '0.100000000000000000',
          max_rate: '0.500000000000000000',
          max_change_rate: '0.010000000000000000',
        },
        update_time: '2023-11-14T22:13:20Z',
      },
      min_self_delegation: '1',
      unbonding_on_hold_ref_count: '0',
      unbonding_ids: [],
    }
    expect(validators).toHaveLength(3)
    expect(validators).toContainEqual(shown)
    expect(await body(`${STAKING}/validators/${banana}`)).toEqual({ validator: shown })
  })

  it('are listed by what they do now, in pages', async () => {
    chain.schedule((context) => jail(context, damson))
    chain.produceBlock()
    const found = async (query: string) =>
      (await body(`${STAKING}/validators?${query}`)) as {
        validators: { operator_address: string }[]
        pagination: { next_key: string; total: string }
      }
    const one = await found('status=BOND_STATUS_UNBONDING')
    expect(one).toMatchObject({ validators: [{ operator_address: damson, jailed: true }] })
    expect((await found('status=BOND_STATUS_UNBONDED')).validators).toEqual([])
    expect((await found('status=BOND_STATUS_UNSPECIFIED')).validators).toHaveLength(3)
    const bonded = 'status=BOND_STATUS_BONDED&pagination.limit=1'
    const first = await found(`${bonded}&pagination.count_total=true`)
    expect(first.pagination.total).toBe('2')
    const key = encodeURIComponent(first.pagination.next_key)
    const second = await found(`${bonded}&pagination.key=${key}`)
    expect(second.pagination).toEqual({ next_key: null, total: '0' })
    const both = [...first.validators, ...second.validators].map((each) => each.operator_address)
    expect(both.sort()).toEqual([banana, cherry].sort())
    expect(await ask(`${STAKING}/validators?status=bonded`)).toEqual(
      refused(400, 3, 'invalid validator status bonded'),
    )
  })

  it('are remembered as they were', async () => {
    const { height } = chain.blocks.latest
    chain.schedule((context) => jail(context, damson))
    chain.produceBlock()
    const past = (await body(`${STAKING}/historical_info/${height}`)) as { hist: { valset: unknown } }
    expect(past).toMatchObject({ hist: { header: { height: String(height) } } })
    expect(past.hist.valset).toHaveLength(3)
    expect(await body(`${STAKING}/historical_info/${height + 1}`)).toMatchObject({
      hist: { valset: [{ jailed: false }, { jailed: false }] },
    })
    expect(await ask(`${STAKING}/historical_info/999`)).toEqual(
      refused(404, 5, 'historical info for height 999 not found'),
    )
  })

  it('are refused when they are not there or cannot be', async () => {
    for (const path of [`${STAKING}/validators`, `${DISTRIBUTION}/validators`]) {
      expect(await ask(`${path}/${ann.operator}`)).toEqual(
        refused(404, 5, `validator ${ann.operator} not found`),
      )
      expect(await ask(`${path}/nonsense`)).toMatchObject({ status: 400, body: { code: 3 } })
    }
  })
})

describe('stakes in the LCD', () => {
  beforeEach(() => {
    ann.delegate(banana, 10_000_000)
    ann.delegate(cherry, 5_000_000)
  })

  it('are shown by delegator, by validator and one by one', async () => {
    const both = [delegated(banana, 10_000_000), delegated(cherry, 5_000_000)].sort((a, b) =>
      a.delegation.validator_address < b.delegation.validator_address ? -1 : 1,
    )
    expect(await body(`${STAKING}/delegations/${ann.address}`)).toEqual({
      delegation_responses: both,
      pagination: ALL(2),
    })
    expect(await body(`${STAKING}/validators/${banana}/delegations`)).toMatchObject({
      delegation_responses: expect.arrayContaining([delegated(banana, 10_000_000)]),
      pagination: ALL(2),
    })
    expect(await body(`${STAKING}/validators/${banana}/delegations/${ann.address}`)).toEqual({
      delegation_response: delegated(banana, 10_000_000),
    })
    expect(await body(`${STAKING}/delegators/${ann.address}/validators`)).toMatchObject({
      validators: [{ jailed: false }, { jailed: false }],
      pagination: ALL(2),
    })
    expect(await body(`${STAKING}/delegators/${ann.address}/validators/${banana}`)).toMatchObject({
      validator: { operator_address: banana },
    })
  })

  it('are nothing for who has none', async () => {
    const { address } = Staker.funded(chain, 2)
    const none = { delegation_responses: [], pagination: ALL(0) }
    expect(await body(`${STAKING}/delegations/${address}`)).toEqual(none)
    expect(await ask(`${STAKING}/validators/${banana}/delegations/${address}`)).toEqual(
      refused(404, 5, `delegation with delegator ${address} not found for validator ${banana}`),
    )
    expect(await ask(`${STAKING}/validators/${banana}/delegations/${address}/unbonding_delegation`)).toEqual(
      refused(404, 5, `unbonding delegation with delegator ${address} not found for validator ${banana}`),
    )
    expect(await ask(`${STAKING}/delegations/nonsense`)).toMatchObject({ status: 400, body: { code: 3 } })
  })

  it('are shown on their way back', async () => {
    const { height } = ann.undelegate(banana, 4_000_000)
    const shown = {
      delegator_address: ann.address,
      validator_address: banana,
      entries: [
        {
          creation_height: String(height),
          completion_time: '2023-11-14T22:14:54Z',
          initial_balance: '4000000',
          balance: '4000000',
          unbonding_id: '1',
          unbonding_on_hold_ref_count: '0',
        },
      ],
    }
    const list = { unbonding_responses: [shown], pagination: ALL(1) }
    expect(await body(`${STAKING}/delegators/${ann.address}/unbonding_delegations`)).toEqual(list)
    expect(await body(`${STAKING}/validators/${banana}/unbonding_delegations`)).toEqual(list)
    const one = `${STAKING}/validators/${banana}/delegations/${ann.address}/unbonding_delegation`
    expect(await body(one)).toEqual({ unbond: shown })
  })

  it('are shown on their way to another validator', async () => {
    const path = `${STAKING}/delegators/${ann.address}/redelegations`
    expect(await body(path)).toEqual({ redelegation_responses: [], pagination: ALL(0) })
    const { height } = ann.redelegate(banana, cherry, 3_000_000)
    const list = {
      redelegation_responses: [
        {
          redelegation: {
            delegator_address: ann.address,
            validator_src_address: banana,
            validator_dst_address: cherry,
            entries: null,
          },
          entries: [
            {
              redelegation_entry: {
                creation_height: height,
                completion_time: '2023-11-14T22:14:54Z',
                initial_balance: '3000000',
                shares_dst: '3000000.000000000000000000',
                unbonding_id: 1,
              },
              balance: '3000000',
            },
          ],
        },
      ],
      pagination: ALL(1),
    }
    expect(await body(path)).toEqual(list)
    const way = `src_validator_addr=${banana}&dst_validator_addr=`
    expect(await body(`${path}?${way}${cherry}`)).toEqual(list)
    expect(await ask(`${path}?${way}${damson}`)).toEqual(
      refused(
        404,
        5,
        `redelegation not found for delegator address ${ann.address} from validator address ${banana}`,
      ),
    )
    pass(chain, 90)
    expect(await body(path)).toMatchObject({ redelegation_responses: [] })
  })

  it('lie in two pools', async () => {
    ann.undelegate(banana, 4_000_000)
    expect(await body(`${STAKING}/pool`)).toEqual({
      pool: { not_bonded_tokens: '4000000', bonded_tokens: '3000011000000' },
    })
    expect(await body(`${STAKING}/params`)).toEqual({
      params: {
        unbonding_time: '90s',
        max_validators: 100,
        max_entries: 7,
        historical_entries: 10000,
        bond_denom: 'uscrt',
        min_commission_rate: '0.000000000000000000',
      },
    })
  })
})
