import { type Decimal, ZERO } from '../../math/decimal'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { sendCoins } from '../bank/bank'
import { readAddress } from '../message-address'
import { DISTRIBUTION } from './community-pool'
import { type DecCoins, decCoinsOf, NO_COINS, splitDecCoins, timesDecimal } from './dec-coins'
import { distributionParams } from './distribution-params'

/** The foundation's part of everything; nothing while there is no foundation (Protocol 4.3). */
export function foundationTaxOf(store: Store): Decimal {
  const { foundationTax, foundationAddress } = distributionParams(store)
  return foundationAddress === '' ? ZERO : foundationTax
}

/** Gives the foundation its part of the fees, in whole coins; returns what was paid. */
export function payFoundation(context: Context, fees: DecCoins): DecCoins {
  const { whole } = splitDecCoins(timesDecimal(fees, foundationTaxOf(context.store)))
  if (whole.length === 0) return NO_COINS
  const { foundationAddress } = distributionParams(context.store)
  sendCoins(context, DISTRIBUTION, readAddress(foundationAddress, 'invalid foundation address'), whole)
  return decCoinsOf(whole)
}
