import type { Address } from '../../../src/domain/index'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { isBlocked } from '../auth/module-accounts'
import { sendCoins } from '../bank/bank'
import { type Coin, isDenom } from '../coins'
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

/** Throws for a spending that makes no sense, whatever the pool holds. */
export function checkSpending({
  recipient,
  amount,
}: {
  readonly recipient: string
  readonly amount: readonly Coin[]
}): void {
  if (amount.length === 0 || amount.some((coin) => coin.amount <= 0n || !isDenom(coin.denom))) {
    throw new AbciError('distribution', 10, 'invalid community pool spend proposal amount')
  }
  if (recipient === '')
    throw new AbciError('distribution', 11, 'invalid community pool spend proposal recipient')
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
