import { ed25519 } from '@noble/curves/ed25519.js'
import { base64 } from '@scure/base'
import { type TxResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAddress } from '../src/domain/index'
import { GOV } from './modules/module-address'
import { operatorAddress } from './modules/validator-address'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

// Staking as a stranger's client does it, signed both ways.

/** Of LocalSecret's validator (Protocol 10.1). */
const VALIDATOR_PHRASE =
  'push certain add next grape invite tobacco bubble text romance again lava crater pill genius vital fresh guard great patch knee series era tonight'
const GAS = { ...QUICK, gasLimit: 400_000 }
const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
const DEC = expect.stringMatching(/^\d+\.\d{18}$/)

let devnet: Devnet
let owner: Stranger
let banana: string
let cherry: string
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
  owner = new Stranger(devnet, VALIDATOR_PHRASE)
  banana = operatorAddress(parseAddress(owner.address))
  const { validators } = await owner.client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  cherry = validators?.find(({ description }) => description?.moniker === 'cherry')?.operator_address ?? ''
})
afterAll(() => devnet.stop())

/** The values of an event's attributes by name, as secretjs shows them. */
function said(tx: TxResponse, type: string, key: string): string | undefined {
  expect(tx.rawLog).toBe('')
  return tx.arrayLog?.find((one) => one.type === type && one.key === key)?.value
}

const refusedSignature = { message: expect.stringContaining('signature verification failed') }

