import type { Address } from '../../../src/domain/index'
import type { AnyMessage } from '../../codec/any-message'
import { MsgExecLegacyContentSchema, type MsgSubmitProposal } from '../../codec/gen/gov_pb'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { coinsFromProto } from '../coins'
import { openAny, signersOfInner } from '../inner-message'
import { readAddress } from '../message-address'
import { GOV } from '../module-address'
import { blockTime } from '../proto-time'
import { chargeDeposits } from './deposit-returns'
import { addDeposit, checkInitialDeposit } from './deposits'
import { govError, proposalNotFound } from './gov-errors'
import { readParams } from './gov-params'
import {
  DEPOSIT_ENDS,
  deleteProposal,
  findProposal,
  idKey,
  newProposal,
  nextProposalId,
  writeProposal,
} from './proposal'
import { checkMetadataAgrees, checkMetadataLength, checkSummaryLength } from './proposal-text'
import { deleteVotes } from './votes'

const SUBMIT_GAS = 10_000n
const MESSAGE_GAS_PER_BYTE = 90n

/** What is proposed. */
export type Submission = Pick<
  MsgSubmitProposal,
  'messages' | 'initialDeposit' | 'proposer' | 'metadata' | 'title' | 'summary' | 'expedited'
>

/** The handler of MsgSubmitProposal; the new proposal's number. Throws AbciError. */
export function submitProposal(context: Context, submission: Submission): bigint {
  const { title, summary, metadata, expedited } = submission
  if (title === '') throw sdkError('invalidRequest', 'proposal title cannot be empty')
  if (summary === '') throw sdkError('invalidRequest', 'proposal summary cannot be empty')
  const proposer = readAddress(submission.proposer, 'invalid proposer address')
  if (submission.messages.length === 0 && metadata === '')
    throw govError('noMessages', 'either metadata or Msgs length must be non-nil')
  checkMetadataAgrees(metadata, title, summary)
  const amount = coinsFromProto(submission.initialDeposit)
  checkInitialDeposit(amount, expedited, readParams(context.store))
  const id = register(context, submission, proposer)
  if (addDeposit(context, id, { depositor: proposer, amount }))
    context.events.push(event('submit_proposal', [['voting_period_start', String(id)]]))
  return id
}

/** The handler of MsgCancelProposal; throws AbciError. */
export function cancelProposal(context: Context, id: bigint, proposer: Address): void {
  const { store } = context
  const proposal = findProposal(store, id)
  if (proposal === undefined) throw proposalNotFound(id)
  if (proposal.proposer !== proposer) throw govError('invalidProposer', `invalid proposer ${proposer}`)
  if (proposal.status !== 'deposit' && proposal.status !== 'voting')
    throw govError('invalidProposal', 'proposal should be in the deposit or voting period')
  if (proposal.voting !== undefined && proposal.voting.end < blockTime(context.block))
    throw govError('votingEnded', `voting period is already ended for this proposal ${id}`)
  chargeDeposits(context, id, readParams(store))
  deleteVotes(store, id)
  deleteProposal(store, proposal)
  context.events.push(
    event('cancel_proposal', [
      ['sender', proposer],
      ['proposal_id', String(id)],
    ]),
  )
}

function register(context: Context, submission: Submission, proposer: Address): bigint {
  const { store, block, gas } = context
  const { title, summary, metadata, expedited, messages } = submission
  checkMetadataLength(metadata)
  checkSummaryLength(summary)
  checkMetadataLength(title)
  for (const message of messages) checkMessage(context, openAny(message))
  const bytes = messages.reduce((sum, { value }) => sum + value.length, summary.length)
  gas.consume(SUBMIT_GAS + MESSAGE_GAS_PER_BYTE * BigInt(bytes), 'submit proposal')
  const id = nextProposalId(store)
  const submitTime = blockTime(block)
  const depositEndTime = submitTime + readParams(store).maxDepositPeriod
  const given = { id, messages, title, summary, metadata, expedited, proposer }
  writeProposal(store, newProposal(given, { submitTime, depositEndTime }))
  DEPOSIT_ENDS.add(store, depositEndTime, idKey(id))
  context.events.push(
    event('submit_proposal', [
      ['proposal_id', String(id)],
      ['proposal_messages', messages.map(({ typeUrl }) => `,${typeUrl}`).join('')],
    ]),
  )
  return id
}

/** Only messages that governance itself would send are proposed, and legacy contents must run at once. */
function checkMessage(context: Context, message: AnyMessage): void {
  const [signer, ...others] = signersOfInner(message)
  if (signer === undefined || others.length > 0) throw govError('invalidSigner')
  if (signer !== GOV) throw govError('invalidSigner', signer)
  if (!context.router.takes(message.typeUrl)) throw govError('unroutable', message.typeUrl)
  if (message.schema.typeName !== MsgExecLegacyContentSchema.typeName) return
  try {
    context.router.run({ ...context, store: context.store.branch(), events: [] }, message)
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    throw govError('invalidContent', error.message)
  }
}
