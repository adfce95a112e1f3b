import type { Decimal } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { undelegateCoins } from '../bank/delegation'
import { type Coin, formatCoins } from '../coins'
import { blockTime, momentText, type Nanos, seconds } from '../proto-time'
import { addStake, movePools, type StakeChange, takeStake } from './delegating'
import { moveBetweenPools, NOT_BONDED_POOL, poolOf } from './pools'
import { addRedelegation, redelegationsOn, redelegationWays } from './redelegations'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import { addUnbonding, dueUnbondings, type UnbondingPair, unbondingsOf, writeUnbondings } from './unbondings'
import { requireValidator, type Validator } from './validators'

/** Starts to bring staked coins back; tells when they come and how many. */
export function undelegate(context: Context, change: StakeChange): { completion: Nanos; amount: bigint } {
  const { store, block } = context
  const { delegator, validator } = change
  const pair = { delegator, operator: validator.operator }
  if (unbondingsOf(store, pair).length >= stakingParams(store).maxEntries) throw stakingError('maxUnbondings')
  const amount = takeStake(context, change)
  moveBetweenPools(context, poolOf(validator), NOT_BONDED_POOL, amount)
  const completion = completionOf(context)
  const entry = { creationHeight: block.height, completion, initialBalance: amount, balance: amount }
  addUnbonding(store, pair, entry)
  context.events.push(
    event('unbond', [
      ['validator', validator.operator],
      ['delegator', delegator],
      ['amount', `${amount}${change.amount.denom}`],
      ['completion_time', momentText(completion)],
    ]),
  )
  return { completion, amount }
}

/** Moves a stake from one validator to another; tells when it may move on. */
export function redelegate(context: Context, change: StakeChange, destination: Validator): Nanos {
  const { store, block } = context
  const { delegator, validator: source, amount: coin } = change
  if (source.operator === destination.operator) throw stakingError('selfRedelegation')
  const way = { delegator, source: source.operator, destination: destination.operator }
  if (redelegationWays(store, delegator).some((known) => known.destination === source.operator)) {
    throw stakingError('transitive')
  }
  if (redelegationsOn(store, way).length >= stakingParams(store).maxEntries) {
    throw stakingError('maxRedelegations')
  }
  const amount = takeStake(context, change)
  movePools(context, source, destination, amount)
  const moved = { denom: coin.denom, amount }
  // Both may be one delegator's own, so the destination is read anew.
  const target = requireValidator(store, destination.operator)
  const shares: Decimal = addStake(context, { delegator, validator: target, amount: moved })
  const completion = completionOf(context)
  addRedelegation(store, way, { creationHeight: block.height, completion, initialBalance: amount, shares })
  context.events.push(
    event('redelegate', [
      ['source_validator', source.operator],
      ['destination_validator', destination.operator],
      ['amount', `${amount}${coin.denom}`],
      ['completion_time', momentText(completion)],
    ]),
  )
  return completion
}

/** Stakes again what was on its way back. */
export function cancelUnbonding(context: Context, change: StakeChange, creationHeight: number): void {
  const { store } = context
  const { delegator, validator, amount: coin } = change
  const pair = { delegator, operator: validator.operator }
  const entries = unbondingsOf(store, pair)
  const now = blockTime(context.block)
  const entry = entries.find((one) => one.creationHeight === creationHeight && one.completion > now)
  if (entries.length === 0)
    throw sdkError(
      'notFound',
      `unbonding delegation with delegator ${delegator} not found for validator ${validator.operator}`,
    )
  if (entry === undefined) {
    throw sdkError('notFound', `unbonding delegation entry is not found at block height ${creationHeight}`)
  }
  if (entry.balance < coin.amount) {
    throw sdkError('invalidRequest', 'amount is greater than the unbonding delegation entry balance')
  }
  const left = entry.balance - coin.amount
  const kept = entries.flatMap((one) =>
    one !== entry ? [one] : left === 0n ? [] : [{ ...one, balance: left }],
  )
  writeUnbondings(store, pair, kept)
  moveBetweenPools(context, NOT_BONDED_POOL, poolOf(validator), coin.amount)
  addStake(context, change)
  context.events.push(
    event('cancel_unbonding_delegation', [
      ['amount', formatCoins([coin])],
      ['validator', validator.operator],
      ['delegator', delegator],
      ['creation_height', String(creationHeight)],
    ]),
  )
}

/** Gives back what has come due. */
export function completeUnbondings(context: Context): void {
  for (const pair of dueUnbondings(context.store, context.block)) completePair(context, pair)
}

function completePair(context: Context, pair: UnbondingPair): void {
  const { store } = context
  const now = blockTime(context.block)
  const entries = unbondingsOf(store, pair)
  const due = entries.filter(({ completion }) => completion <= now)
  writeUnbondings(
    store,
    pair,
    entries.filter(({ completion }) => completion > now),
  )
  const amount = due.reduce((sum, { balance }) => sum + balance, 0n)
  if (amount === 0n) return
  const coins: Coin[] = [{ denom: stakingParams(store).bondDenom, amount }]
  undelegateCoins(context, NOT_BONDED_POOL, pair.delegator, coins)
  context.events.push(
    event('complete_unbonding', [
      ['amount', formatCoins(coins)],
      ['validator', pair.operator],
      ['delegator', pair.delegator],
    ]),
  )
}

function completionOf({ store, block }: Context): Nanos {
  return blockTime(block) + seconds(stakingParams(store).unbondingSeconds)
}
