import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { formatCoins } from '../coins'
import { momentInEvents, type Nanos, seconds } from '../proto-time'
import { addStake, type StakeChange, takeStake } from './delegating'
import { moveBetweenPools, poolOf } from './pools'
import {
  addRedelegation,
  type RedelegationWay,
  redelegationsOn,
  redelegationWays,
  takeCompleted,
} from './redelegations'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import { completionOf } from './undelegating'
import { findValidator, type Validator } from './validators'

/** The chain's word for a stake that may move on at once: the first moment of year 1. */
const NO_TIME: Nanos = seconds(-62_135_596_800n)

/** Moves a stake from one validator to another; tells when it may move on. */
export function redelegate(context: Context, change: StakeChange, destination: Validator): Nanos {
  const { store } = context
  const { delegator, validator: source, amount: coin } = change
  const way = { delegator, source: source.operator, destination: destination.operator }
  checkWay(context, way)
  const amount = takeStake(context, change)
  if (amount === 0n) throw stakingError('tinyRedelegation')
  moveBetweenPools(context, poolOf(source), poolOf(destination), amount)
  const moved = { denom: coin.denom, amount }
  const shares = addStake(context, { delegator, validator: destination, amount: moved })
  const start = startOf(context, source.operator)
  if (start !== undefined) addRedelegation(store, way, { ...start, initialBalance: amount, shares })
  const completion = start?.completion ?? NO_TIME
  context.events.push(
    event('redelegate', [
      ['source_validator', source.operator],
      ['destination_validator', destination.operator],
      ['amount', formatCoins([coin])],
      ['completion_time', momentInEvents(completion)],
    ]),
  )
  return completion
}

/** Lets stakes that have waited long enough move on. */
export function completeRedelegations(context: Context): void {
  const { bondDenom: denom } = stakingParams(context.store)
  for (const { way, amount } of takeCompleted(context.store, context.block)) {
    context.events.push(
      event('complete_redelegation', [
        ['amount', formatCoins([{ denom, amount }])],
        ['delegator', way.delegator],
        ['source_validator', way.source],
        ['destination_validator', way.destination],
      ]),
    )
  }
}

function checkWay({ store }: Context, way: RedelegationWay): void {
  if (redelegationWays(store, way.delegator).some(({ destination }) => destination === way.source)) {
    throw stakingError('transitive')
  }
  if (redelegationsOn(store, way).length >= stakingParams(store).maxEntries) {
    throw stakingError('maxRedelegations')
  }
}

/** From when the stake answers for its old validator, and until when; undefined when that one has left for good. */
function startOf(
  context: Context,
  source: string,
): { creationHeight: number; completion: Nanos } | undefined {
  const left = findValidator(context.store, source)
  if (left?.status === 'unbonded') return undefined
  if (left?.status === 'unbonding') {
    return { creationHeight: left.unbondingHeight, completion: BigInt(left.unbondingMs) * 1_000_000n }
  }
  return { creationHeight: context.block.height, completion: completionOf(context) }
}