describe.each([
  ['DIRECT', Wallet, 'a'],
  ['amino', AminoWallet, 'b'],
] as const)('secretjs, signing %s', (_, Kind, name) => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, name, Kind)
  })
  const at = (validator_address: string) => ({ delegator_address: me.address, validator_address })

  it('delegates, undelegates, thinks better of it, and redelegates', async () => {
    const { staking: tx } = me.client.tx
    const { staking: query } = me.client.query
    const staked = await tx.delegate({ ...at(banana), amount: uscrt(9_000_000) }, GAS)
    expect(said(staked, 'delegate', 'new_shares')).toBe('9000000.000000000000000000')
    const back = await tx.undelegate({ ...at(banana), amount: uscrt(3_000_000) }, GAS)
    expect(said(back, 'unbond', 'amount')).toBe('3000000uscrt')
    const pair = { delegator_addr: me.address, validator_addr: banana }
    const { unbond } = await query.unbondingDelegation(pair)
    expect(unbond?.entries).toMatchObject([{ creation_height: String(back.height), balance: '3000000' }])
    const { unbonding_responses } = await query.delegatorUnbondingDelegations({ delegator_addr: me.address })
    expect(unbonding_responses).toEqual([unbond])
    const from = await query.validatorUnbondingDelegations({ validator_addr: banana })
    expect(from.unbonding_responses).toContainEqual(unbond)
    const change = { amount: uscrt(1_000_000), creation_height: String(back.height) }
    expect(await tx.cancelUnbondingDelegation({ ...at(banana), ...change }, GAS)).toMatchObject({
      rawLog: '',
    })
    const moved = await tx.beginRedelegate(
      {
        delegator_address: me.address,
        validator_src_address: banana,
        validator_dst_address: cherry,
        amount: uscrt(2_000_000),
      },
      GAS,
    )
    expect(said(moved, 'redelegate', 'destination_validator')).toBe(cherry)
    const way = { delegator_addr: me.address, src_validator_addr: banana, dst_validator_addr: cherry }
    expect((await query.redelegations(way)).redelegation_responses).toMatchObject([
      { entries: [{ balance: '2000000' }] },
    ])
    expect((await query.delegation(pair)).delegation_response).toMatchObject({ balance: uscrt(5_000_000) })
    const { delegation_responses } = await query.delegatorDelegations({ delegator_addr: me.address })
    expect(delegation_responses).toHaveLength(2)
    expect((await query.delegatorValidators({ delegator_addr: me.address })).validators).toHaveLength(2)
    expect((await query.delegatorValidator(pair)).validator).toMatchObject({ operator_address: banana })
  })

  it('takes rewards, sends them elsewhere and has them restaked', async () => {
    const { distribution: tx } = me.client.tx
    const { distribution: query } = me.client.query
    await me.client.tx.staking.delegate({ ...at(banana), amount: uscrt(20_000_000) }, GAS)
    const paid = await tx.withdrawDelegatorReward(at(banana), GAS)
    expect(said(paid, 'withdraw_rewards', 'validator')).toBe(banana)
    const mine = { delegator_address: me.address }
    const { address: elsewhere } = new Stranger(devnet, 'c')
    const set = await tx.setWithdrawAddress({ ...mine, withdraw_address: elsewhere }, GAS)
    expect(set).toMatchObject({ rawLog: '' })
    expect(await query.delegatorWithdrawAddress(mine)).toEqual({ withdraw_address: elsewhere })
    expect(await tx.setAutoRestake({ ...at(banana), enabled: true }, GAS)).toMatchObject({ rawLog: '' })
    expect(await query.restakingEntries({ delegator: me.address })).toEqual({ validators: [banana] })
    expect(await tx.setAutoRestake({ ...at(banana), enabled: false }, GAS)).toMatchObject({ rawLog: '' })
    expect(await query.restakingEntries({ delegator: me.address })).toEqual({ validators: [] })
    const funding = { depositor: me.address, amount: [uscrt(5)] }
    expect(await tx.fundCommunityPool(funding, GAS)).toMatchObject({ rawLog: '' })
    expect((await query.delegationTotalRewards(mine)).total).toEqual([{ denom: 'uscrt', amount: DEC }])
    expect((await query.delegationRewards(at(banana))).rewards).toEqual([{ denom: 'uscrt', amount: DEC }])
    expect((await query.delegatorValidators(mine)).validators).toContain(banana)
  })

  it('is told what the chain refuses', async () => {
    const { staking } = me.client.tx
    const tx = await staking.undelegate({ ...at(cherry), amount: uscrt(10 ** 12) }, GAS)
    expect(tx).toMatchObject({ codespace: 'sdk', code: 18 })
    expect(tx.rawLog).toContain('invalid shares amount: invalid request')
  })

  it('runs a validator that was in jail again', async () => {
    const validator = new Stranger(devnet, VALIDATOR_PHRASE, Kind)
    const body = JSON.stringify({ validator: banana })
    await fetch(`${devnet.controlUrl}/jail`, { method: 'POST', body })
    const { slashing } = validator.client.tx
    expect(await slashing.unjail({ validator_addr: banana }, GAS)).toMatchObject({
      codespace: 'slashing',
      code: 4,
    })
    devnet.jump({ seconds: 600 })
    expect(await slashing.unjail({ validator_addr: banana }, GAS)).toMatchObject({ rawLog: '' })
    const taken = await validator.client.tx.distribution.withdrawValidatorCommission(
      { validator_address: banana },
      GAS,
    )
    expect(said(taken, 'withdraw_commission', 'amount')).toMatch(/^\d+uscrt$/)
  })

  it('edits a validator, all of it', async () => {
    const description = {
      moniker: `banana ${name}`,
      identity: 'i',
      website: 'w',
      security_contact: 's',
      details: 'd',
    }
    const { staking } = new Stranger(devnet, VALIDATOR_PHRASE, Kind).client.tx
    const edit = (more: object) =>
      staking.editValidator({ validator_address: banana, description, ...more }, GAS)
    expect(await edit({})).toMatchObject({ rawLog: '' })
    devnet.jump({ seconds: 86_400 })
    expect(await edit({ commission_rate: 0.101 })).toMatchObject({ rawLog: '' })
    expect(await edit({ commission_rate: 0.102 })).toMatchObject({ codespace: 'staking', code: 12 })
    const { validator } = await me.client.query.staking.validator({ validator_addr: banana })
    expect(validator).toMatchObject({
      description,
      commission: { commission_rates: { rate: '0.101000000000000000' } },
    })
  })
})

const creation = (delegator_address: string) => ({
  delegator_address,
  description: { moniker: 'fig', identity: 'i', website: 'w', security_contact: 's', details: 'd' },
  commission: { rate: 0.1, max_rate: 0.2, max_change_rate: 0.01 },
  min_self_delegation: '1',
  pubkey: base64.encode(ed25519.getPublicKey(new Uint8Array(32).fill(7))),
  initial_delegation: uscrt(5_000_000),
})

