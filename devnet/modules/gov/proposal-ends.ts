import type { AnyMessage } from '../../codec/any-message'
import { messageText } from '../../codec/message-text'
import { AbciError } from '../../node/abci-error'
import { atomically, type Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { openAny } from '../inner-message'
import { blockTime } from '../proto-time'
import { burnDeposits, refundDeposits } from './deposit-returns'
import { isFunded, openVoting } from './deposits'
import { readParams } from './gov-params'
import {
  DEPOSIT_ENDS,
  deleteProposal,
  findProposal,
  idKey,
  type Proposal,
  VOTING_ENDS,
  writeProposal,
} from './proposal'
import { type Outcome, tally } from './tally'
import { deleteVotes, votesOn } from './votes'
import type { VotingPower } from './voting-power'

/** Ends what has come to its end: waiting for a deposit, and voting. Every block does it. */
export function endProposals(context: Context, power: VotingPower): void {
  const now = blockTime(context.block)
  for (const proposal of take(context.store, DEPOSIT_ENDS.takeDue(context.store, now)))
    endDeposit(context, proposal)
  for (const proposal of take(context.store, VOTING_ENDS.takeDue(context.store, now)))
    endVoting(context, proposal, power)
}

/** How the votes on a proposal stand. */
export function countVotes(store: Store, { id, expedited }: Proposal, power: VotingPower): Outcome {
  const election = {
    ballots: votesOn(store, id),
    validators: power.bondedValidators(store),
    delegationsOf: (voter: Parameters<VotingPower['delegationsOf']>[1]) => power.delegationsOf(store, voter),
    totalBonded: power.totalBonded(store),
  }
  return tally(election, readParams(store), expedited)
}

function take(store: Store, keys: readonly string[]): Proposal[] {
  return keys.flatMap((key) => findProposal(store, BigInt(key)) ?? [])
}

/** Drops a proposal whose deposit never was enough, unless less is enough by now. */
function endDeposit(context: Context, proposal: Proposal): void {
  const params = readParams(context.store)
  if (isFunded(proposal, params)) {
    openVoting(context, proposal)
    return
  }
  deleteProposal(context.store, proposal)
  if (params.burnProposalDepositPrevote) burnDeposits(context, proposal.id)
  else refundDeposits(context, proposal.id)
  context.events.push(
    event('inactive_proposal', [
      ['proposal_id', String(proposal.id)],
      ['proposal_result', 'proposal_dropped'],
    ]),
  )
}

/** What voting led to, and how the chain calls it in its events. */
interface Ending {
  readonly proposal: Proposal
  readonly result: string
  readonly log: string
}

function endVoting(context: Context, proposal: Proposal, power: VotingPower): void {
  const { passes, burnsDeposit, result } = countVotes(context.store, proposal, power)
  deleteVotes(context.store, proposal.id)
  if (passes || !proposal.expedited) {
    if (burnsDeposit) burnDeposits(context, proposal.id)
    else refundDeposits(context, proposal.id)
  }
  const ending = passes ? carryOut(context, proposal) : turnDown(context.store, proposal)
  writeProposal(context.store, { ...ending.proposal, finalTally: result })
  context.events.push(
    event('active_proposal', [
      ['proposal_id', String(proposal.id)],
      ['proposal_result', ending.result],
      ['proposal_log', ending.log],
    ]),
  )
}

/** An expedited proposal that did not pass is voted on as any other one. */
function turnDown(store: Store, proposal: Proposal): Ending {
  if (!proposal.expedited || proposal.voting === undefined) {
    const failedReason = 'proposal did not get enough votes to pass'
    return {
      proposal: { ...proposal, status: 'rejected', failedReason },
      result: 'proposal_rejected',
      log: 'rejected',
    }
  }
  const { start } = proposal.voting
  const end = start + readParams(store).votingPeriod
  VOTING_ENDS.add(store, end, idKey(proposal.id))
  return {
    proposal: { ...proposal, expedited: false, voting: { start, end } },
    result: 'expedited_proposal_rejected',
    log: 'expedited proposal converted to regular',
  }
}

/** Runs all messages of a proposal or none. */
function carryOut(context: Context, proposal: Proposal): Ending {
  const messages = proposal.messages.map(openAny)
  let [at, failedReason] = [0, '']
  try {
    atomically(context, (inner) => {
      for (const [index, message] of messages.entries()) {
        at = index
        runMessage(inner, message)
      }
    })
    return { proposal: { ...proposal, status: 'passed' }, result: 'proposal_passed', log: 'passed' }
  } catch (error) {
    failedReason = reasonOf(error, messages[at])
  }
  return {
    proposal: { ...proposal, status: 'failed', failedReason },
    result: 'proposal_failed',
    log: `passed, but msg ${at} (${messages[at]?.typeUrl}) failed on execution: ${failedReason}`,
  }
}

function runMessage(context: Context, message: AnyMessage): void {
  // No transaction holds it, so the enclave cannot verify a message that is for it (Protocol 3.3).
  const unverified = context.router.refusalToSimulate(message)
  if (unverified !== undefined) throw unverified
  context.router.run(context, message)
}

/** A proposal that breaks the node's own code fails alone; blocks go on. */
function reasonOf(error: unknown, message: AnyMessage | undefined): string {
  if (error instanceof AbciError) return error.message
  const text = message === undefined ? '' : messageText(message.schema, message.message)
  return `handling x/gov proposal msg [${text}] PANICKED: ${String(error)}`
}
