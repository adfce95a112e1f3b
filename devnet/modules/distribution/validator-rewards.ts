import { decimalOf } from '../../math/decimal'
import type { Store } from '../../store/store'
import type { Validator } from '../staking/validators'
import { addToCommunityPool } from './community-pool'
import {
  addDecCoins,
  byDecimal,
  type DecCoins,
  decCoinsFromText,
  decCoinsToText,
  NO_COINS,
  subtractDecCoins,
} from './dec-coins'

/**
 * What a validator has earned. Time is cut into periods in which its stake did not change; for each end of a period that somebody
 * still needs, the rewards of one coin since the beginning are kept (the F1 distribution).
 */
export interface ValidatorRewards {
  readonly period: number
  /** Of the running period. */
  readonly current: DecCoins
  /** Everything that nobody has taken yet, commission included. */
  readonly outstanding: DecCoins
  readonly commission: DecCoins
}

interface PeriodEnd {
  readonly perCoin: DecCoins
  /** How many delegations, and the running period, begin here. */
  readonly references: number
}

const REWARDS = 'distribution/validators'
const PERIODS = 'distribution/periods'
const NOTHING: ValidatorRewards = {
  period: 1,
  current: NO_COINS,
  outstanding: NO_COINS,
  commission: NO_COINS,
}

export function rewardsOf(store: Store, operator: string): ValidatorRewards {
  const text = store.area(REWARDS).get(operator)
  if (text === undefined) return NOTHING
  const { period, current, outstanding, commission } = JSON.parse(text)
  return {
    period,
    current: decCoinsFromText(current),
    outstanding: decCoinsFromText(outstanding),
    commission: decCoinsFromText(commission),
  }
}

export function writeRewards(store: Store, operator: string, rewards: ValidatorRewards): void {
  const stored = {
    period: rewards.period,
    current: decCoinsToText(rewards.current),
    outstanding: decCoinsToText(rewards.outstanding),
    commission: decCoinsToText(rewards.commission),
  }
  store.area(REWARDS).set(operator, JSON.stringify(stored))
}

/** A new validator begins with an empty first period. */
export function beginRewards(store: Store, operator: string): void {
  writePeriod(store, operator, 0, { perCoin: NO_COINS, references: 1 })
  writeRewards(store, operator, NOTHING)
}

/** Forgets a validator; what nobody took is the community's. */
export function endRewards(store: Store, operator: string): void {
  const { outstanding, period } = rewardsOf(store, operator)
  addToCommunityPool(store, outstanding)
  store.area(REWARDS).delete(operator)
  dropReference(store, operator, period - 1)
}

/** Ends the running period, because the stake is about to change; returns its number. */
export function endPeriod(
  store: Store,
  { operator, tokens }: Pick<Validator, 'operator' | 'tokens'>,
): number {
  const rewards = rewardsOf(store, operator)
  const { period, current } = rewards
  const nobody = tokens === 0n
  if (nobody) addToCommunityPool(store, current)
  const perCoin = nobody ? NO_COINS : byDecimal(current, decimalOf(tokens))
  const before = periodEnd(store, operator, period - 1)
  writePeriod(store, operator, period, { perCoin: addDecCoins(before.perCoin, perCoin), references: 1 })
  dropReference(store, operator, period - 1)
  const outstanding = nobody ? subtractDecCoins(rewards.outstanding, current) : rewards.outstanding
  writeRewards(store, operator, { ...rewards, outstanding, period: period + 1, current: NO_COINS })
  return period
}

/** What one coin has earned from the beginning to the end of a period. */
export function perCoinUntil(store: Store, operator: string, period: number): DecCoins {
  return periodEnd(store, operator, period).perCoin
}

export function addReference(store: Store, operator: string, period: number): void {
  const end = periodEnd(store, operator, period)
  writePeriod(store, operator, period, { ...end, references: end.references + 1 })
}

export function dropReference(store: Store, operator: string, period: number): void {
  const end = periodEnd(store, operator, period)
  if (end.references <= 1) store.area(PERIODS).delete(`${operator}/${period}`)
  else writePeriod(store, operator, period, { ...end, references: end.references - 1 })
}

function periodEnd(store: Store, operator: string, period: number): PeriodEnd {
  const text = store.area(PERIODS).get(`${operator}/${period}`)
  if (text === undefined) return { perCoin: NO_COINS, references: 0 }
  const { perCoin, references } = JSON.parse(text)
  return { perCoin: decCoinsFromText(perCoin), references }
}

function writePeriod(store: Store, operator: string, period: number, end: PeriodEnd): void {
  const stored = { perCoin: decCoinsToText(end.perCoin), references: end.references }
  store.area(PERIODS).set(`${operator}/${period}`, JSON.stringify(stored))
}
