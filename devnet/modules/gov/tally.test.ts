import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../../src/domain/index'
import { type Decimal, decimalOf, ONE, parseDecimal, ZERO } from '../../math/decimal'
import { Store } from '../../store/store'
import { A, B, C, D, POWER } from './gov-chain.fake'
import { LOCAL_GOV_PARAMS } from './gov-params'
import { type Ballot, CHOICES, type Choice, type Election, tally } from './tally'
import { NO_STAKE } from './voting-power'

const store = new Store()
const part = (text: string): Decimal => parseDecimal(text) ?? ZERO
const vote = (voter: Address, choice: Choice): Ballot => ({ voter, options: [{ choice, weight: ONE }] })

function election(ballots: readonly Ballot[], power = POWER): Election {
  return {
    ballots,
    validators: power.bondedValidators(store),
    delegationsOf: (voter) => power.delegationsOf(store, voter),
    totalBonded: power.totalBonded(store),
  }
}

const count = (ballots: readonly Ballot[], params = LOCAL_GOV_PARAMS, expedited = false) =>
  tally(election(ballots), params, expedited)

describe('a count', () => {
  it('lets validators speak for whoever is silent, and nobody else', () => {
    expect(count([vote(A, 'yes')])).toEqual({
      passes: true,
      burnsDeposit: false,
      result: { yes: 80n, abstain: 0n, no: 0n, noWithVeto: 0n },
    })
    expect(count([vote(A, 'yes'), vote(C, 'no')]).result).toMatchObject({ yes: 60n, no: 20n })
    expect(count([vote(C, 'no'), vote(D, 'abstain')]).result).toMatchObject({ no: 20n, abstain: 10n })
  })

  it('weighs shares by what they are worth', () => {
    expect(count([vote(B, 'yes')]).result.yes).toBe(50n)
    expect(count([vote(B, 'yes'), vote(D, 'no')]).result).toMatchObject({ yes: 40n, no: 10n })
  })

  it('splits a vote by its weights', () => {
    const split: Ballot = {
      voter: A,
      options: [
        { choice: 'yes', weight: part('0.7') },
        { choice: 'abstain', weight: part('0.3') },
      ],
    }
    expect(count([split]).result).toMatchObject({ yes: 56n, abstain: 24n })
  })

  it('needs a quorum, someone who does not abstain, and more than half', () => {
    const burning = { ...LOCAL_GOV_PARAMS, burnVoteQuorum: true }
    expect(count([vote(C, 'yes')])).toMatchObject({ passes: false, burnsDeposit: false })
    expect(count([vote(C, 'yes')], burning)).toMatchObject({ passes: false, burnsDeposit: true })
    expect(count([vote(A, 'abstain')])).toMatchObject({ passes: false, burnsDeposit: false })
    expect(count([vote(A, 'no'), vote(B, 'yes')])).toMatchObject({ passes: false, burnsDeposit: false })
    expect(count([vote(A, 'yes'), vote(B, 'no')])).toMatchObject({ passes: true })
  })

  it('is more demanding when it is expedited', () => {
    const ballots = [vote(A, 'yes'), vote(B, 'no')]
    expect(count(ballots, LOCAL_GOV_PARAMS, true)).toMatchObject({ passes: false })
    expect(count([...ballots, vote(D, 'yes')], LOCAL_GOV_PARAMS, true)).toMatchObject({ passes: true })
  })

  it('is stopped by a third of vetoes, which burn the deposit', () => {
    const ballots = [vote(A, 'yes'), vote(B, 'noWithVeto')]
    expect(count(ballots)).toMatchObject({ passes: false, burnsDeposit: true })
    const sparing = { ...LOCAL_GOV_PARAMS, burnVoteVeto: false }
    expect(count(ballots, sparing)).toMatchObject({ passes: false, burnsDeposit: false })
    expect(count([...ballots, vote(D, 'yes')])).toMatchObject({ passes: true })
  })

  it('gives nothing where nothing is staked', () => {
    expect(tally(election([vote(A, 'yes')], NO_STAKE), LOCAL_GOV_PARAMS, false)).toMatchObject({
      passes: false,
      burnsDeposit: false,
      result: { yes: 0n },
    })
  })
})

