import type { Context } from '../../node/context'
import { sendCoins } from '../bank/bank'
import { readAddress } from '../message-address'
import { DISTRIBUTION } from './community-pool'
import { type DecCoins, decCoinsOf, NO_COINS, splitDecCoins } from './dec-coins'
import { distributionParams } from './distribution-params'

/** The foundation's part, in whole coins (Protocol 4.3); returns what was paid. */
export function payFoundation(context: Context, due: DecCoins): DecCoins {
  const { foundationAddress } = distributionParams(context.store)
  const { whole } = splitDecCoins(due)
  if (foundationAddress === '' || whole.length === 0) return NO_COINS
  sendCoins(context, DISTRIBUTION, readAddress(foundationAddress, 'invalid foundation address'), whole)
  return decCoinsOf(whole)
}
