import { fromBinary } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/domain/index'
import { anyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema, MsgSetSendEnabledSchema } from '../../codec/gen/bank_pb'
import * as v1 from '../../codec/gen/gov_pb'
import { parseDecimal, ZERO } from '../../math/decimal'
import { getBalance, getSupply } from '../bank/bank'
import { GOV } from '../module-address'
import { seconds } from '../proto-time'
import { depositsOn } from './deposits'
import { A, attributesOf, B, C, D, GovChain } from './gov-chain.fake'
import { LOCAL_GOV_PARAMS } from './gov-params'
import { findProposal } from './proposal'
import { votesOn } from './votes'

const MIN = 1_000_000_000
const VOTING_SECONDS = 90

let chain: GovChain
beforeEach(() => {
  chain = new GovChain()
})

const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const fromGov = (amount: number, to: string = D): Any =>
  packAny(MsgSendSchema, { fromAddress: GOV, toAddress: to, amount: uscrt(amount) })

interface Init {
  readonly messages?: Any[]
  readonly initialDeposit?: ReturnType<typeof uscrt>
  readonly proposer?: string
  readonly metadata?: string
  readonly title?: string
  readonly summary?: string
  readonly expedited?: boolean
}

function submission(init: Init = {}) {
  const given = { messages: [], metadata: 'ipfs://x', title: 'T', summary: 'S', initialDeposit: uscrt(MIN) }
  return anyMessage(v1.MsgSubmitProposalSchema, { proposer: A, ...given, ...init })
}

/** Submits and gives the proposal's number. */
function submit(init: Init = {}): bigint {
  return fromBinary(v1.MsgSubmitProposalResponseSchema, chain.run(submission(init)).answer.value).proposalId
}

function vote(proposalId: bigint, voter: Address, option: 0 | 1 | 2 | 3 | 4, metadata = '') {
  return chain.run(anyMessage(v1.MsgVoteSchema, { proposalId, voter, option, metadata }))
}

function deposit(proposalId: bigint, amount: number, depositor: Address = B) {
  return chain.run(anyMessage(v1.MsgDepositSchema, { proposalId, depositor, amount: uscrt(amount) }))
}

const cancel = (proposalId: bigint, proposer: Address = A) =>
  chain.run(anyMessage(v1.MsgCancelProposalSchema, { proposalId, proposer }))
const proposal = (id: bigint) => findProposal(chain.store, id)
const balance = (address: Address): bigint => getBalance(chain.store, address, 'uscrt')
const supply = (): bigint => getSupply(chain.store)[0]?.amount ?? 0n

