import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import { type AnyMessage, anyMessage, packAny } from '../codec/any-message'
import { MsgSendSchema } from '../codec/gen/bank_pb'
import { MsgSubmitProposalSchema, MsgVoteSchema } from '../codec/gen/gov_pb'
import * as v1beta1 from '../codec/gen/gov-v1beta1_pb'
import { NodeView } from '../faults/node-view'
import { GOV } from '../modules/module-address'
import type { Chain } from '../node/chain'
import { startTestChain, TestWallet } from '../wallet.fake'
import { createLcdServer } from './lcd-server'

let chain: Chain
let wallet: TestWallet
let ask: (path: string) => Promise<{ status: number; body: unknown }>
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  const server = createLcdServer(new NodeView(chain))
  ask = async (path) => {
    const answer = await server.inject({ method: 'GET', url: path })
    return { status: answer.statusCode, body: answer.json() }
  }
})

const B = DEV_ACCOUNTS[1]?.address as Address
const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const body = async (path: string): Promise<unknown> => {
  const answer = await ask(path)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}

const text = packAny(v1beta1.TextProposalSchema, { title: 'Old', description: 'As before' })
const old = (deposit: number): AnyMessage =>
  anyMessage(v1beta1.MsgSubmitProposalSchema, {
    content: text,
    proposer: wallet.address,
    initialDeposit: uscrt(deposit),
  })
const fresh = (...messages: Parameters<typeof anyMessage>[1][]): AnyMessage =>
  anyMessage(MsgSubmitProposalSchema, {
    messages: messages.map(() =>
      packAny(MsgSendSchema, { fromAddress: GOV, toAddress: B, amount: uscrt(1) }),
    ),
    proposer: wallet.address,
    initialDeposit: uscrt(1_000_000_000),
    title: 'New',
    summary: 'With messages',
    metadata: 'ipfs://x',
  })

function submit(message: AnyMessage): void {
  expect(wallet.run([message], { gas: 1_000_000n })).toMatchObject({ code: 0, log: '' })
}

const vote = (proposalId: bigint): AnyMessage =>
  anyMessage(MsgVoteSchema, { proposalId, voter: wallet.address, option: 1, metadata: 'aye' })

