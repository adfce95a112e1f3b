import type { Address } from '../../../src/domain/index'
import { add, type Decimal, decimalOf, subtract, truncate, ZERO } from '../../math/decimal'
import { divideRounded, multiplyRounded } from '../../math/rounding'
import type { GovParams } from './gov-params'
import type { BondedValidator, DelegatedShares } from './voting-power'

/** The options in the order of their numbers on the wire, from 1. */
export const CHOICES = ['yes', 'abstain', 'no', 'noWithVeto'] as const
export type Choice = (typeof CHOICES)[number]

/** The stake behind each option, in uscrt. */
export type TallyResult = Readonly<Record<Choice, bigint>>

export const NO_VOTES: TallyResult = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }

/** One account's vote; the weights of its options make one. */
export interface Ballot {
  readonly voter: Address
  readonly options: readonly { readonly choice: Choice; readonly weight: Decimal }[]
}

/** Everything that a count needs to know. */
export interface Election {
  readonly ballots: readonly Ballot[]
  readonly validators: readonly BondedValidator[]
  delegationsOf(voter: Address): readonly DelegatedShares[]
  /** In uscrt. */
  readonly totalBonded: bigint
}

export interface Outcome {
  readonly passes: boolean
  readonly burnsDeposit: boolean
  readonly result: TallyResult
}

/** Weighs the votes: delegators speak for their own shares, validators for those of whoever did not vote. */
export function tally(election: Election, params: GovParams, expedited: boolean): Outcome {
  const count = new Count()
  const left = countDelegators(count, election)
  for (const { operator, tokens, shares } of election.validators) {
    const ballot = election.ballots.find(({ voter }) => voter === operator)
    if (ballot !== undefined) count.add(ballot, powerOf(left.get(operator) ?? shares, tokens, shares))
  }
  return { ...decide(count, election.totalBonded, params, expedited), result: count.result() }
}

/** Counts what delegators voted for themselves; the shares that remain with each validator. */
function countDelegators(
  count: Count,
  { ballots, validators, delegationsOf }: Election,
): Map<Address, Decimal> {
  const byOperator = new Map(validators.map((validator) => [validator.operator, validator]))
  const left = new Map(validators.map(({ operator, shares }) => [operator, shares]))
  for (const ballot of ballots) {
    for (const { operator, shares } of delegationsOf(ballot.voter)) {
      const validator = byOperator.get(operator)
      if (validator === undefined) continue
      left.set(operator, subtract(left.get(operator) ?? ZERO, shares))
      count.add(ballot, powerOf(shares, validator.tokens, validator.shares))
    }
  }
  return left
}

/** The tokens that shares stand for. */
function powerOf(shares: Decimal, tokens: bigint, totalShares: Decimal): Decimal {
  return totalShares === 0n ? ZERO : divideRounded((shares * tokens) as Decimal, totalShares)
}

class Count {
  readonly #powers = new Map<Choice, Decimal>()
  total: Decimal = ZERO

  add({ options }: Ballot, power: Decimal): void {
    for (const { choice, weight } of options) {
      this.#powers.set(choice, add(this.of(choice), multiplyRounded(power, weight)))
    }
    this.total = add(this.total, power)
  }

  of(choice: Choice): Decimal {
    return this.#powers.get(choice) ?? ZERO
  }

  result(): TallyResult {
    const whole = (choice: Choice): bigint => truncate(this.of(choice))
    return {
      yes: whole('yes'),
      abstain: whole('abstain'),
      no: whole('no'),
      noWithVeto: whole('noWithVeto'),
    }
  }
}

function decide(
  count: Count,
  totalBonded: bigint,
  params: GovParams,
  expedited: boolean,
): Pick<Outcome, 'passes' | 'burnsDeposit'> {
  const rejected = { passes: false, burnsDeposit: false }
  if (totalBonded === 0n) return rejected
  if (divideRounded(count.total, decimalOf(totalBonded)) < params.quorum)
    return { passes: false, burnsDeposit: params.burnVoteQuorum }
  const decided = subtract(count.total, count.of('abstain'))
  if (decided <= 0n) return rejected
  if (divideRounded(count.of('noWithVeto'), count.total) > params.vetoThreshold)
    return { passes: false, burnsDeposit: params.burnVoteVeto }
  const threshold = expedited ? params.expeditedThreshold : params.threshold
  return { passes: divideRounded(count.of('yes'), decided) > threshold, burnsDeposit: false }
}
