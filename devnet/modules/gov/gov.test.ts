import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/domain/index'
import { packAny } from '../../codec/any-message'
import { MsgMigrateContractProposalSchema } from '../../codec/gen/compute_pb'
import { getBalance, getSupply } from '../bank/bank'
import { GOV } from '../module-address'
import { seconds } from '../proto-time'
import { depositsOn } from './deposits'
import { A, attributesOf, B, D, GovChain } from './gov-chain.fake'
import {
  cancel,
  deposit,
  fromGov,
  type Init,
  MIN,
  submission,
  submit,
  uscrt,
  vote,
} from './gov-messages.fake'
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
    const opened = deposit(chain, 1n, 10_000_000)
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
    deposit(chain, 1n, 10_000_000)
    expect(depositsOn(chain.store, 1n).find(({ depositor }) => depositor === B)?.amount[0]?.amount).toBe(
      20_000_000n,
    )
    expect(submit(chain)).toBe(2n)
  })

  it('passes, does what it says and gives the deposit back', () => {
    const before = balance(A)
    const id = submit(chain, { messages: [fromGov(5), fromGov(6)] })
    expect(balance(A)).toBe(before - BigInt(MIN))
    const { events } = vote(chain, id, A, 1)
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
    expect(() => vote(chain, id, A, 1)).toThrow('1: inactive proposal')
    expect(() => deposit(chain, id, MIN)).toThrow('1: inactive proposal')
    expect(() => cancel(chain, id)).toThrow(
      'proposal should be in the deposit or voting period: invalid proposal',
    )
  })

  it('does nothing at all when one of its messages fails', () => {
    const id = submit(chain, { messages: [fromGov(5), fromGov(10 ** 15)] })
    vote(chain, id, A, 1)
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
    const id = submit(chain)
    vote(chain, id, A, 3)
    chain.pass(VOTING_SECONDS)
    expect(proposal(id)).toMatchObject({
      status: 'rejected',
      failedReason: 'proposal did not get enough votes to pass',
      finalTally: { no: 80n },
    })
  })

  it('loses its deposit to a veto', () => {
    const before = supply()
    const id = submit(chain)
    vote(chain, id, A, 4)
    const ended = chain.pass(VOTING_SECONDS)
    expect(attributesOf(ended, 'burn')).toEqual({ burner: GOV, amount: '1000000000uscrt' })
    expect(supply()).toBe(before - BigInt(MIN))
    expect(proposal(id)).toMatchObject({ status: 'rejected' })
  })

  it('is dropped when its deposit never comes', () => {
    const before = balance(A)
    const id = submit(chain, { initialDeposit: uscrt(10_000_000) })
    const ended = chain.pass(604_800)
    expect(attributesOf(ended, 'inactive_proposal')).toEqual({
      proposal_id: '1',
      proposal_result: 'proposal_dropped',
    })
    expect(proposal(id)).toBeUndefined()
    expect(balance(A)).toBe(before)
    chain = new GovChain({ ...LOCAL_GOV_PARAMS, burnProposalDepositPrevote: true })
    submit(chain, { initialDeposit: uscrt(10_000_000) })
    expect(attributesOf(chain.pass(604_800), 'burn')).toMatchObject({ amount: '10000000uscrt' })
  })

  it('breaks nothing but itself when a module’s own code breaks', () => {
    const broken = {
      name: 'broken',
      messages: [
        {
          schema: MsgMigrateContractProposalSchema,
          run: () => {
            throw new TypeError('oh')
          },
        },
      ],
    }
    chain = new GovChain(LOCAL_GOV_PARAMS, [broken])
    const id = submit(chain, { messages: [packAny(MsgMigrateContractProposalSchema, { authority: GOV })] })
    vote(chain, id, A, 1)
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
    const id = submit(chain, init)
    vote(chain, id, A, 1)
    chain.pass(15)
    expect(proposal(id)).toMatchObject({ status: 'passed', expedited: true })
  })

  it('becomes a regular one when they are not enough', () => {
    const id = submit(chain, init)
    const before = balance(A)
    vote(chain, id, A, 1)
    vote(chain, id, B, 3)
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
    vote(chain, id, A, 1)
    vote(chain, id, B, 3)
    chain.pass(74)
    expect(proposal(id)).toMatchObject({ status: 'voting' })
    chain.pass(1)
    expect(proposal(id)).toMatchObject({ status: 'passed' })
    expect(balance(A)).toBe(before + 2_500_000_000n)
  })

  it('needs a larger deposit', () => {
    const id = submit(chain, { ...init, initialDeposit: uscrt(MIN) })
    expect(proposal(id)).toMatchObject({ status: 'deposit' })
  })
})
