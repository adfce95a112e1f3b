import type { Context } from '../../node/context'
import { sendCoins } from '../bank/bank'
import { moduleAddress } from '../module-address'
import { stakingParams } from './staking-params'
import type { Validator } from './validators'

export const BONDED_POOL = moduleAddress('bonded_tokens_pool')
export const NOT_BONDED_POOL = moduleAddress('not_bonded_tokens_pool')

/** Where a validator's coins lie. */
export function poolOf({ status }: Validator): typeof BONDED_POOL {
  return status === 'bonded' ? BONDED_POOL : NOT_BONDED_POOL
}

/** Moves coins from one pool to the other; without a word, as the chain's own moves at the end of a block are. */
export function moveBetweenPools(
  context: Context,
  from: typeof BONDED_POOL,
  to: typeof BONDED_POOL,
  amount: bigint,
): void {
  if (from === to || amount === 0n) return
  const { bondDenom: denom } = stakingParams(context.store)
  sendCoins(context, from, to, [{ denom, amount }])
}