describe('secretjs, where both ways of signing differ', () => {
  it('creates a validator, but not in amino, where it leaves out the points of decimals', async () => {
    const direct = new Stranger(devnet, 'c')
    const tx = await direct.client.tx.staking.createValidator(creation(direct.address), GAS)
    expect(said(tx, 'create_validator', 'amount')).toBe('5000000uscrt')
    const amino = new Stranger(devnet, 'd', AminoWallet)
    await expect(amino.client.tx.staking.createValidator(creation(amino.address), GAS)).rejects.toMatchObject(
      refusedSignature,
    )
  })

  it('edits a validator in amino only when no part of its description is empty', async () => {
    const { staking } = new Stranger(devnet, VALIDATOR_PHRASE, AminoWallet).client.tx
    const description = { moniker: 'b', identity: '', website: '', security_contact: '', details: '' }
    const edit = staking.editValidator({ validator_address: banana, description }, GAS)
    await expect(edit).rejects.toMatchObject(refusedSignature)
  })

  it('gives to a validator’s stakers, but calls that by another name in amino', async () => {
    const gift = { validator_address: banana, amount: [uscrt(7)] }
    const direct = new Stranger(devnet, 'c')
    const depositor = direct.address
    const { distribution } = direct.client.tx
    const tx = await distribution.depositValidatorRewardsPool({ depositor, ...gift }, GAS)
    expect(tx).toMatchObject({ rawLog: '' })
    const amino = new Stranger(devnet, 'd', AminoWallet)
    await expect(
      amino.client.tx.distribution.depositValidatorRewardsPool({ depositor: amino.address, ...gift }, GAS),
    ).rejects.toMatchObject(refusedSignature)
  })

  it('spends nothing of the community’s, whoever it says it is', async () => {
    const direct = new Stranger(devnet, 'c')
    const spend = { recipient: direct.address, amount: [uscrt(1)] }
    const { distribution } = direct.client.tx
    const tx = await distribution.communityPoolSpend({ authority: direct.address, ...spend }, GAS)
    expect(tx).toMatchObject({ codespace: 'gov', code: 13 })
    await expect(distribution.communityPoolSpend({ authority: GOV, ...spend }, GAS)).rejects.toThrow(
      'insufficient funds',
    )
    const amino = new Stranger(devnet, 'd', AminoWallet)
    const same = { authority: amino.address, ...spend }
    await expect(amino.client.tx.distribution.communityPoolSpend(same, GAS)).rejects.toMatchObject(
      refusedSignature,
    )
  })
})

describe('secretjs’s questions', () => {
  it('about staking are answered', async () => {
    const { staking } = owner.client.query
    expect((await staking.pool({})).pool).toMatchObject({ bonded_tokens: expect.stringMatching(/^3\d{12}$/) })
    expect((await staking.params({})).params).toMatchObject({ unbonding_time: '90s', max_entries: 7 })
    const { delegation_responses } = await staking.validatorDelegations({ validator_addr: banana })
    expect(delegation_responses?.length).toBeGreaterThan(0)
    expect(await staking.historicalInfo({ height: String(devnet.nextBlock()) })).toMatchObject({
      hist: { header: { chain_id: 'secretdev-1' } },
    })
  })

  it('about rewards are answered', async () => {
    const { distribution } = owner.client.query
    const of = { validator_address: banana }
    const some = [{ denom: 'uscrt', amount: DEC }]
    expect((await distribution.validatorCommission(of)).commission).toEqual({ commission: some })
    expect((await distribution.validatorOutstandingRewards(of)).rewards).toEqual({ rewards: some })
    expect((await distribution.validatorSlashes(of)).slashes).toEqual([])
    expect(await distribution.validatorDistributionInfo(of)).toEqual({
      operator_address: owner.address,
      self_bond_rewards: some,
      commission: some,
    })
    expect(await distribution.communityPool({})).toEqual({ pool: some })
    expect((await distribution.params({})).params).toMatchObject({ restake_period: '1000' })
    expect(await distribution.foundationTax({})).toMatchObject({ tax: DEC })
    expect(await distribution.restakeThreshold({})).toEqual({ threshold: DEC })
  })

  it('about minting and slashing are answered', async () => {
    const { mint, slashing } = owner.client.query
    expect(await mint.inflation({})).toEqual({ inflation: DEC })
    expect(await mint.annualProvisions({})).toEqual({ annual_provisions: DEC })
    expect((await mint.params({})).params).toMatchObject({ mint_denom: 'uscrt' })
    const { info } = await slashing.signingInfos({})
    const cons_address = info?.[0]?.address ?? ''
    expect((await slashing.signingInfo({ cons_address })).val_signing_info).toEqual(info?.[0])
    expect((await slashing.params({})).params).toMatchObject({ downtime_jail_duration: '600s' })
  })
})
