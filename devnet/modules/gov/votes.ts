import type { Address } from '../../../src/domain/index'
import { type Decimal, formatDecimal, ONE, parseDecimal } from '../../math/decimal'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { govError } from './gov-errors'
import { findProposal, idKey } from './proposal'
import { checkMetadataLength } from './proposal-text'
import { type Ballot, CHOICES, type Choice } from './tally'

const VOTES = 'gov/votes'
const VOTE_GAS = 3_000n

export interface Vote extends Ballot {
  readonly metadata: string
}

interface StoredVote {
  readonly options: readonly { readonly choice: Choice; readonly weight: string }[]
  readonly metadata: string
}

/** The number of an option on the wire. */
export function choiceNumber(choice: Choice): number {
  return CHOICES.indexOf(choice) + 1
}

/** The option of that number; undefined when there is none. */
export function choiceOf(number: number): Choice | undefined {
  return CHOICES[number - 1]
}

export function findVote(store: Store, proposalId: bigint, voter: Address): Vote | undefined {
  const text = store.area(VOTES).get(`${idKey(proposalId)}/${voter}`)
  return text === undefined ? undefined : fromStored(voter, JSON.parse(text))
}

export function votesOn(store: Store, proposalId: bigint): Vote[] {
  const prefix = `${idKey(proposalId)}/`
  return store
    .area(VOTES)
    .keys(prefix)
    .flatMap((key) => findVote(store, proposalId, key.slice(prefix.length) as Address) ?? [])
}

export function deleteVotes(store: Store, proposalId: bigint): void {
  for (const key of store.area(VOTES).keys(`${idKey(proposalId)}/`)) store.area(VOTES).delete(key)
}

/** Casts a vote, in place of an earlier one; throws AbciError. */
export function castVote(context: Context, proposalId: bigint, vote: Vote): void {
  if (findProposal(context.store, proposalId)?.status !== 'voting')
    throw govError('inactiveProposal', String(proposalId))
  checkMetadataLength(vote.metadata)
  context.gas.consume(VOTE_GAS, 'vote')
  const options = vote.options.map(({ choice, weight }) => ({ choice, weight: String(weight) }))
  const stored: StoredVote = { options, metadata: vote.metadata }
  context.store.area(VOTES).set(`${idKey(proposalId)}/${vote.voter}`, JSON.stringify(stored))
  const shown = vote.options.map(({ choice, weight }) => ({
    option: choiceNumber(choice),
    weight: formatDecimal(weight),
  }))
  context.events.push(
    event('proposal_vote', [
      ['voter', vote.voter],
      ['option', JSON.stringify(shown)],
      ['proposal_id', String(proposalId)],
    ]),
  )
}

/** Reads the options of a weighted vote; throws AbciError unless each stands once and their weights make one. */
export function readOptions(
  options: readonly { readonly option: number; readonly weight: string }[],
): Ballot['options'] {
  const read = options.map(({ option, weight }) => {
    const [choice, part] = [choiceOf(option), parseDecimal(weight)]
    if (choice === undefined || part === undefined || part <= 0n || part > ONE)
      throw govError('invalidVote', `option:${option} weight:"${weight}" `)
    return { choice, weight: part }
  })
  if (new Set(read.map(({ choice }) => choice)).size < read.length)
    throw govError('invalidVote', 'duplicated vote option')
  const total = read.reduce((sum, { weight }) => sum + weight, 0n)
  if (total > ONE) throw govError('invalidVote', 'total weight overflow 1.00')
  if (total < ONE) throw govError('invalidVote', 'total weight lower than 1.00')
  return read
}

function fromStored(voter: Address, { options, metadata }: StoredVote): Vote {
  return {
    voter,
    options: options.map(({ choice, weight }) => ({ choice, weight: BigInt(weight) as Decimal })),
    metadata,
  }
}
