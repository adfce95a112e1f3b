import type { Address } from '../../../src/domain/index'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { findAccount, setVesting } from '../auth/accounts'
import { withDelegation, withUndelegation } from '../auth/vesting'
import { type Coin, checkCoins, formatCoins } from '../coins'
import { getBalance, giveCoins, moveOut, takeCoins } from './bank'

/**
 * Moves coins, locked ones too, from a delegator to a pool and counts them as delegated.
 * Throws `insufficient funds` and moves nothing.
 */
export function delegateCoins(
  context: Context,
  delegator: Address,
  pool: Address,
  coins: readonly Coin[],
): void {
  checkCoins(coins)
  for (const { denom, amount } of coins) {
    const held = getBalance(context.store, delegator, denom)
    if (held >= amount) continue
    throw sdkError(
      'insufficientFunds',
      `failed to delegate; ${held}${denom} is smaller than ${formatCoins(coins)}`,
    )
  }
  trackDelegation(context, delegator, coins)
  moveOut(context, delegator, coins)
  giveCoins(context, pool, coins)
}

/** Moves coins back from a pool and counts them as delegated no more; throws `insufficient funds`. */
export function undelegateCoins(
  context: Context,
  pool: Address,
  delegator: Address,
  coins: readonly Coin[],
): void {
  checkCoins(coins)
  takeCoins(context, pool, coins)
  trackUndelegation(context, delegator, coins)
  giveCoins(context, delegator, coins)
}

/** Counts coins of an account as delegated, before they leave it; nothing to do unless the account vests. */
export function trackDelegation(context: Context, address: Address, coins: readonly Coin[]): void {
  const account = findAccount(context.store, address)
  if (account?.vesting === undefined) return
  const timeS = BigInt(Math.floor(context.block.timeMs / 1000))
  setVesting(context.store, account, withDelegation(account.vesting, timeS, coins))
}

/** Counts coins of an account as delegated no more; nothing to do unless the account vests. */
export function trackUndelegation(context: Context, address: Address, coins: readonly Coin[]): void {
  const account = findAccount(context.store, address)
  if (account?.vesting === undefined) return
  setVesting(context.store, account, withUndelegation(account.vesting, coins))
}
