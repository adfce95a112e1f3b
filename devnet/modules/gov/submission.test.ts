import { fromBinary } from '@bufbuild/protobuf'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/domain/index'
import { anyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import { MsgMigrateContractProposalSchema } from '../../codec/gen/compute_pb'
import * as v1 from '../../codec/gen/gov_pb'
import { parseDecimal, ZERO } from '../../math/decimal'
import { getBalance, getSupply } from '../bank/bank'
import { GOV } from '../module-address'
import { depositsOn } from './deposits'
import { A, attributesOf, B, C, GovChain } from './gov-chain.fake'
import { cancel, deposit, type Init, MIN, submission, submit, uscrt, vote } from './gov-messages.fake'
import { LOCAL_GOV_PARAMS } from './gov-params'
import { findProposal } from './proposal'
import { votesOn } from './votes'

const VOTING_SECONDS = 90

let chain: GovChain
beforeEach(() => {
  chain = new GovChain()
})

const proposal = (id: bigint) => findProposal(chain.store, id)
const balance = (address: Address): bigint => getBalance(chain.store, address, 'uscrt')
const supply = (): bigint => getSupply(chain.store)[0]?.amount ?? 0n

describe('a vote', () => {
  it('may be changed, and split', () => {
    const id = submit(chain)
    vote(chain, id, A, 3)
    const options = [
      { option: 1 as const, weight: '0.75' },
      { option: 2 as const, weight: '0.25' },
    ]
    const { events } = chain.run(
      anyMessage(v1.MsgVoteWeightedSchema, { proposalId: id, voter: A, options, metadata: 'why' }),
    )
    expect(attributesOf(events, 'proposal_vote')['option']).toBe(
      '[{"option":1,"weight":"0.750000000000000000"},{"option":2,"weight":"0.250000000000000000"}]',
    )
    expect(votesOn(chain.store, id)).toMatchObject([{ voter: A, metadata: 'why' }])
    chain.pass(VOTING_SECONDS)
    expect(proposal(id)).toMatchObject({ status: 'passed', finalTally: { yes: 60n, abstain: 20n } })
  })

  it.each([
    [[], '[]: invalid request'],
    [[[1, '0.5']], 'total weight lower than 1.00: invalid vote option'],
    [
      [
        [1, '0.6'],
        [2, '0.6'],
      ],
      'total weight overflow 1.00: invalid vote option',
    ],
    [
      [
        [1, '0.5'],
        [1, '0.5'],
      ],
      'duplicated vote option: invalid vote option',
    ],
    [[[9, '1']], 'option:9 weight:"1" : invalid vote option'],
    [[[1, '0']], 'option:1 weight:"0" : invalid vote option'],
    [[[1, 'x']], 'option:1 weight:"x" : invalid vote option'],
  ] as const)('is not split as %s', (pairs, words) => {
    const id = submit(chain)
    const options = pairs.map(([option, weight]) => ({ option: option as 1, weight }))
    const message = anyMessage(v1.MsgVoteWeightedSchema, { proposalId: id, voter: A, options })
    expect(() => chain.run(message)).toThrow(words)
  })

  it('is refused without an option, too early, or with too much to say', () => {
    const id = submit(chain, { initialDeposit: uscrt(10_000_000) })
    expect(() => vote(chain, id, A, 1)).toThrow('1: inactive proposal')
    expect(() => vote(chain, 9n, A, 1)).toThrow('9: inactive proposal')
    expect(() => vote(chain, id, A, 0)).toThrow('VOTE_OPTION_UNSPECIFIED: invalid vote option')
    deposit(chain, id, MIN)
    expect(() => vote(chain, id, A, 1, 'x'.repeat(256))).toThrow(
      'got metadata with length 256: metadata too long',
    )
  })
})

describe('cancelling', () => {
  it('costs half of every deposit and forgets the proposal', () => {
    const [before, total] = [balance(A), supply()]
    const id = submit(chain, { initialDeposit: uscrt(10_000_001) })
    deposit(chain, id, MIN)
    vote(chain, id, B, 1)
    const { answer, events } = cancel(chain, id)
    expect(fromBinary(v1.MsgCancelProposalResponseSchema, answer.value)).toMatchObject({
      proposalId: id,
      canceledHeight: 1n,
      canceledTime: { seconds: 1_700_000_000n },
    })
    expect(attributesOf(events, 'cancel_proposal')).toEqual({ sender: A, proposal_id: '1' })
    expect(balance(A)).toBe(before - 5_000_000n)
    expect(supply()).toBe(total - 505_000_000n)
    expect([proposal(id), votesOn(chain.store, id), depositsOn(chain.store, id)]).toEqual([undefined, [], []])
    expect(chain.pass(604_800)).toEqual([])
  })

  it('may pay somebody', () => {
    chain = new GovChain({ ...LOCAL_GOV_PARAMS, proposalCancelDest: C })
    cancel(chain, submit(chain))
    expect(balance(C)).toBe(10_500_000_000n)
  })

  it('is the proposer’s alone', () => {
    const id = submit(chain)
    expect(() => cancel(chain, id, B)).toThrow(`invalid proposer ${B}: invalid proposer`)
    expect(() => cancel(chain, 7n)).toThrow(
      "collections: not found: key '7' of type github.com/cosmos/gogoproto/cosmos.gov.v1.Proposal",
    )
  })
})

describe('a submission', () => {
  it.each<[string, Init, string]>([
    ['no title', { title: '' }, 'proposal title cannot be empty: invalid request'],
    ['no summary', { summary: '' }, 'proposal summary cannot be empty: invalid request'],
    [
      'nothing to say or do',
      { metadata: '' },
      'either metadata or Msgs length must be non-nil: no messages proposed',
    ],
    ['no proposer', { proposer: 'x' }, 'invalid proposer address: '],
    [
      'another title in its metadata',
      { metadata: '{"title":"U","summary":"S"}' },
      "metadata title 'U' must equal proposal title 'T': invalid proposal content",
    ],
    [
      'another summary in its metadata',
      { metadata: '{"title":"T"}' },
      "metadata summary '' must equal proposal summary 'S': invalid proposal content",
    ],
    ['long metadata', { metadata: 'm'.repeat(256) }, 'got metadata with length 256: metadata too long'],
    ['a long title', { title: 't'.repeat(256) }, 'got metadata with length 256: metadata too long'],
    ['a long summary', { summary: 's'.repeat(10_201) }, 'got summary with length 10201: summary too long'],
    [
      'coins of another kind',
      { initialDeposit: [{ denom: 'uatom', amount: '1' }] },
      'deposited 1uatom, but gov accepts only the following denom(s): [uscrt]: invalid deposit denom',
    ],
    ['negative coins', { initialDeposit: uscrt(-1) }, '-1uscrt: invalid coins'],
    [
      'too small a deposit',
      { initialDeposit: uscrt(9_999_999) },
      'received 9999999uscrt but need at least one of the following: 10000000uscrt: minimum deposit is too small',
    ],
    [
      'no deposit',
      { initialDeposit: [] },
      'received  but need at least one of the following: 10000000uscrt: minimum deposit is too small',
    ],
    [
      'somebody else’s message',
      { messages: [packAny(MsgSendSchema, { fromAddress: A, toAddress: B, amount: uscrt(1) })] },
      `${A}: expected gov account as only signer for proposal message`,
    ],
    [
      'a message for nobody',
      { messages: [packAny(MsgMigrateContractProposalSchema, { authority: GOV })] },
      '/secret.compute.v1beta1.MsgMigrateContractProposal: proposal message not recognized by router',
    ],
    [
      'what is no message',
      { messages: [packAny(v1.ParamsSchema, {})] },
      'no cosmos.msg.v1.signer option found',
    ],
  ])('is refused with %s', (_, init, words) => {
    expect(() => chain.run(submission(init))).toThrow(words)
    expect(proposal(1n)).toBeUndefined()
  })

  it('takes metadata of any form', () => {
    for (const metadata of ['{', '[1]', 'null', '{"title":"T","summary":"S"}']) submit(chain, { metadata })
    expect(proposal(4n)).toBeDefined()
  })

  it('must bring a part of the deposit where the rules say so', () => {
    chain = new GovChain({ ...LOCAL_GOV_PARAMS, minInitialDepositRatio: parseDecimal('0.25') ?? ZERO })
    expect(() => submit(chain, { initialDeposit: uscrt(249_999_999) })).toThrow(
      'was (249999999uscrt), need (250000000uscrt): minimum deposit is too small',
    )
    expect(submit(chain, { initialDeposit: uscrt(250_000_000) })).toBe(1n)
    expect(() => submit(chain, { initialDeposit: uscrt(250_000_000), expedited: true })).toThrow(
      'need (625000000uscrt)',
    )
  })
})
