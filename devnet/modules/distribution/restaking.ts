import type { Address } from '../../../src/domain/index'
import { ZERO } from '../../math/decimal'
import { AbciError } from '../../node/abci-error'
import { atomically, type Context } from '../../node/context'
import { delegate } from '../staking/delegating'
import { delegatedShares } from '../staking/delegations'
import { stakingError } from '../staking/staking-errors'
import { findValidator, requireValidator } from '../staking/validators'
import { payRewards, pendingRewards, startRewards } from './delegator-rewards'
import { distributionParams } from './distribution-params'
import { allRestakeEntries, startRestake, stopRestake } from './restake-entries'
import { withdrawAddressOf } from './withdraw-address'

const DENOM = 'uscrt'

/** Turns restaking of a delegator's rewards with one validator on or off (Protocol 4.3). */
export function setAutoRestake(
  context: Context,
  delegator: Address,
  operator: string,
  enabled: boolean,
): void {
  const { store } = context
  requireValidator(store, operator)
  if (!enabled) {
    stopRestake(store, delegator, operator)
    return
  }
  if (delegatedShares(store, delegator, operator) === ZERO) throw stakingError('noDelegation')
  startRestake(store, delegator, operator)
}

/** Stakes again what has come together, at every period's end. */
export function restakeRewards(context: Context): void {
  const { restakePeriod } = distributionParams(context.store)
  if (restakePeriod <= 0n || BigInt(context.block.height) % restakePeriod !== 0n) return
  for (const { delegator, operator } of allRestakeEntries(context.store)) {
    restakeOne(context, delegator, operator)
  }
}

function restakeOne(context: Context, delegator: Address, operator: string): void {
  const validator = findValidator(context.store, operator)
  if (validator === undefined) return
  const pending = pendingRewards(context.store, delegator, validator).get(DENOM) ?? ZERO
  if (pending < distributionParams(context.store).restakeThreshold) return
  try {
    atomically(context, (inner) => {
      const paid = payRewards(inner, delegator, validator).find(({ denom }) => denom === DENOM)
      startRewards(inner, delegator, validator)
      if (paid === undefined || withdrawAddressOf(inner.store, delegator) !== delegator) return
      delegate(inner, { delegator, validator: requireValidator(inner.store, operator), amount: paid })
    })
  } catch (error) {
    // Rewards that cannot be staked again now stay where they are; the next period tries anew.
    if (!(error instanceof AbciError)) throw error
  }
}
