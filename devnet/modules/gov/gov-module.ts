import { packAny } from '../../codec/any-message'
import * as v1 from '../../codec/gen/gov_pb'
import * as v1beta1 from '../../codec/gen/gov-v1beta1_pb'
import type { Coin } from '../../codec/gen/wire_pb'
import { decimalFromWire, formatDecimal, ONE } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import { type ChainModule, handler, type MessageHandler, response } from '../../node/chain-module'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { checkCoins, coinsFromProto } from '../coins'
import { readAddress } from '../message-address'
import { GOV } from '../module-address'
import { blockTime, momentToProto } from '../proto-time'
import { addDeposit } from './deposits'
import { govError } from './gov-errors'
import { type GovParams, LOCAL_GOV_PARAMS, paramsFromProto, writeParams } from './gov-params'
import { checkContent, openContent, runContent } from './legacy-content'
import { endProposals } from './proposal-ends'
import { cancelProposal, submitProposal } from './submission'
import { castVote, choiceOf, readOptions } from './votes'
import type { VotingPower } from './voting-power'

/** The gov module in both versions of its messages (Protocol 3.4, 4.4). */
export function createGovModule(power: VotingPower, params: GovParams = LOCAL_GOV_PARAMS): ChainModule {
  return {
    name: 'gov',
    messages: [...MESSAGES, ...LEGACY_MESSAGES],
    genesis: ({ store }) => writeParams(store, params),
    endBlock: (context) => endProposals(context, power),
  }
}

const MESSAGES: readonly MessageHandler[] = [
  handler(v1.MsgSubmitProposalSchema, (context, message) =>
    response(v1.MsgSubmitProposalResponseSchema, { proposalId: submitProposal(context, message) }),
  ),
  handler(v1.MsgVoteSchema, (context, message) => {
    vote(context, message)
    return undefined
  }),
  handler(v1.MsgVoteWeightedSchema, (context, message) => {
    voteWeighted(context, message)
    return undefined
  }),
  handler(v1.MsgDepositSchema, (context, message) => {
    deposit(context, message)
    return undefined
  }),
  handler(v1.MsgCancelProposalSchema, (context, { proposalId, proposer }) => {
    cancelProposal(context, proposalId, readAddress(proposer, 'invalid proposer address'))
    return response(v1.MsgCancelProposalResponseSchema, {
      proposalId,
      canceledTime: momentToProto(blockTime(context.block)),
      canceledHeight: BigInt(context.block.height),
    })
  }),
  handler(v1.MsgExecLegacyContentSchema, (context, { authority, content }) => {
    if (authority !== GOV) throw govError('invalidSigner', `expected ${GOV} got ${authority}`)
    if (content === undefined) throw govError('invalidContent', 'expected content to be non-nil')
    runContent(context, openContent(content))
    return undefined
  }),
  handler(v1.MsgUpdateParamsSchema, ({ store }, { authority, params }) => {
    if (authority !== GOV)
      throw govError('invalidSigner', `invalid authority; expected ${GOV}, got ${authority}`)
    writeParams(store, paramsFromProto(params))
    return undefined
  }),
]

const LEGACY_MESSAGES: readonly MessageHandler[] = [
  handler(v1beta1.MsgSubmitProposalSchema, (context, { content, initialDeposit, proposer }) => {
    if (content === undefined) throw govError('invalidContent', 'missing content')
    const opened = openContent(content)
    checkContent(opened)
    const proposalId = submitProposal(context, {
      messages: [packAny(v1.MsgExecLegacyContentSchema, { authority: GOV, content })],
      initialDeposit,
      proposer,
      metadata: '',
      title: opened.title,
      summary: opened.description,
      expedited: false,
    })
    return response(v1beta1.MsgSubmitProposalResponseSchema, { proposalId })
  }),
  handler(v1beta1.MsgVoteSchema, (context, message) => {
    vote(context, { ...message, metadata: '' })
    return undefined
  }),
  handler(v1beta1.MsgVoteWeightedSchema, (context, { options, ...message }) => {
    const inText = options.map(({ option, weight }) => ({ option, weight: textOf(weight) }))
    voteWeighted(context, { ...message, options: inText, metadata: '' })
    return undefined
  }),
  handler(v1beta1.MsgDepositSchema, (context, message) => {
    deposit(context, message)
    return undefined
  }),
]

type Voting = Pick<v1.MsgVote, 'proposalId' | 'voter' | 'metadata'>

function vote(context: Context, { proposalId, voter, option, metadata }: Voting & { option: number }): void {
  const address = readAddress(voter, 'invalid voter address')
  const choice = choiceOf(option)
  if (choice === undefined) {
    const known = v1.VoteOptionSchema.values.find(({ number }) => number === option)
    throw govError('invalidVote', known?.name ?? String(option))
  }
  castVote(context, proposalId, { voter: address, options: [{ choice, weight: ONE }], metadata })
}

function voteWeighted(
  context: Context,
  {
    proposalId,
    voter,
    options,
    metadata,
  }: Voting & { options: readonly Pick<v1.WeightedVoteOption, 'option' | 'weight'>[] },
): void {
  const address = readAddress(voter, 'invalid voter address')
  if (options.length === 0) throw sdkError('invalidRequest', '[]')
  castVote(context, proposalId, { voter: address, options: readOptions(options), metadata })
}

function deposit(
  context: Context,
  {
    proposalId,
    depositor,
    amount,
  }: { readonly proposalId: bigint; readonly depositor: string; readonly amount: readonly Coin[] },
): void {
  const address = readAddress(depositor, 'invalid depositor address')
  const coins = coinsFromProto(amount)
  checkCoins(coins)
  if (addDeposit(context, proposalId, { depositor: address, amount: coins }))
    context.events.push(event('proposal_deposit', [['voting_period_start', String(proposalId)]]))
}

/** The older messages carry a weight without its point. */
function textOf(digits: string): string {
  const weight = decimalFromWire(digits)
  return weight === undefined ? digits : formatDecimal(weight)
}
