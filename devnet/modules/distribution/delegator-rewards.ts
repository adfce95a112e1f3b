import type { Address } from '../../../src/domain/index'
import { type Decimal, ZERO } from '../../math/decimal'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { sendCoins } from '../bank/bank'
import { type Coin, formatCoins } from '../coins'
import { delegatedShares } from '../staking/delegations'
import { stakingError } from '../staking/staking-errors'
import { requireValidator, tokensFor, type Validator } from '../staking/validators'
import { addToCommunityPool, DISTRIBUTION } from './community-pool'
import { type DecCoins, NO_COINS, splitDecCoins, subtractDecCoins, timesDecimal } from './dec-coins'
import {
  addReference,
  dropReference,
  endPeriod,
  perCoinUntil,
  rewardsOf,
  writeRewards,
} from './validator-rewards'
import { withdrawAddressOf } from './withdraw-address'

/** Where a delegation's rewards are counted from. */
interface Start {
  readonly period: number
  readonly stake: Decimal
  readonly height: number
}

const STARTS = 'distribution/starts'

/** Counts a delegation's rewards from now on; the stake is what its shares are worth. */
export function startRewards(context: Context, delegator: Address, validator: Validator): void {
  const { store, block } = context
  const { operator } = validator
  const period = rewardsOf(store, operator).period - 1
  addReference(store, operator, period)
  const stake = tokensFor(validator, delegatedShares(store, delegator, operator))
  const start = { period, stake: String(stake), height: block.height }
  store.area(STARTS).set(`${operator}/${delegator}`, JSON.stringify(start))
}

/** What a delegation has earned so far, as a query sees it; nothing is changed that counts. */
export function pendingRewards(store: Store, delegator: Address, validator: Validator): DecCoins {
  const scratch = store.branch()
  const start = findStart(scratch, delegator, validator.operator)
  if (start === undefined) return NO_COINS
  return earned(scratch, validator, start, endPeriod(scratch, validator))
}

/** Pays out what a delegation has earned and goes on counting; returns the coins. Throws without such a delegation. */
export function withdrawRewards(context: Context, delegator: Address, operator: string): Coin[] {
  const validator = requireValidator(context.store, operator)
  if (delegatedShares(context.store, delegator, operator) === ZERO) throw stakingError('noDelegation')
  const paid = payRewards(context, delegator, validator)
  startRewards(context, delegator, validator)
  return paid
}

/** Pays out what a delegation has earned and stops counting; returns the coins. */
export function payRewards(context: Context, delegator: Address, validator: Validator): Coin[] {
  const { store } = context
  const { operator } = validator
  const start = findStart(store, delegator, operator)
  if (start === undefined) return []
  const due = earned(store, validator, start, endPeriod(store, validator))
  const { whole, rest } = splitDecCoins(due)
  addToCommunityPool(store, rest)
  const rewards = rewardsOf(store, operator)
  writeRewards(store, operator, { ...rewards, outstanding: subtractDecCoins(rewards.outstanding, due) })
  if (whole.length > 0) sendCoins(context, DISTRIBUTION, withdrawAddressOf(store, delegator), whole)
  dropReference(store, operator, start.period)
  store.area(STARTS).delete(`${operator}/${delegator}`)
  context.events.push(
    event('withdraw_rewards', [
      ['amount', formatCoins(shownCoins(whole))],
      ['validator', operator],
      ['delegator', delegator],
    ]),
  )
  return whole
}

/** Nothing is shown as no coins of the chain's own. */
export function shownCoins(coins: readonly Coin[]): readonly Coin[] {
  return coins.length === 0 ? [{ denom: 'uscrt', amount: 0n }] : coins
}

/** The stake may be worth a hair less than what was counted for it, and no more than is there is paid. */
function earned(store: Store, { operator }: Validator, start: Start, until: number): DecCoins {
  const perCoin = subtractDecCoins(
    perCoinUntil(store, operator, until),
    perCoinUntil(store, operator, start.period),
  )
  const { outstanding } = rewardsOf(store, operator)
  const due = [...timesDecimal(perCoin, start.stake)].map(([denom, amount]): [string, Decimal] => {
    const left = outstanding.get(denom) ?? ZERO
    return [denom, amount < left ? amount : left]
  })
  return new Map(due.filter(([, amount]) => amount > ZERO))
}

function findStart(store: Store, delegator: Address, operator: string): Start | undefined {
  const text = store.area(STARTS).get(`${operator}/${delegator}`)
  if (text === undefined) return undefined
  const { period, stake, height } = JSON.parse(text)
  return { period, stake: BigInt(stake) as Decimal, height }
}
