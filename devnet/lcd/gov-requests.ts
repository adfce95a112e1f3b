import type { Address, JsonObject } from '../../src/domain/index'
import { findDeposit } from '../modules/gov/deposits'
import { allProposals, findProposal, type Proposal, STATUSES } from '../modules/gov/proposal'
import { countVotes } from '../modules/gov/proposal-ends'
import { NO_VOTES, type TallyResult } from '../modules/gov/tally'
import { findVote, type Vote, votesOn } from '../modules/gov/votes'
import { VOTING_POWER } from '../node/application'
import type { Store } from '../store/store'
import { invalidArgument, notFound } from './grpc-error'
import { addressParameter, addressPart, type LcdHandler, type LcdRequest, numberPart } from './lcd-request'
import { paginate } from './pagination'

/** The number of a proposal in the path; throws GrpcError for zero. */
export function proposalIdOf(request: LcdRequest): bigint {
  const id = BigInt(numberPart(request, 'proposalId'))
  if (id === 0n) throw invalidArgument('proposal id can not be 0')
  return id
}

/** The proposal in the path; throws `not found`. */
function requireProposal(request: LcdRequest): Proposal {
  const id = proposalIdOf(request)
  const found = findProposal(request.store, id)
  if (found === undefined) throw notFound(`proposal ${id} doesn't exist`)
  return found
}

/** The vote in the path; throws `invalid argument`, as the chain does, when there is none. */
function requireVote(request: LcdRequest): Vote {
  const id = proposalIdOf(request)
  const voter = addressPart(request, '', 'voter')
  const found = findVote(request.store, id, voter)
  if (found === undefined) throw invalidArgument(`voter: ${voter} not found for proposal: ${id}`)
  return found
}

/** How the votes stand while they are cast, and how they stood in the end. */
function tallyOf(store: Store, proposal: Proposal): TallyResult {
  if (proposal.status === 'deposit') return NO_VOTES
  return proposal.status === 'voting' ? countVotes(store, proposal, VOTING_POWER).result : proposal.finalTally
}

/** The page of proposals that a request is about, by status, voter and depositor. */
function proposalsPage(request: LcdRequest) {
  const { store, query } = request
  const status = readStatus(query.get('proposal_status') ?? '')
  const [voter, depositor] = ['voter', 'depositor'].map((name) => addressParameter(request, name))
  const found = allProposals(store).filter(
    (proposal) =>
      (status === 0 || STATUSES[proposal.status].number === status) &&
      (voter === undefined || hasVoted(store, proposal, voter)) &&
      (depositor === undefined || findDeposit(store, proposal.id, depositor) !== undefined),
  )
  return paginate(found, query, ({ id }) => String(id))
}

function hasVoted(store: Store, { id }: Proposal, voter: Address): boolean {
  return findVote(store, id, voter) !== undefined
}

/** A status by its name or number; 0, for any, when it is not one of those to filter by. */
function readStatus(text: string): number {
  if (text === '' || text === 'PROPOSAL_STATUS_UNSPECIFIED') return 0
  const known = Object.values(STATUSES)
  if (/^\d{1,9}$/.test(text)) return known.find(({ number }) => number === Number(text))?.number ?? 0
  const named = known.find(({ name }) => name === text)
  if (named === undefined) throw invalidArgument(`parsing field "proposal_status": ${text} is not valid`)
  return named.number
}

/** How one version of the module shows what both have. */
interface GovRendering {
  readonly proposal: (proposal: Proposal) => JsonObject
  readonly tally: (tally: TallyResult) => JsonObject
  readonly vote: (proposalId: bigint, vote: Vote) => JsonObject
}

/** The queries that both versions of the module answer, each in its own words. */
export function proposalQueries(
  render: GovRendering,
): Readonly<Record<'proposals' | 'proposal' | 'tallyResult' | 'votes' | 'vote', LcdHandler>> {
  return {
    proposals(_, request) {
      const { items, pagination } = proposalsPage(request)
      return { proposals: items.map(render.proposal), pagination }
    },
    proposal: (_, request) => ({ proposal: render.proposal(requireProposal(request)) }),
    tallyResult: (_, request) => ({
      tally: render.tally(tallyOf(request.store, requireProposal(request))),
    }),
    votes(_, request) {
      const id = proposalIdOf(request)
      const { items, pagination } = paginate(votesOn(request.store, id), request.query, ({ voter }) => voter)
      return { votes: items.map((item) => render.vote(id, item)), pagination }
    },
    vote: (_, request) => ({ vote: render.vote(proposalIdOf(request), requireVote(request)) }),
  }
}
