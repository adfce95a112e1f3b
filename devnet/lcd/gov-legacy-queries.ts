import { isMessage } from '@bufbuild/protobuf'
import type { JsonObject } from '../../src/domain/index'
import { MsgExecLegacyContentSchema } from '../codec/gen/gov_pb'
import { anyToNodeJson } from '../codec/message-json'
import { type Decimal, formatDecimal, ZERO } from '../math/decimal'
import { coinToJson } from '../modules/coins'
import { readParams } from '../modules/gov/gov-params'
import { type Proposal, STATUSES } from '../modules/gov/proposal'
import type { TallyResult } from '../modules/gov/tally'
import type { Vote } from '../modules/gov/votes'
import { openAny } from '../modules/inner-message'
import { momentText, spanText } from '../modules/proto-time'
import { optionName } from './gov-queries'
import { proposalQueries } from './gov-requests'
import { GRPC, GrpcError, invalidArgument } from './grpc-error'
import { type LcdHandler, pathPart } from './lcd-request'

/** An absent time, as the chain writes it. */
const NO_TIME = '0001-01-01T00:00:00Z'

export const { proposals, proposal, tallyResult, votes, vote } = proposalQueries({
  proposal: renderProposal,
  tally: renderTally,
  vote: renderVote,
})

/** All three parts are always there; those that were not asked for are empty. */
export const govParams: LcdHandler = (_, request) => {
  const params = readParams(request.store)
  const type = pathPart(request, 'type')
  if (!['voting', 'deposit', 'tallying'].includes(type)) throw invalidArgument(`unknown params type: ${type}`)
  const [isDeposit, isTallying] = [type === 'deposit', type === 'tallying']
  const part = (value: Decimal): string => formatDecimal(isTallying ? value : ZERO)
  return {
    voting_params: { voting_period: spanText(type === 'voting' ? params.votingPeriod : 0n) },
    deposit_params: {
      min_deposit: isDeposit ? params.minDeposit.map(coinToJson) : [],
      max_deposit_period: spanText(isDeposit ? params.maxDepositPeriod : 0n),
    },
    tally_params: {
      quorum: part(params.quorum),
      threshold: part(params.threshold),
      veto_threshold: part(params.vetoThreshold),
    },
  }
}

function renderProposal(proposal: Proposal): JsonObject {
  const { voting } = proposal
  return {
    proposal_id: String(proposal.id),
    content: renderContent(proposal),
    status: STATUSES[proposal.status].name,
    final_tally_result: renderTally(proposal.finalTally),
    submit_time: momentText(proposal.submitTime),
    deposit_end_time: momentText(proposal.depositEndTime),
    total_deposit: proposal.totalDeposit.map(coinToJson),
    voting_start_time: voting === undefined ? NO_TIME : momentText(voting.start),
    voting_end_time: voting === undefined ? NO_TIME : momentText(voting.end),
  }
}

/** The content, or the message that stands in its place. */
function renderContent({ messages }: Proposal): JsonObject {
  const [only, ...others] = messages
  if (only === undefined || others.length > 0) {
    throw new GrpcError(
      GRPC.unknown,
      "can't convert a gov/v1 Proposal to gov/v1beta1 Proposal when amount of proposal messages not exactly one: invalid type",
    )
  }
  const { message } = openAny(only)
  const content = isMessage(message, MsgExecLegacyContentSchema) ? message.content : undefined
  return anyToNodeJson(content ?? only)
}

function renderTally({ yes, abstain, no, noWithVeto }: TallyResult): JsonObject {
  return { yes: String(yes), abstain: String(abstain), no: String(no), no_with_veto: String(noWithVeto) }
}

function renderVote(id: bigint, { voter, options }: Vote): JsonObject {
  return {
    proposal_id: String(id),
    voter,
    option: 'VOTE_OPTION_UNSPECIFIED',
    options: options.map(({ choice, weight }) => ({
      option: optionName(choice),
      weight: formatDecimal(weight),
    })),
  }
}