describe('a proposal', () => {
  it('waits for its deposit, then is voted on', () => {
    const { events } = chain.run(submission({ initialDeposit: uscrt(MIN - 10_000_000) }))
    expect(attributesOf(events, 'submit_proposal')).toEqual({ proposal_id: '1', proposal_messages: '' })
    expect(attributesOf(events, 'proposal_deposit')).toEqual({
      depositor: A,
      amount: '990000000uscrt',
      proposal_id: '1',
    })
    expect(proposal(1n)).toMatchObject({
      status: 'deposit',
      proposer: A,
      totalDeposit: [{ amount: 990_000_000n }],
    })
    const opened = deposit(1n, 10_000_000)
    expect(opened.events.at(-1)).toMatchObject({
      type: 'proposal_deposit',
      attributes: [{ key: 'voting_period_start', value: '1' }],
    })
    expect(proposal(1n)).toMatchObject({ status: 'voting' })
    const { start, end } = proposal(1n)?.voting ?? { start: 0n, end: 0n }
    expect(end - start).toBe(seconds(90n))
    expect(
      depositsOn(chain.store, 1n)
        .map(({ depositor }) => depositor)
        .sort(),
    ).toEqual([A, B].sort())
    deposit(1n, 10_000_000)
    expect(depositsOn(chain.store, 1n).find(({ depositor }) => depositor === B)?.amount[0]?.amount).toBe(
      20_000_000n,
    )
    expect(submit()).toBe(2n)
  })

  it('passes, does what it says and gives the deposit back', () => {
    const before = balance(A)
    const id = submit({ messages: [fromGov(5), fromGov(6)] })
    expect(balance(A)).toBe(before - BigInt(MIN))
    const { events } = vote(id, A, 1)
    expect(attributesOf(events, 'proposal_vote')).toEqual({
      voter: A,
      option: '[{"option":1,"weight":"1.000000000000000000"}]',
      proposal_id: '1',
    })
    expect(chain.pass(VOTING_SECONDS - 1)).toEqual([])
    const ended = chain.pass(1)
    expect(attributesOf(ended, 'active_proposal')).toEqual({
      proposal_id: '1',
      proposal_result: 'proposal_passed',
      proposal_log: 'passed',
    })
    expect(proposal(id)).toMatchObject({ status: 'passed', finalTally: { yes: 80n }, failedReason: '' })
    expect(balance(A)).toBe(before)
    expect(balance(D)).toBe(10_000_000_011n)
    expect(votesOn(chain.store, id)).toEqual([])
    expect(depositsOn(chain.store, id)).toEqual([])
    expect(() => vote(id, A, 1)).toThrow('1: inactive proposal')
    expect(() => deposit(id, MIN)).toThrow('1: inactive proposal')
    expect(() => cancel(id)).toThrow('proposal should be in the deposit or voting period: invalid proposal')
  })

  it('does nothing at all when one of its messages fails', () => {
    const id = submit({ messages: [fromGov(5), fromGov(10 ** 15)] })
    vote(id, A, 1)
    const ended = chain.pass(VOTING_SECONDS)
    const reason = expect.stringMatching(
      /^spendable balance .* is smaller than 1000000000000000uscrt: insufficient funds$/,
    )
    expect(proposal(id)).toMatchObject({ status: 'failed', failedReason: reason })
    expect(attributesOf(ended, 'active_proposal')).toMatchObject({
      proposal_result: 'proposal_failed',
      proposal_log: expect.stringMatching(
        /^passed, but msg 1 \(\/cosmos.bank.v1beta1.MsgSend\) failed on execution: spendable balance/,
      ),
    })
    expect(balance(D)).toBe(10_000_000_000n)
  })

  it('is rejected when not enough want it', () => {
    const id = submit()
    vote(id, A, 3)
    chain.pass(VOTING_SECONDS)
    expect(proposal(id)).toMatchObject({
      status: 'rejected',
      failedReason: 'proposal did not get enough votes to pass',
      finalTally: { no: 80n },
    })
  })

  it('loses its deposit to a veto', () => {
    const before = supply()
    const id = submit()
    vote(id, A, 4)
    const ended = chain.pass(VOTING_SECONDS)
    expect(attributesOf(ended, 'burn')).toEqual({ burner: GOV, amount: '1000000000uscrt' })
    expect(supply()).toBe(before - BigInt(MIN))
    expect(proposal(id)).toMatchObject({ status: 'rejected' })
  })

  it('is dropped when its deposit never comes', () => {
    const before = balance(A)
    const id = submit({ initialDeposit: uscrt(10_000_000) })
    const ended = chain.pass(604_800)
    expect(attributesOf(ended, 'inactive_proposal')).toEqual({
      proposal_id: '1',
      proposal_result: 'proposal_dropped',
    })
    expect(proposal(id)).toBeUndefined()
    expect(balance(A)).toBe(before)
    chain = new GovChain({ ...LOCAL_GOV_PARAMS, burnProposalDepositPrevote: true })
    submit({ initialDeposit: uscrt(10_000_000) })
    expect(attributesOf(chain.pass(604_800), 'burn')).toMatchObject({ amount: '10000000uscrt' })
  })

  it('breaks nothing but itself when a module’s own code breaks', () => {
    const broken = {
      name: 'broken',
      messages: [
        {
          schema: MsgSetSendEnabledSchema,
          run: () => {
            throw new TypeError('oh')
          },
        },
      ],
    }
    chain = new GovChain(LOCAL_GOV_PARAMS, [broken])
    const id = submit({ messages: [packAny(MsgSetSendEnabledSchema, { authority: GOV })] })
    vote(id, A, 1)
    chain.pass(VOTING_SECONDS)
    expect(proposal(id)).toMatchObject({
      status: 'failed',
      failedReason: `handling x/gov proposal msg [authority:"${GOV}" ] PANICKED: TypeError: oh`,
    })
  })
})

