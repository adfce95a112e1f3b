import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../codec/any-message'
import { MsgSetAutoRestakeSchema } from '../codec/gen/distribution_pb'
import { moduleAddress } from '../modules/module-address'
import { jail } from '../modules/slashing/slashing'
import { operatorsOf, Staker } from '../modules/staking/stakers.fake'
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

const DISTRIBUTION = '/cosmos/distribution/v1beta1'
const DEC = expect.stringMatching(/^\d+\.\d{18}$/)
const SOME = [{ denom: 'uscrt', amount: DEC }]
const ALL = (total: number) => ({ next_key: null, total: String(total) })
const ask = (path: string) => asker.ask(path)
const body = (path: string) => asker.body(path)

describe('rewards in the LCD', () => {
  const mine = () => `${DISTRIBUTION}/delegators/${ann.address}`
  const of = (part: string) => `${DISTRIBUTION}/validators/${banana}${part}`
  beforeEach(() => {
    ann.delegate(banana, 1_000_000_000_000n)
    chain.produceBlock()
  })

  it('are shown to the 18th decimal, one by one and together', async () => {
    const all = (await body(`${mine()}/rewards`)) as { rewards: { reward: unknown }[]; total: unknown }
    expect(all).toEqual({ rewards: [{ validator_address: banana, reward: SOME }], total: SOME })
    expect(all.rewards[0]?.reward).toEqual(all.total)
    expect(await body(`${mine()}/rewards/${banana}`)).toEqual({ rewards: all.total })
    expect(await ask(`${mine()}/rewards/${cherry}`)).toEqual(
      refused(500, 2, 'no delegation for (address, validator) tuple'),
    )
    expect(await body(`${mine()}/validators`)).toEqual({ validators: [banana] })
    expect(await body(`${mine()}/withdraw_address`)).toEqual({ withdraw_address: ann.address })
    const { address } = Staker.funded(chain, 2)
    expect(await body(`${DISTRIBUTION}/delegators/${address}/rewards`)).toEqual({ rewards: [], total: [] })
  })

  it('are shown by validator', async () => {
    expect(await body(of('/commission'))).toEqual({ commission: { commission: SOME } })
    expect(await body(of('/outstanding_rewards'))).toEqual({ rewards: { rewards: SOME } })
    expect(await body(of('/slashes'))).toEqual({ slashes: [], pagination: ALL(0) })
    expect(await body(of(''))).toEqual({
      operator_address: expect.stringMatching(/^secret1/),
      self_bond_rewards: SOME,
      commission: SOME,
    })
    expect(await body(`${DISTRIBUTION}/community_pool`)).toEqual({ pool: SOME })
  })

  it('are taxed, and restaked for who wants it', async () => {
    const foundation = moduleAddress('foundation')
    const tax = '0.020000000000000000'
    expect(await body(`${DISTRIBUTION}/params`)).toEqual({
      params: {
        community_tax: tax,
        base_proposer_reward: '0.000000000000000000',
        bonus_proposer_reward: '0.000000000000000000',
        withdraw_addr_enabled: true,
        secret_foundation_tax: tax,
        secret_foundation_address: foundation,
        minimum_restake_threshold: '10000000.000000000000000000',
        restake_period: '1000',
      },
    })
    expect(await body(`${DISTRIBUTION}/foundation_tax`)).toEqual({ tax, foundation_address: foundation })
    expect(await body(`${DISTRIBUTION}/restake_threshold`)).toEqual({
      threshold: '10000000.000000000000000000',
    })
    const entries = `${DISTRIBUTION}/restake_entries?delegator=${ann.address}`
    expect(await body(entries)).toEqual({ validators: [] })
    const given = { delegatorAddress: ann.address, validatorAddress: banana, enabled: true }
    ann.send(anyMessage(MsgSetAutoRestakeSchema, given))
    expect(await body(entries)).toEqual({ validators: [banana] })
    expect(await ask(`${DISTRIBUTION}/restake_entries`)).toMatchObject({ status: 400 })
  })
})

describe('minting and slashing in the LCD', () => {
  it('tell what is minted', async () => {
    expect(await body('/cosmos/mint/v1beta1/inflation')).toEqual({
      inflation: expect.stringMatching(/^0\.13\d{16}$/),
    })
    expect(await body('/cosmos/mint/v1beta1/annual_provisions')).toEqual({ annual_provisions: DEC })
    expect(await body('/cosmos/mint/v1beta1/params')).toEqual({
      params: {
        mint_denom: 'uscrt',
        inflation_rate_change: '0.130000000000000000',
        inflation_max: '0.200000000000000000',
        inflation_min: '0.070000000000000000',
        goal_bonded: '0.670000000000000000',
        blocks_per_year: '6311520',
      },
    })
  })

  it('tell who signs', async () => {
    chain.schedule((context) => jail(context, damson))
    chain.produceBlock()
    const { info } = (await body('/cosmos/slashing/v1beta1/signing_infos')) as {
      info: { address: string }[]
    }
    const shown = (jailed_until: string) => ({
      address: expect.stringMatching(/^secretvalcons1/),
      start_height: '0',
      index_offset: '0',
      jailed_until,
      tombstoned: false,
      missed_blocks_counter: '0',
    })
    expect(info).toHaveLength(3)
    expect(info).toContainEqual(shown('1970-01-01T00:00:00Z'))
    expect(info).toContainEqual(shown('2023-11-14T22:23:22Z'))
    expect(await body(`/cosmos/slashing/v1beta1/signing_infos/${info[0]?.address}`)).toEqual({
      val_signing_info: info[0],
    })
    expect(await ask('/cosmos/slashing/v1beta1/signing_infos/secretvalcons1x')).toMatchObject({
      status: 404,
      body: { code: 5, message: 'SigningInfo not found for validator secretvalcons1x' },
    })
    const bytes = (text: string) => Buffer.from(text).toString('base64')
    expect(await body('/cosmos/slashing/v1beta1/params')).toEqual({
      params: {
        signed_blocks_window: '100',
        min_signed_per_window: bytes('0.500000000000000000'),
        downtime_jail_duration: '600s',
        slash_fraction_double_sign: bytes('0.050000000000000000'),
        slash_fraction_downtime: bytes('0.010000000000000000'),
      },
    })
  })
})
