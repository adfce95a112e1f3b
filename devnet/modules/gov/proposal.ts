import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import type { Coin } from '../coins'
import { anyFromStored, anyToStored, type StoredAny } from '../inner-message'
import type { Nanos } from '../proto-time'
import { TimeQueue } from '../time-queue'
import { NO_VOTES, type TallyResult } from './tally'

export const STATUSES = {
  deposit: { number: 1, name: 'PROPOSAL_STATUS_DEPOSIT_PERIOD' },
  voting: { number: 2, name: 'PROPOSAL_STATUS_VOTING_PERIOD' },
  passed: { number: 3, name: 'PROPOSAL_STATUS_PASSED' },
  rejected: { number: 4, name: 'PROPOSAL_STATUS_REJECTED' },
  failed: { number: 5, name: 'PROPOSAL_STATUS_FAILED' },
} as const

export type ProposalStatus = keyof typeof STATUSES

export interface Proposal {
  readonly id: bigint
  readonly messages: readonly Pick<Any, 'typeUrl' | 'value'>[]
  readonly status: ProposalStatus
  readonly finalTally: TallyResult
  readonly submitTime: Nanos
  readonly depositEndTime: Nanos
  readonly totalDeposit: readonly Coin[]
  /** Both set once voting has begun. */
  readonly voting?: { readonly start: Nanos; readonly end: Nanos }
  readonly metadata: string
  readonly title: string
  readonly summary: string
  readonly proposer: Address
  readonly expedited: boolean
  /** Why it was rejected or failed. */
  readonly failedReason: string
}

const PROPOSALS = 'gov/proposals'
const COUNTERS = 'gov/counters'
const ID_DIGITS = 20
/** Proposals that wait for their deposit, by when that must be there. */
export const DEPOSIT_ENDS = new TimeQueue('gov/deposit-ends')
/** Proposals that are voted on, by when that ends. */
export const VOTING_ENDS = new TimeQueue('gov/voting-ends')

/** A proposal's number as it stands in keys: in the order of the numbers. */
export function idKey(id: bigint): string {
  return String(id).padStart(ID_DIGITS, '0')
}

export function findProposal(store: Store, id: bigint): Proposal | undefined {
  const text = store.area(PROPOSALS).get(idKey(id))
  return text === undefined ? undefined : fromStored(JSON.parse(text))
}

/** All proposals in the order of their numbers. */
export function allProposals(store: Store): Proposal[] {
  return store
    .area(PROPOSALS)
    .keys()
    .flatMap((key) => findProposal(store, BigInt(key)) ?? [])
}

export function writeProposal(store: Store, proposal: Proposal): void {
  store.area(PROPOSALS).set(idKey(proposal.id), JSON.stringify(toStored(proposal)))
}

/** Forgets a proposal and everything that waits for it. */
export function deleteProposal(store: Store, { id, depositEndTime, voting }: Proposal): void {
  DEPOSIT_ENDS.remove(store, depositEndTime, idKey(id))
  if (voting !== undefined) VOTING_ENDS.remove(store, voting.end, idKey(id))
  store.area(PROPOSALS).delete(idKey(id))
}

/** Counts one more proposal; the first is 1. */
export function nextProposalId(store: Store): bigint {
  const counters = store.area(COUNTERS)
  const id = BigInt(counters.get('proposal') ?? '0') + 1n
  counters.set('proposal', String(id))
  return id
}

/** What a new proposal begins with. */
export function newProposal(
  given: Pick<Proposal, 'id' | 'messages' | 'metadata' | 'title' | 'summary' | 'proposer' | 'expedited'>,
  times: Pick<Proposal, 'submitTime' | 'depositEndTime'>,
): Proposal {
  return { ...given, ...times, status: 'deposit', finalTally: NO_VOTES, totalDeposit: [], failedReason: '' }
}

interface StoredProposal
  extends Pick<
    Proposal,
    'status' | 'metadata' | 'title' | 'summary' | 'proposer' | 'expedited' | 'failedReason'
  > {
  readonly id: string
  readonly messages: readonly StoredAny[]
  readonly finalTally: Readonly<Record<keyof TallyResult, string>>
  readonly submitTime: string
  readonly depositEndTime: string
  readonly totalDeposit: readonly { readonly denom: string; readonly amount: string }[]
  readonly voting?: { readonly start: string; readonly end: string }
}

function toStored(proposal: Proposal): StoredProposal {
  const { finalTally, voting, ...rest } = proposal
  return {
    ...rest,
    id: String(rest.id),
    messages: rest.messages.map(anyToStored),
    finalTally: {
      yes: String(finalTally.yes),
      abstain: String(finalTally.abstain),
      no: String(finalTally.no),
      noWithVeto: String(finalTally.noWithVeto),
    },
    submitTime: String(rest.submitTime),
    depositEndTime: String(rest.depositEndTime),
    totalDeposit: rest.totalDeposit.map(({ denom, amount }) => ({ denom, amount: String(amount) })),
    ...(voting && { voting: { start: String(voting.start), end: String(voting.end) } }),
  }
}

function fromStored({ voting, finalTally, ...stored }: StoredProposal): Proposal {
  return {
    ...stored,
    id: BigInt(stored.id),
    messages: stored.messages.map(anyFromStored),
    finalTally: {
      yes: BigInt(finalTally.yes),
      abstain: BigInt(finalTally.abstain),
      no: BigInt(finalTally.no),
      noWithVeto: BigInt(finalTally.noWithVeto),
    },
    submitTime: BigInt(stored.submitTime),
    depositEndTime: BigInt(stored.depositEndTime),
    totalDeposit: stored.totalDeposit.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) })),
    ...(voting && { voting: { start: BigInt(voting.start), end: BigInt(voting.end) } }),
  }
}
