import type { Address } from '../../../src/domain/index'
import { ZERO } from '../../math/decimal'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { amountOf } from '../coins'
import { delegate } from '../staking/delegating'
import { delegatedShares } from '../staking/delegations'
import { stakingError } from '../staking/staking-errors'
import { stakingParams } from '../staking/staking-params'
import { requireValidator, tokensFor } from '../staking/validators'
import { withdrawRewards } from './delegator-rewards'
import { distributionParams } from './distribution-params'
import { allRestakeEntries, hasRestake, startRestake, stopRestake } from './restake-entries'

/** Turns restaking of a delegator's rewards with one validator on or off (Protocol 4.3). */
export function setAutoRestake(
  context: Context,
  delegator: Address,
  operator: string,
  enabled: boolean,
): void {
  const { store } = context
  if (!enabled) {
    if (!hasRestake(store, delegator, operator)) throw sdkError('notFound', 'authorization not found')
    stopRestake(store, delegator, operator)
    return
  }
  const shares = delegatedShares(store, delegator, operator)
  if (shares === ZERO) throw stakingError('noDelegation')
  const stake = tokensFor(requireValidator(store, operator), shares)
  if (distributionParams(store).restakeThreshold > stake) {
    throw new AbciError('distribution', 201, 'Not enough stake for auto-restaking')
  }
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
  const { store } = context
  try {
    const paid = withdrawRewards(context, delegator, operator)
    const { bondDenom: denom } = stakingParams(store)
    const amount = amountOf(paid, denom)
    if (amount === 0n) throw sdkError('insufficientFunds', '')
    delegate(context, { delegator, validator: requireValidator(store, operator), amount: { denom, amount } })
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    // The chain gives up on what it could not restake even once; the delegator has to turn it on again.
    stopRestake(store, delegator, operator)
  }
}