describe('governance in the LCD', () => {
  it('shows a proposal in both versions', async () => {
    submit(fresh({}))
    const { proposal } = (await body('/cosmos/gov/v1/proposals/1')) as { proposal: Record<string, unknown> }
    expect(proposal).toEqual({
      id: '1',
      messages: [
        { '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: GOV, to_address: B, amount: uscrt(1) },
      ],
      status: 'PROPOSAL_STATUS_VOTING_PERIOD',
      final_tally_result: { yes_count: '0', abstain_count: '0', no_count: '0', no_with_veto_count: '0' },
      submit_time: '2023-11-14T22:13:21Z',
      deposit_end_time: '2023-11-21T22:13:21Z',
      total_deposit: uscrt(1_000_000_000),
      voting_start_time: '2023-11-14T22:13:21Z',
      voting_end_time: '2023-11-14T22:14:51Z',
      metadata: 'ipfs://x',
      title: 'New',
      summary: 'With messages',
      proposer: wallet.address,
      expedited: false,
      failed_reason: '',
    })
    submit(old(10_000_000))
    expect(await body('/cosmos/gov/v1beta1/proposals/2')).toEqual({
      proposal: {
        proposal_id: '2',
        content: { '@type': '/cosmos.gov.v1beta1.TextProposal', title: 'Old', description: 'As before' },
        status: 'PROPOSAL_STATUS_DEPOSIT_PERIOD',
        final_tally_result: { yes: '0', abstain: '0', no: '0', no_with_veto: '0' },
        submit_time: '2023-11-14T22:13:22Z',
        deposit_end_time: '2023-11-21T22:13:22Z',
        total_deposit: uscrt(10_000_000),
        voting_start_time: '0001-01-01T00:00:00Z',
        voting_end_time: '0001-01-01T00:00:00Z',
      },
    })
    expect(await body('/cosmos/gov/v1/proposals/2')).toMatchObject({
      proposal: {
        messages: [
          { '@type': '/cosmos.gov.v1.MsgExecLegacyContent', content: { title: 'Old' }, authority: GOV },
        ],
        voting_start_time: null,
      },
    })
    expect(await body('/cosmos/gov/v1beta1/proposals/1')).toMatchObject({
      proposal: { content: { '@type': '/cosmos.bank.v1beta1.MsgSend' } },
    })
  })

  it('lists proposals by what was asked, in pages and both orders', async () => {
    for (const message of [fresh({}), old(10_000_000), fresh({})]) submit(message)
    submit(vote(3n))
    const ids = async (query: string): Promise<string[]> => {
      const { proposals } = (await body(`/cosmos/gov/v1/proposals?${query}`)) as {
        proposals: { id: string }[]
      }
      return proposals.map(({ id }) => id)
    }
    expect(await ids('')).toEqual(['1', '2', '3'])
    expect(await ids('proposal_status=PROPOSAL_STATUS_VOTING_PERIOD&pagination.reverse=true')).toEqual([
      '3',
      '1',
    ])
    expect(await ids('proposal_status=1')).toEqual(['2'])
    expect(await ids('proposal_status=0')).toEqual(['1', '2', '3'])
    expect(await ids(`voter=${wallet.address}`)).toEqual(['3'])
    expect(await ids(`depositor=${B}`)).toEqual([])
    expect(await ids('pagination.limit=2&pagination.offset=1')).toEqual(['2', '3'])
    const { pagination } = (await body('/cosmos/gov/v1beta1/proposals?pagination.limit=1')) as {
      pagination: { next_key: string }
    }
    expect(await ids(`pagination.key=${pagination.next_key}`)).toEqual(['2', '3'])
  })

  it('shows votes and deposits, and forgets the votes when it is over', async () => {
    submit(fresh({}))
    submit(vote(1n))
    const shown = {
      proposal_id: '1',
      voter: wallet.address,
      options: [{ option: 'VOTE_OPTION_YES', weight: '1.000000000000000000' }],
    }
    const page = { next_key: null, total: '1' }
    expect(await body('/cosmos/gov/v1/proposals/1/votes')).toEqual({
      votes: [{ ...shown, metadata: 'aye' }],
      pagination: page,
    })
    expect(await body(`/cosmos/gov/v1/proposals/1/votes/${wallet.address}`)).toEqual({
      vote: { ...shown, metadata: 'aye' },
    })
    const older = { ...shown, option: 'VOTE_OPTION_UNSPECIFIED' }
    expect(await body(`/cosmos/gov/v1beta1/proposals/1/votes/${wallet.address}`)).toEqual({ vote: older })
    expect(await body('/cosmos/gov/v1beta1/proposals/1/votes')).toEqual({ votes: [older], pagination: page })
    const deposit = { proposal_id: '1', depositor: wallet.address, amount: uscrt(1_000_000_000) }
    for (const version of ['v1', 'v1beta1']) {
      const path = `/cosmos/gov/${version}/proposals/1`
      expect(await body(`${path}/deposits`)).toEqual({ deposits: [deposit], pagination: page })
      expect(await body(`${path}/deposits/${wallet.address}`)).toEqual({ deposit })
    }
    chain.clock.jump(90_000)
    chain.produceBlock()
    expect(await ask(`/cosmos/gov/v1/proposals/1/votes/${wallet.address}`)).toEqual({
      status: 400,
      body: { code: 3, message: `voter: ${wallet.address} not found for proposal: 1`, details: [] },
    })
    expect(await body('/cosmos/gov/v1/proposals/1')).toMatchObject({
      proposal: {
        status: 'PROPOSAL_STATUS_REJECTED',
        failed_reason: expect.stringContaining('not get enough'),
      },
    })
  })

  it('counts while the vote goes on', async () => {
    submit(old(10_000_000))
    submit(fresh({}))
    for (const id of [1, 2]) {
      expect(await body(`/cosmos/gov/v1/proposals/${id}/tally`)).toEqual({
        tally: { yes_count: '0', abstain_count: '0', no_count: '0', no_with_veto_count: '0' },
      })
      expect(await body(`/cosmos/gov/v1beta1/proposals/${id}/tally`)).toEqual({
        tally: { yes: '0', abstain: '0', no: '0', no_with_veto: '0' },
      })
    }
  })

  it('tells the rules', async () => {
    expect(await body('/cosmos/gov/v1/params/voting')).toMatchObject({
      voting_params: { voting_period: '90s' },
      deposit_params: null,
      tally_params: null,
      params: {
        min_deposit: uscrt(1_000_000_000),
        max_deposit_period: '604800s',
        quorum: '0.334000000000000000',
        expedited_voting_period: '15s',
        burn_vote_veto: true,
      },
    })
    expect(await body('/cosmos/gov/v1/params/deposit')).toMatchObject({
      deposit_params: { max_deposit_period: '604800s' },
    })
    expect(await body('/cosmos/gov/v1beta1/params/tallying')).toEqual({
      voting_params: { voting_period: '0s' },
      deposit_params: { min_deposit: [], max_deposit_period: '0s' },
      tally_params: {
        quorum: '0.334000000000000000',
        threshold: '0.500000000000000000',
        veto_threshold: '0.334000000000000000',
      },
    })
    expect(await body('/cosmos/gov/v1beta1/params/deposit')).toMatchObject({
      deposit_params: { min_deposit: uscrt(1_000_000_000) },
    })
    expect(await body('/cosmos/gov/v1/constitution')).toEqual({ constitution: '' })
  })

  it.each([
    ['/cosmos/gov/v1/proposals/0', 400, 3, 'proposal id can not be 0'],
    ['/cosmos/gov/v1/proposals/7', 404, 5, "proposal 7 doesn't exist"],
    ['/cosmos/gov/v1/proposals/x', 400, 3, 'invalid syntax'],
    ['/cosmos/gov/v1/proposals/7/tally', 404, 5, "proposal 7 doesn't exist"],
    [`/cosmos/gov/v1/proposals/7/deposits/${B}`, 404, 5, 'collections: not found'],
    ['/cosmos/gov/v1/proposals/7/votes/x', 400, 3, 'decoding bech32 failed'],
    ['/cosmos/gov/v1/proposals?proposal_status=x', 400, 3, 'x is not valid'],
    ['/cosmos/gov/v1/params/x', 400, 3, 'unknown params type: x'],
    ['/cosmos/gov/v1beta1/params/x', 400, 3, 'unknown params type: x'],
    ['/cosmos/upgrade/v1beta1/module_versions?module_name=x', 404, 5, 'module x not found'],
    ['/cosmos/params/v1beta1/params?subspace=x', 400, 3, 'invalid request'],
    ['/cosmos/params/v1beta1/params?subspace=x&key=y', 500, 2, 'x: unknown subspace'],
    ['/secret/cron/schedule/x', 404, 5, 'schedule not found'],
    [`/cosmos/feegrant/v1beta1/allowance/${B}/${GOV}`, 500, 13, 'fee-grant not found: not found'],
    [`/cosmos/authz/v1beta1/grants?granter=${B}`, 500, 2, 'empty address string is not allowed'],
    [
      `/cosmos/authz/v1beta1/grants?granter=${B}&grantee=${GOV}&msg_type_url=/x`,
      500,
      2,
      'authorization not found for /x type: authorization not found',
    ],
  ])('refuses %s', async (path, status, code, message) => {
    expect(await ask(path)).toEqual({
      status,
      body: { code, message: expect.stringContaining(message), details: [] },
    })
  })

  it('has no older form of a proposal of several messages', async () => {
    submit(fresh({}, {}))
    expect(await ask('/cosmos/gov/v1beta1/proposals/1')).toMatchObject({
      status: 500,
      body: { code: 2, message: expect.stringContaining('messages not exactly one: invalid type') },
    })
  })
})

describe('the rest of the chain’s rules in the LCD', () => {
  it.each([
    ['/cosmos/upgrade/v1beta1/current_plan', { plan: null }],
    ['/cosmos/upgrade/v1beta1/applied_plan/v9', { height: '0' }],
    ['/cosmos/upgrade/v1beta1/authority', { address: GOV }],
    [
      '/cosmos/upgrade/v1beta1/module_versions?module_name=gov',
      { module_versions: [{ name: 'gov', version: '5' }] },
    ],
    ['/cosmos/upgrade/v1beta1/upgraded_consensus_state/5', { upgraded_consensus_state: null }],
    [
      '/cosmos/params/v1beta1/params?subspace=staking&key=BondDenom',
      { param: { subspace: 'staking', key: 'BondDenom', value: '' } },
    ],
    ['/cosmos/circuit/v1/disable_list', { disabled_list: [] }],
    ['/cosmos/circuit/v1/accounts', { accounts: [], pagination: { next_key: null, total: '0' } }],
    ['/secret/cron/params', { params: { security_address: '', limit: '5' } }],
    ['/secret/cron/schedule', { schedules: [], pagination: { next_key: null, total: '0' } }],
  ])('are %s', async (path, answer) => {
    expect(await body(path)).toEqual(answer)
  })

  it('are the limits of blocks', async () => {
    expect(await body('/cosmos/consensus/v1/params')).toMatchObject({
      params: { block: { max_gas: '10000000' }, validator: { pub_key_types: ['ed25519'] } },
    })
  })
})
