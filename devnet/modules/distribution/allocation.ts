import { type Decimal, decimalOf, divide, ONE, ZERO } from '../../math/decimal'
import { multiplyRounded } from '../../math/rounding'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { getBalances, sendCoins } from '../bank/bank'
import { FEE_COLLECTOR } from '../module-address'
import { bondedValidators, powerOf } from '../staking/validator-set'
import type { Validator } from '../staking/validators'
import { addToCommunityPool, DISTRIBUTION } from './community-pool'
import {
  addDecCoins,
  type DecCoins,
  decCoinsOf,
  formatDecCoins,
  subtractDecCoins,
  timesDecimal,
} from './dec-coins'
import { distributionParams } from './distribution-params'
import { foundationTaxOf, payFoundation } from './foundation'
import { rewardsOf, writeRewards } from './validator-rewards'

/** Shares out what the last block brought in fees and newly minted coins. */
export function allocateFees(context: Context): void {
  const { store } = context
  const collected = getBalances(store, FEE_COLLECTOR)
  if (collected.length === 0) return
  sendCoins(context, FEE_COLLECTOR, DISTRIBUTION, collected)
  const fees = decCoinsOf(collected)
  const taxes = distributionParams(store).communityTax + foundationTaxOf(store)
  const given = allocateToValidators(context, timesDecimal(fees, (ONE - taxes) as Decimal))
  const foundation = given.size === 0 ? given : payFoundation(context, fees)
  addToCommunityPool(store, subtractDecCoins(subtractDecCoins(fees, foundation), given))
}

/** By what each may sign with; returns what was given. */
function allocateToValidators(context: Context, shared: DecCoins): DecCoins {
  const validators = bondedValidators(context.store)
  const power = decimalOf(validators.reduce((sum, validator) => sum + powerOf(validator), 0n))
  let given: DecCoins = new Map()
  for (const validator of validators) {
    const reward = timesDecimal(shared, divide(decimalOf(powerOf(validator)), power))
    addReward(context, validator, reward)
    given = addDecCoins(given, reward)
  }
  return given
}

/** A validator keeps its commission; the rest is for whoever staked with it. */
export function addReward(context: Context, { operator, commission }: Validator, reward: DecCoins): void {
  const { store, events } = context
  const shares = [...reward].map(
    ([denom, amount]) => [denom, multiplyRounded(amount, commission.rate)] as const,
  )
  const own: DecCoins = new Map(shares.filter(([, amount]) => amount > ZERO))
  const rewards = rewardsOf(store, operator)
  writeRewards(store, operator, {
    ...rewards,
    commission: addDecCoins(rewards.commission, own),
    current: addDecCoins(rewards.current, subtractDecCoins(reward, own)),
    outstanding: addDecCoins(rewards.outstanding, reward),
  })
  const shown = (type: string, coins: DecCoins) =>
    event(type, [
      ['amount', formatDecCoins(coins)],
      ['validator', operator],
    ])
  events.push(shown('commission', own), shown('rewards', reward))
}