describe('an expedited proposal', () => {
  const init: Init = { expedited: true, initialDeposit: uscrt(2_500_000_000) }

  it('passes in a shorter time with more votes', () => {
    const id = submit(init)
    vote(id, A, 1)
    chain.pass(15)
    expect(proposal(id)).toMatchObject({ status: 'passed', expedited: true })
  })

  it('becomes a regular one when they are not enough', () => {
    const id = submit(init)
    const before = balance(A)
    vote(id, A, 1)
    vote(id, B, 3)
    const ended = chain.pass(15)
    expect(attributesOf(ended, 'active_proposal')).toMatchObject({
      proposal_result: 'expedited_proposal_rejected',
      proposal_log: 'expedited proposal converted to regular',
    })
    expect(proposal(id)).toMatchObject({
      status: 'voting',
      expedited: false,
      finalTally: { yes: 80n, no: 50n },
    })
    expect(balance(A)).toBe(before)
    vote(id, A, 1)
    vote(id, B, 3)
    chain.pass(74)
    expect(proposal(id)).toMatchObject({ status: 'voting' })
    chain.pass(1)
    expect(proposal(id)).toMatchObject({ status: 'passed' })
    expect(balance(A)).toBe(before + 2_500_000_000n)
  })

  it('needs a larger deposit', () => {
    const id = submit({ ...init, initialDeposit: uscrt(MIN) })
    expect(proposal(id)).toMatchObject({ status: 'deposit' })
  })
})

describe('a vote', () => {
  it('may be changed, and split', () => {
    const id = submit()
    vote(id, A, 3)
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
    const id = submit()
    const options = pairs.map(([option, weight]) => ({ option: option as 1, weight }))
    const message = anyMessage(v1.MsgVoteWeightedSchema, { proposalId: id, voter: A, options })
    expect(() => chain.run(message)).toThrow(words)
  })

  it('is refused without an option, too early, or with too much to say', () => {
    const id = submit({ initialDeposit: uscrt(10_000_000) })
    expect(() => vote(id, A, 1)).toThrow('1: inactive proposal')
    expect(() => vote(9n, A, 1)).toThrow('9: inactive proposal')
    expect(() => vote(id, A, 0)).toThrow('VOTE_OPTION_UNSPECIFIED: invalid vote option')
    deposit(id, MIN)
    expect(() => vote(id, A, 1, 'x'.repeat(256))).toThrow('got metadata with length 256: metadata too long')
  })
})

describe('cancelling', () => {
  it('costs half of every deposit and forgets the proposal', () => {
    const [before, total] = [balance(A), supply()]
    const id = submit({ initialDeposit: uscrt(10_000_001) })
    deposit(id, MIN)
    vote(id, B, 1)
    const { answer, events } = cancel(id)
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
    cancel(submit())
    expect(balance(C)).toBe(10_500_000_000n)
  })

  it('is the proposer’s alone', () => {
    const id = submit()
    expect(() => cancel(id, B)).toThrow(`invalid proposer ${B}: invalid proposer`)
    expect(() => cancel(7n)).toThrow(
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
      { messages: [packAny(MsgSetSendEnabledSchema, { authority: GOV })] },
      '/cosmos.bank.v1beta1.MsgSetSendEnabled: proposal message not recognized by router',
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
    for (const metadata of ['{', '[1]', 'null', '{"title":"T","summary":"S"}']) submit({ metadata })
    expect(proposal(4n)).toBeDefined()
  })

  it('must bring a part of the deposit where the rules say so', () => {
    chain = new GovChain({ ...LOCAL_GOV_PARAMS, minInitialDepositRatio: parseDecimal('0.25') ?? ZERO })
    expect(() => submit({ initialDeposit: uscrt(249_999_999) })).toThrow(
      'was (249999999uscrt), need (250000000uscrt): minimum deposit is too small',
    )
    expect(submit({ initialDeposit: uscrt(250_000_000) })).toBe(1n)
    expect(() => submit({ initialDeposit: uscrt(250_000_000), expedited: true })).toThrow(
      'need (625000000uscrt)',
    )
  })
})
