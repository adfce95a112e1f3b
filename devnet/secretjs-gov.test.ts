import { MsgExecLegacyContent, MsgSend, ProposalType, type TxResponse, VoteOption } from 'secretjs'
import type { ProposalStatus } from 'secretjs/dist/grpc_gateway/cosmos/gov/v1/gov.pb'
import { MsgVote } from 'secretjs/dist/protobuf/cosmos/gov/v1beta1/tx'
import { MsgCancelUpgrade, MsgSoftwareUpgrade } from 'secretjs/dist/tx/upgrade'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GOV } from './modules/module-address'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

// Governance as a stranger's client submits to it, votes and reads.

let devnet: Devnet
let me: Stranger
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
  me = new Stranger(devnet, 'a')
})
afterAll(() => devnet.stop())

const LOUD = { ...QUICK, gasLimit: 1_000_000 }
const VOTING = 'PROPOSAL_STATUS_VOTING_PERIOD' as ProposalStatus
const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]

type Proposed = Parameters<typeof me.client.tx.gov.submitProposal>[0]['messages']

function submit(messages: Proposed, deposit = 1_000_000_000, expedited = false): Promise<TxResponse> {
  const said = { title: 'T', summary: 'S', metadata: 'ipfs://x' }
  const proposal = { messages, proposer: me.address, initial_deposit: uscrt(deposit), expedited, ...said }
  return me.client.tx.gov.submitProposal(proposal, LOUD)
}

function idOf(tx: TxResponse): string {
  expect(tx.rawLog).toBe('')
  return tx.arrayLog?.find(({ key }) => key === 'proposal_id')?.value ?? ''
}

function legacy(type: ProposalType, content: object): MsgExecLegacyContent {
  const said = { title: 'T', description: 'D' }
  return new MsgExecLegacyContent({
    type,
    authority: GOV,
    content: { ...said, ...content } as never,
    initial_deposit: [],
    proposer: me.address,
  })
}

