import type { Address } from '../../../src/domain/index'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { isBlocked } from '../auth/module-accounts'
import { sendCoins } from '../bank/bank'
import type { Coin } from '../coins'
import { moduleAddress } from '../module-address'
import {
  addDecCoins,
  type DecCoins,
  decCoinsFromText,
  decCoinsOf,
  decCoinsToText,
  subtractDecCoins,
} from './dec-coins'

/** Holds the rewards nobody has taken yet, and the community's coins. */
export const DISTRIBUTION = moduleAddress('distribution')

const POOL = 'distribution/pool'

export function communityPool(store: Store): DecCoins {
  return decCoinsFromText(store.area(POOL).get('community'))
}

/** Counts coins that the module holds already as the community's. */
export function addToCommunityPool(store: Store, coins: DecCoins): void {
  if (coins.size === 0) return
  store.area(POOL).set('community', decCoinsToText(addDecCoins(communityPool(store), coins)))
}

export function fundCommunityPool(context: Context, from: Address, coins: readonly Coin[]): void {
  sendCoins(context, from, DISTRIBUTION, coins)
  addToCommunityPool(context.store, decCoinsOf(coins))
}

/** Pays from the community's coins; throws when there are not enough. */
export function spendCommunityPool(context: Context, to: Address, coins: readonly Coin[]): void {
  if (isBlocked(to)) throw sdkError('unauthorized', `${to} is not allowed to receive external funds`)
  const left = subtractDecCoins(communityPool(context.store), decCoinsOf(coins))
  if ([...left.values()].some((amount) => amount < 0n)) {
    throw new AbciError('distribution', 9, 'community pool does not have sufficient coins to distribute')
  }
  context.store.area(POOL).set('community', decCoinsToText(left))
  sendCoins(context, DISTRIBUTION, to, coins)
}
