import { type Decimal, decimalOf, divide, multiply, ONE, ZERO } from '../../math/decimal'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { getBalances, sendCoins } from '../bank/bank'
import { FEE_COLLECTOR } from '../module-address'
import { bondedValidators } from '../staking/validator-set'
import type { Validator } from '../staking/validators'
import { addToCommunityPool, DISTRIBUTION } from './community-pool'
import { addDecCoins, type DecCoins, decCoinsOf, subtractDecCoins, timesDecimal } from './dec-coins'
import { distributionParams } from './distribution-params'
import { payFoundation } from './foundation'
import { rewardsOf, writeRewards } from './validator-rewards'

/** Shares out what the last block brought in fees and newly minted coins. */
export function allocateFees(context: Context): void {
  const { store } = context
  const collected = getBalances(store, FEE_COLLECTOR)
  if (collected.length === 0) return
  sendCoins(context, FEE_COLLECTOR, DISTRIBUTION, collected)
  const fees = decCoinsOf(collected)
  const { communityTax, foundationTax } = distributionParams(store)
  const foundation = payFoundation(context, timesDecimal(fees, foundationTax))
  const shared = timesDecimal(fees, (ONE - communityTax - foundationTax) as Decimal)
  const given = allocateToValidators(store, shared)
  addToCommunityPool(store, subtractDecCoins(subtractDecCoins(fees, foundation), given))
}

/** By what each holds; returns what was given. */
function allocateToValidators(store: Store, shared: DecCoins): DecCoins {
  const validators = bondedValidators(store)
  const power = decimalOf(validators.reduce((sum, { tokens }) => sum + tokens, 0n))
  let given: DecCoins = new Map()
  if (power === ZERO) return given
  for (const validator of validators) {
    const reward = timesDecimal(shared, divide(decimalOf(validator.tokens), power))
    addReward(store, validator, reward)
    given = addDecCoins(given, reward)
  }
  return given
}

/** A validator keeps its commission; the rest is for whoever staked with it. */
export function addReward(store: Store, { operator, commission }: Validator, reward: DecCoins): void {
  const own = new Map(
    [...reward].map(([denom, amount]) => [denom, multiply(amount, commission.rate)] as const),
  )
  const rewards = rewardsOf(store, operator)
  writeRewards(store, operator, {
    ...rewards,
    commission: addDecCoins(rewards.commission, own),
    current: addDecCoins(rewards.current, subtractDecCoins(reward, own)),
    outstanding: addDecCoins(rewards.outstanding, reward),
  })
}