describe('whatever the stakes and votes', () => {
  const VOTERS = Array.from({ length: 6 }, (_, at) => `voter${at}` as Address)
  const stake = fc.bigInt({ min: 0n, max: 10n ** 15n })
  /** Each of the first three runs a validator; everybody has some stake with each of them. */
  const stakes = fc.array(fc.array(stake, { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 6 })
  const options = fc
    .tuple(fc.constantFrom(...CHOICES), fc.constantFrom(...CHOICES), fc.bigInt({ min: 1n, max: ONE }))
    .map(([first, second, weight]): Ballot['options'] =>
      first === second || weight === ONE
        ? [{ choice: first, weight: ONE }]
        : [
            { choice: first, weight: weight as Decimal },
            { choice: second, weight: (ONE - weight) as Decimal },
          ],
    )
  const ballots = fc
    .tuple(fc.subarray(VOTERS), fc.array(options, { minLength: 6, maxLength: 6 }))
    .map(([voters, chosen]) => voters.map((voter, at): Ballot => ({ voter, options: chosen[at] ?? [] })))

  function electionOf(table: readonly (readonly bigint[])[], cast: readonly Ballot[]): Election {
    const tokensOf = (at: number): bigint => table.reduce((sum, row) => sum + (row[at] ?? 0n), 0n)
    const validators = [0, 1, 2].map((at) => ({
      operator: VOTERS[at] as Address,
      tokens: tokensOf(at),
      shares: decimalOf(tokensOf(at)),
    }))
    return {
      ballots: cast,
      validators,
      delegationsOf: (voter) =>
        (table[VOTERS.indexOf(voter)] ?? []).flatMap((tokens, at) =>
          tokens === 0n ? [] : { operator: VOTERS[at] as Address, shares: decimalOf(tokens) },
        ),
      totalBonded: validators.reduce((sum, { tokens }) => sum + tokens, 0n),
    }
  }

  const sumOf = (result: Readonly<Record<Choice, bigint>>): bigint =>
    CHOICES.reduce((sum, choice) => sum + result[choice], 0n)

  it('counts no stake twice, and all of it when every validator votes', () => {
    fc.assert(
      fc.property(stakes, ballots, (table, cast) => {
        const election = electionOf(table, cast)
        const { result } = tally(election, LOCAL_GOV_PARAMS, false)
        const total = sumOf(result)
        expect(CHOICES.every((choice) => result[choice] >= 0n)).toBe(true)
        expect(total).toBeLessThanOrEqual(election.totalBonded)
        const validatorsVoted = [0, 1, 2].every((at) => cast.some(({ voter }) => voter === VOTERS[at]))
        // Cutting off below one takes less than one from each of the four sums.
        if (validatorsVoted) expect(election.totalBonded - total).toBeLessThan(5n)
      }),
    )
  })

  it('counts a delegator’s own vote and not the validator’s', () => {
    fc.assert(
      fc.property(stakes, (table) => {
        const everybody = VOTERS.map((voter, at) => vote(voter, at < 3 ? 'no' : 'yes'))
        const { result } = tally(electionOf(table, everybody), LOCAL_GOV_PARAMS, false)
        const own = (from: number, to: number): bigint =>
          table
            .slice(from, to)
            .flat()
            .reduce((sum, tokens) => sum + tokens, 0n)
        // Each of the six adds up to three products, each off by half of the last decimal at most.
        expect(own(0, 3) - result.no).toBeLessThanOrEqual(1n)
        expect(own(3, 6) - result.yes).toBeLessThanOrEqual(1n)
      }),
    )
  })

  it('never lets a proposal pass that fewer people wanted', () => {
    fc.assert(
      fc.property(stakes, ballots, (table, cast) => {
        const { passes, result } = tally(electionOf(table, cast), LOCAL_GOV_PARAMS, false)
        if (passes) expect(result.yes + 1n).toBeGreaterThanOrEqual(result.no + result.noWithVeto)
      }),
    )
  })
})
