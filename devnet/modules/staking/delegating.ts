import type { Address } from '../../../src/domain/index'
import { type Decimal, decimalOf, divide, formatDecimal, multiply, truncate, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { delegateCoins } from '../bank/delegation'
import type { Coin } from '../coins'
import { stakingHooks } from '../distribution/staking-hooks'
import { readValidatorAddress } from '../message-address'
import { delegatedShares, writeDelegation } from './delegations'
import { poolOf } from './pools'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import { addTokens, removeShares, removeValidator, tokensFor, type Validator } from './validators'

/** A stake to be changed by so many coins. */
export interface StakeChange {
  readonly delegator: Address
  readonly validator: Validator
  readonly amount: Coin
}

/** Throws for nothing at all; `what` is the module's word for it, such as `delegation amount`. */
export function checkStakeAmount({ amount }: Coin, what: string): void {
  if (amount <= 0n) throw sdkError('invalidRequest', `invalid ${what}`)
}

/** Throws for coins that cannot be staked. */
export function checkStakeDenom({ store }: Context, { denom }: Coin): void {
  const { bondDenom } = stakingParams(store)
  if (denom !== bondDenom) {
    throw sdkError('invalidRequest', `invalid coin denomination: got ${denom}, expected ${bondDenom}`)
  }
}

/** Stakes an account's coins. */
export function delegate(context: Context, change: StakeChange): void {
  const { delegator, validator, amount } = change
  delegateCoins(context, delegator, poolOf(validator), [amount])
  const shares = addStake(context, change)
  context.events.push(
    event('delegate', [
      ['validator', validator.operator],
      ['delegator', delegator],
      ['amount', `${amount.amount}${amount.denom}`],
      ['new_shares', formatDecimal(shares)],
    ]),
  )
}

/** Gives a delegator shares for coins that are in the validator's pool already. */
export function addStake(context: Context, { delegator, validator, amount }: StakeChange): Decimal {
  const { store } = context
  const { operator } = validator
  const held = delegatedShares(store, delegator, operator)
  if (held === ZERO) stakingHooks.beforeFirstDelegation(context, validator)
  else stakingHooks.beforeDelegationChange(context, delegator, validator)
  const added = addTokens(store, validator, amount.amount)
  writeDelegation(store, { delegator, operator, shares: (held + added.shares) as Decimal })
  stakingHooks.afterDelegationChange(context, delegator, added.validator)
  return added.shares
}

/** Takes coins out of a delegator's stake; they stay in the pool. Returns how many it came to. */
export function takeStake(context: Context, change: StakeChange): bigint {
  const { store } = context
  const { delegator, validator } = change
  const { operator } = validator
  const held = delegatedShares(store, delegator, operator)
  const shares = sharesWorth(context, change)
  stakingHooks.beforeDelegationChange(context, delegator, validator)
  const left = (held - shares) as Decimal
  writeDelegation(store, { delegator, operator, shares: left })
  const removed = removeShares(store, jailedWithout(change, left), shares)
  if (left === ZERO) stakingHooks.delegationEnded(context, delegator, operator)
  else stakingHooks.afterDelegationChange(context, delegator, removed.validator)
  if (removed.validator.shares === ZERO && removed.validator.status === 'unbonded') {
    removeValidator(store, removed.validator)
    stakingHooks.validatorRemoved(context, operator)
  }
  return removed.tokens
}

/** The shares that so many coins are; throws when the delegator has none, or not as many. */
export function sharesWorth({ store }: Context, { delegator, validator, amount }: StakeChange): Decimal {
  const held = delegatedShares(store, delegator, validator.operator)
  if (held === ZERO) throw stakingError('noDelegation')
  if (validator.tokens === 0n) throw stakingError('noShares')
  const shares = divide(multiply(validator.shares, decimalOf(amount.amount)), decimalOf(validator.tokens))
  if (shares > held) throw sdkError('invalidRequest', 'invalid shares amount')
  return shares
}

/** A validator whose owner keeps less with it than was promised may sign no more. */
function jailedWithout({ delegator, validator }: StakeChange, left: Decimal): Validator {
  if (readValidatorAddress(validator.operator) !== delegator) return validator
  const jailed = truncate(tokensFor(validator, left)) < validator.minSelfDelegation
  return { ...validator, jailed: validator.jailed || jailed }
}
