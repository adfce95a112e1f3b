import type { JsonObject } from '../../src/domain/index'
import { VoteOptionSchema } from '../codec/gen/gov_pb'
import { anyToNodeJson } from '../codec/message-json'
import { formatDecimal } from '../math/decimal'
import { coinToJson } from '../modules/coins'
import { type Deposit, depositsOn, findDeposit } from '../modules/gov/deposits'
import { type GovParams, readParams } from '../modules/gov/gov-params'
import { type Proposal, STATUSES } from '../modules/gov/proposal'
import type { Choice, TallyResult } from '../modules/gov/tally'
import { choiceNumber, type Vote } from '../modules/gov/votes'
import { momentText, spanText } from '../modules/proto-time'
import { proposalIdOf, proposalQueries } from './gov-requests'
import { invalidArgument, notFound } from './grpc-error'
import { addressPart, type LcdHandler, pathPart } from './lcd-request'
import { paginate } from './pagination'

export const constitution: LcdHandler = () => ({ constitution: '' })

export const { proposals, proposal, tallyResult, votes, vote } = proposalQueries({
  proposal: renderProposal,
  tally: renderTally,
  vote: renderVote,
})

export const deposits: LcdHandler = (_, request) => {
  const id = proposalIdOf(request)
  const found = depositsOn(request.store, id)
  const { items, pagination } = paginate(found, request.query, ({ depositor }) => depositor)
  return { deposits: items.map((item) => renderDeposit(id, item)), pagination }
}

export const deposit: LcdHandler = (_, request) => {
  const id = proposalIdOf(request)
  const depositor = addressPart(request, '', 'depositor')
  const found = findDeposit(request.store, id, depositor)
  if (found === undefined) {
    const key = `key '("${id}", "${depositor}")' of type github.com/cosmos/gogoproto/cosmos.gov.v1.Deposit`
    throw notFound(`collections: not found: ${key}`)
  }
  return { deposit: renderDeposit(id, found) }
}

export const govParams: LcdHandler = (_, request) => {
  const params = readParams(request.store)
  const { min_deposit, max_deposit_period, voting_period, quorum, threshold, veto_threshold } =
    renderParams(params)
  const parts = {
    deposit: { min_deposit, max_deposit_period },
    voting: { voting_period },
    tallying: { quorum, threshold, veto_threshold },
  }
  const type = pathPart(request, 'type')
  if (!Object.hasOwn(parts, type)) throw invalidArgument(`unknown params type: ${type}`)
  return {
    voting_params: type === 'voting' ? parts.voting : null,
    deposit_params: type === 'deposit' ? parts.deposit : null,
    tally_params: type === 'tallying' ? parts.tallying : null,
    params: renderParams(params),
  }
}

/** An option's name, as the chain writes enums. */
export function optionName(choice: Choice): string {
  const number = choiceNumber(choice)
  return VoteOptionSchema.values.find((value) => value.number === number)?.name ?? String(number)
}

function renderProposal(proposal: Proposal): JsonObject {
  const { voting } = proposal
  return {
    id: String(proposal.id),
    messages: proposal.messages.map(anyToNodeJson),
    status: STATUSES[proposal.status].name,
    final_tally_result: renderTally(proposal.finalTally),
    submit_time: momentText(proposal.submitTime),
    deposit_end_time: momentText(proposal.depositEndTime),
    total_deposit: proposal.totalDeposit.map(coinToJson),
    voting_start_time: voting === undefined ? null : momentText(voting.start),
    voting_end_time: voting === undefined ? null : momentText(voting.end),
    metadata: proposal.metadata,
    title: proposal.title,
    summary: proposal.summary,
    proposer: proposal.proposer,
    expedited: proposal.expedited,
    failed_reason: proposal.failedReason,
  }
}

function renderTally({ yes, abstain, no, noWithVeto }: TallyResult): JsonObject {
  return {
    yes_count: String(yes),
    abstain_count: String(abstain),
    no_count: String(no),
    no_with_veto_count: String(noWithVeto),
  }
}

function renderVote(id: bigint, { voter, options, metadata }: Vote): JsonObject {
  return {
    proposal_id: String(id),
    voter,
    options: options.map(({ choice, weight }) => ({
      option: optionName(choice),
      weight: formatDecimal(weight),
    })),
    metadata,
  }
}

function renderDeposit(id: bigint, { depositor, amount }: Deposit): JsonObject {
  return { proposal_id: String(id), depositor, amount: amount.map(coinToJson) }
}

function renderParams(params: GovParams) {
  return {
    min_deposit: params.minDeposit.map(coinToJson),
    max_deposit_period: spanText(params.maxDepositPeriod),
    voting_period: spanText(params.votingPeriod),
    quorum: formatDecimal(params.quorum),
    threshold: formatDecimal(params.threshold),
    veto_threshold: formatDecimal(params.vetoThreshold),
    min_initial_deposit_ratio: formatDecimal(params.minInitialDepositRatio),
    proposal_cancel_ratio: formatDecimal(params.proposalCancelRatio),
    proposal_cancel_dest: params.proposalCancelDest,
    expedited_voting_period: spanText(params.expeditedVotingPeriod),
    expedited_threshold: formatDecimal(params.expeditedThreshold),
    expedited_min_deposit: params.expeditedMinDeposit.map(coinToJson),
    burn_vote_quorum: params.burnVoteQuorum,
    burn_proposal_deposit_prevote: params.burnProposalDepositPrevote,
    burn_vote_veto: params.burnVoteVeto,
    min_deposit_ratio: formatDecimal(params.minDepositRatio),
  }
}
