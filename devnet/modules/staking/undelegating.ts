import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { undelegateCoins } from '../bank/delegation'
import { type Coin, formatCoins } from '../coins'
import { blockTime, momentInEvents, type Nanos, seconds } from '../proto-time'
import { addStake, type StakeChange, takeStake } from './delegating'
import { moveBetweenPools, NOT_BONDED_POOL, poolOf } from './pools'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import {
  addUnbonding,
  dueUnbondings,
  type UnbondingPair,
  unbondingsOf,
  withMore,
  writeUnbondings,
} from './unbondings'

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
      ['completion_time', momentInEvents(completion)],
    ]),
  )
  return { completion, amount }
}

/** Stakes again what was on its way back. */
export function cancelUnbonding(context: Context, change: StakeChange, creationHeight: number): void {
  const { store } = context
  const { delegator, validator, amount: coin } = change
  const pair = { delegator, operator: validator.operator }
  const entries = unbondingsOf(store, pair)
  if (validator.jailed) throw stakingError('jailed')
  if (entries.length === 0) throw noneFor(pair)
  const entry = entries.find((one) => one.creationHeight === creationHeight)
  if (entry === undefined) {
    throw sdkError('notFound', `unbonding delegation entry is not found at block height ${creationHeight}`)
  }
  if (entry.balance < coin.amount) {
    throw sdkError('invalidRequest', 'amount is greater than the unbonding delegation entry balance')
  }
  if (entry.completion < blockTime(context.block)) {
    throw sdkError('invalidRequest', 'unbonding delegation is already processed')
  }
  const left = entries.map((one) => (one === entry ? withMore(one, -coin.amount) : one))
  writeUnbondings(
    store,
    pair,
    left.filter(({ balance }) => balance > 0n),
  )
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

/** The module answers this one as a query would, in a codespace of no module. */
function noneFor({ delegator, operator }: UnbondingPair): AbciError {
  const words = `unbonding delegation with delegator ${delegator} not found for validator ${operator}`
  return new AbciError('undefined', 1, `rpc error: code = NotFound desc = ${words}`)
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

/** When what begins to unbond now is free. */
export function completionOf({ store, block }: Context): Nanos {
  return blockTime(block) + seconds(stakingParams(store).unbondingSeconds)
}
