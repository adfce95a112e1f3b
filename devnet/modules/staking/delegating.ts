import type { Address } from '../../../src/domain/index'
import { type Decimal, decimalOf, divide, formatDecimal, multiply, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { delegateCoins } from '../bank/delegation'
import type { Coin } from '../coins'
import { stakingHooks } from '../distribution/staking-hooks'
import { delegatedShares, writeDelegation } from './delegations'
import { moveBetweenPools, poolOf } from './pools'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import { addTokens, removeShares, removeValidator, tokensFor, type Validator } from './validators'

/** A stake to be changed by so many coins. */
export interface StakeChange {
  readonly delegator: Address
  readonly validator: Validator
  readonly amount: Coin
}

/** Throws for another denom, and for nothing at all. */
export function checkStakeCoin(context: Context, { denom, amount }: Coin, what: string): void {
  const { bondDenom } = stakingParams(context.store)
  if (amount <= 0n) throw sdkError('invalidRequest', `invalid ${what} amount`)
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
  const shares = sharesWorth(change, held)
  stakingHooks.beforeDelegationChange(context, delegator, validator)
  const left = (held - shares) as Decimal
  writeDelegation(store, { delegator, operator, shares: left })
  const removed = removeShares(store, validator, shares)
  if (left === ZERO) stakingHooks.delegationEnded(context, delegator, operator)
  else stakingHooks.afterDelegationChange(context, delegator, removed.validator)
  if (removed.validator.shares === ZERO && removed.validator.status === 'unbonded') {
    removeValidator(store, removed.validator)
    stakingHooks.validatorRemoved(context, operator)
  }
  return removed.tokens
}

/** Moves coins between the pools when the validators they were and are with are not in the same state. */
export function movePools(context: Context, from: Validator, to: Validator, amount: bigint): void {
  moveBetweenPools(context, poolOf(from), poolOf(to), amount)
}

/** The shares that so many coins are; throws when the delegator has none, or not as many. */
function sharesWorth({ validator, amount }: StakeChange, held: Decimal): Decimal {
  if (held === ZERO) throw stakingError('noDelegation')
  if (validator.tokens === 0n) throw stakingError('noShares')
  const exact = divide(multiply(validator.shares, decimalOf(amount.amount)), decimalOf(validator.tokens))
  if (exact > held && decimalOf(amount.amount) > tokensFor(validator, held)) {
    throw sdkError('invalidRequest', 'invalid shares amount')
  }
  return exact > held ? held : exact
}