describe('secretjs in governance', () => {
  it('submits messages that governance is to send', async () => {
    const send = new MsgSend({ from_address: GOV, to_address: me.address, amount: uscrt(1) })
    const id = idOf(await submit([send], 2_500_000_000, true))
    const { proposal } = await me.client.query.gov.proposal({ proposal_id: id })
    expect(proposal).toMatchObject({
      id,
      messages: [{ '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: GOV }],
      status: VOTING,
      expedited: true,
      proposer: me.address,
    })
    const own = new MsgSend({ from_address: me.address, to_address: GOV, amount: uscrt(1) })
    expect(await submit([own])).toMatchObject({ code: 13, codespace: 'gov' })
  })

  it.each([
    ['text', ProposalType.TextProposal, {}],
    [
      'changes of parameters',
      ProposalType.ParameterChangeProposal,
      { changes: [{ subspace: 'staking', key: 'MaxValidators', value: '70' }] },
    ],
    [
      'an upgrade',
      ProposalType.SoftwareUpgradeProposal,
      { plan: { name: 'v9', height: '900000', info: '' } },
    ],
    ['an end of an upgrade', ProposalType.CancelSoftwareUpgradeProposal, {}],
  ])('submits contents of the older kind: %s', async (_, type, content) => {
    const id = idOf(await submit([legacy(type, content)]))
    const { proposal } = await me.client.query.gov_v1beta1.proposal({ proposal_id: id })
    expect(proposal).toMatchObject({ proposal_id: id, content: { title: 'T', description: 'D' } })
  })

  it('submits spending of the community’s coins as a content, if there are as many', async () => {
    const spending = (amount: number) =>
      legacy(ProposalType.CommunityPoolSpendProposal, { recipient: me.address, amount: uscrt(amount) })
    const deposit = { depositor: me.address, amount: uscrt(1) }
    await me.client.tx.distribution.fundCommunityPool(deposit, QUICK)
    const id = idOf(await submit([spending(1)]))
    const { proposal } = await me.client.query.gov_v1beta1.proposal({ proposal_id: id })
    expect(proposal).toMatchObject({ content: { title: 'T', recipient: me.address, amount: uscrt(1) } })
    const { rawLog } = await submit([spending(1e15)])
    expect(rawLog).toContain('community pool does not have sufficient coins to distribute')
  })

  it('submits upgrades as messages', async () => {
    const plan = { name: 'v10', height: '900000', info: 'MREnclaveHash:00' }
    expect(idOf(await submit([new MsgSoftwareUpgrade({ authority: GOV, plan })]))).not.toBe('')
    expect(idOf(await submit([new MsgCancelUpgrade({ authority: GOV })]))).not.toBe('')
  })

  it('funds, votes and cancels, and reads it all in both versions', async () => {
    const id = idOf(await submit([legacy(ProposalType.TextProposal, {})], 10_000_000))
    const { gov } = me.client.tx
    const deposit = { proposal_id: id, depositor: me.address, amount: uscrt(990_000_000) }
    expect(await gov.deposit(deposit, QUICK)).toMatchObject({ code: 0 })
    const mine = { proposal_id: id, voter: me.address }
    const vote = { ...mine, option: VoteOption.VOTE_OPTION_NO, metadata: '' }
    expect(await gov.vote(vote, QUICK)).toMatchObject({ code: 0 })
    const options = [
      { option: VoteOption.VOTE_OPTION_YES, weight: '0.7' },
      { option: VoteOption.VOTE_OPTION_ABSTAIN, weight: '0.3' },
    ]
    expect(await gov.voteWeighted({ ...mine, options, metadata: '' }, QUICK)).toMatchObject({ code: 0 })
    const weighed = [
      { option: 'VOTE_OPTION_YES', weight: '0.700000000000000000' },
      { option: 'VOTE_OPTION_ABSTAIN', weight: '0.300000000000000000' },
    ]
    const { proposal_id } = mine
    for (const query of [me.client.query.gov, me.client.query.gov_v1beta1]) {
      expect((await query.vote(mine)).vote).toMatchObject({ ...mine, options: weighed })
      expect((await query.votes({ proposal_id })).votes).toHaveLength(1)
      const { deposit: mineToo } = await query.deposit({ proposal_id, depositor: me.address })
      expect(mineToo).toMatchObject({ amount: uscrt(1_000_000_000) })
      expect((await query.deposits({ proposal_id })).deposits).toEqual([mineToo])
      expect((await query.proposals({ voter: me.address })).proposals).toHaveLength(1)
      expect((await query.tallyResult({ proposal_id })).tally).toBeDefined()
      expect(await query.params({ params_type: 'voting' })).toMatchObject({
        voting_params: { voting_period: '90s' },
      })
    }
    expect(await me.client.query.gov.constitution({})).toEqual({ constitution: '' })
    const tx = await gov.cancelProposal({ proposal_id, proposer: me.address }, QUICK)
    expect(tx).toMatchObject({ code: 0 })
    await expect(me.client.query.gov.proposal({ proposal_id })).rejects.toMatchObject({ code: 5 })
  })

  it('reads upgrades, parameters and the limits of blocks', async () => {
    const { upgrade, params, consensus } = me.client.query
    expect(await upgrade.currentPlan({})).toEqual({ plan: null })
    expect(await upgrade.appliedPlan({ name: 'v1' })).toEqual({ height: '0' })
    expect(await upgrade.authority({})).toEqual({ address: GOV })
    expect((await upgrade.moduleVersions({})).module_versions?.length).toBeGreaterThan(10)
    expect(await params.params({ subspace: 'gov', key: 'votingparams' })).toMatchObject({
      param: { value: '' },
    })
    expect((await params.subspaces({})).subspaces).toContainEqual({ subspace: 'gov', keys: [] })
    expect(await consensus.params({})).toMatchObject({ params: { block: { max_gas: '10000000' } } })
  })
})

describe('secretjs in governance, amino signing', () => {
  it('names the new messages as the old ones, so the chain finds no signature that fits', async () => {
    const id = idOf(await submit([]))
    const amino = new Stranger(devnet, 'b', AminoWallet)
    const { gov } = amino.client.tx
    const mine = { proposal_id: id, voter: amino.address, metadata: '' }
    const refused = { message: expect.stringContaining('signature verification failed') }
    const { VOTE_OPTION_YES } = VoteOption
    await expect(gov.vote({ ...mine, option: VOTE_OPTION_YES }, QUICK)).rejects.toMatchObject(refused)
    const options = [{ option: VOTE_OPTION_YES, weight: '1' }]
    await expect(gov.voteWeighted({ ...mine, options }, QUICK)).rejects.toMatchObject(refused)
    const deposit = { proposal_id: id, depositor: amino.address, amount: uscrt(10_000_000) }
    await expect(gov.deposit(deposit, QUICK)).rejects.toMatchObject(refused)
    const cancel = { proposal_id: id, proposer: amino.address }
    await expect(gov.cancelProposal(cancel, QUICK)).rejects.toMatchObject(refused)
  })

  it('votes with the old message, whose name it is', async () => {
    const amino = new Stranger(devnet, 'b', AminoWallet)
    const value = { proposal_id: idOf(await submit([])), voter: amino.address, option: 1 }
    const message = {
      toProto: async () => ({
        type_url: '/cosmos.gov.v1beta1.MsgVote',
        value,
        encode: () => MsgVote.encode(value).finish(),
      }),
      toAmino: async () => ({ type: 'cosmos-sdk/MsgVote', value }),
    }
    expect(await amino.client.tx.broadcast([message], QUICK)).toMatchObject({ code: 0, rawLog: '' })
  })

  it('cannot send what governance alone sends', async () => {
    const { gov } = me.client.tx
    const { params } = legacy(ProposalType.TextProposal, {})
    await expect(gov.execLegacyContent(params, QUICK)).rejects.toThrow('pubKey does not match signer address')
  })
})
