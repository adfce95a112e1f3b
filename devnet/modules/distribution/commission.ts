import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { sendCoins } from '../bank/bank'
import { type Coin, formatCoins } from '../coins'
import { readValidatorAddress } from '../message-address'
import { DISTRIBUTION } from './community-pool'
import { decCoinsOf, splitDecCoins, subtractDecCoins } from './dec-coins'
import { rewardsOf, writeRewards } from './validator-rewards'
import { withdrawAddressOf } from './withdraw-address'

/** Pays a validator the whole coins of its commission; none is no error here. */
export function payCommission(context: Context, operator: string): Coin[] {
  const { store } = context
  const rewards = rewardsOf(store, operator)
  const { whole, rest } = splitDecCoins(rewards.commission)
  if (whole.length === 0) return []
  const outstanding = subtractDecCoins(rewards.outstanding, decCoinsOf(whole))
  writeRewards(store, operator, { ...rewards, commission: rest, outstanding })
  const to = withdrawAddressOf(store, readValidatorAddress(operator))
  sendCoins(context, DISTRIBUTION, to, whole)
  context.events.push(event('withdraw_commission', [['amount', formatCoins(whole)]]))
  return whole
}

export function withdrawCommission(context: Context, operator: string): Coin[] {
  const coins = payCommission(context, operator)
  if (coins.length === 0) throw new AbciError('distribution', 7, 'no validator commission to withdraw')
  return coins
}
