import type { Address } from '../../../src/domain/index'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { ensureAccount, findAccount } from '../auth/accounts'
import { isBlocked } from '../auth/module-accounts'
import { lockedCoins } from '../auth/vesting'
import { amountOf, type Coin, checkCoins, formatCoins } from '../coins'
import { addToBalance, addToSupply, getBalance, getBalances } from './balances'
import { checkSendEnabled } from './send-enabled'

export { getBalance, getBalances, getSupply } from './balances'

const SEND_GAS = 4_000n
const SUPPLY_GAS = 4_000n

/** What an address may send at a time: its coins less what it must hold back, zeros kept. */
export function getSpendable(store: Store, address: Address, timeMs: number): Coin[] {
  const locked = lockedAt(store, address, timeMs)
  return getBalances(store, address).map(({ denom, amount }) => {
    const left = amount - amountOf(locked, denom)
    return { denom, amount: left > 0n ? left : 0n }
  })
}

/** Creates coins out of nothing: for genesis and nothing else. */
export function mintCoins(store: Store, to: Address, coin: Coin): void {
  addToSupply(store, coin)
  addToBalance(store, to, coin)
  ensureAccount(store, to)
}

/** Creates coins for a module's account, with the chain's events. */
export function mintToModule(context: Context, module: Address, coins: readonly Coin[]): void {
  context.gas.consume(SUPPLY_GAS, 'bank mint')
  giveCoins(context, module, coins)
  for (const coin of coins) addToSupply(context.store, coin)
  context.events.push(
    event('coinbase', [
      ['minter', module],
      ['amount', formatCoins(coins)],
    ]),
  )
}

/** Destroys coins of a module's account; throws `insufficient funds`. */
export function burnCoins(context: Context, module: Address, coins: readonly Coin[]): void {
  context.gas.consume(SUPPLY_GAS, 'bank burn')
  takeCoins(context, module, coins)
  for (const { denom, amount } of coins) addToSupply(context.store, { denom, amount: -amount })
  context.events.push(
    event('burn', [
      ['burner', module],
      ['amount', formatCoins(coins)],
    ]),
  )
}

/** Moves coins and emits the chain's transfer events; throws `insufficient funds` and moves nothing. */
export function sendCoins(context: Context, from: Address, to: Address, coins: readonly Coin[]): void {
  context.gas.consume(SEND_GAS, 'bank send')
  takeCoins(context, from, coins)
  giveCoins(context, to, coins)
  context.events.push(
    event('transfer', [
      ['recipient', to],
      ['sender', from],
      ['amount', formatCoins(coins)],
    ]),
    event('message', [['sender', from]]),
  )
}

/** The handler of MsgSend. */
export function send(context: Context, from: Address, to: Address, coins: readonly Coin[]): void {
  checkCoins(coins)
  checkSendEnabled(context.store, coins)
  checkReceiver(to)
  sendCoins(context, from, to, coins)
}

/** Throws `unauthorized` for a module's account that takes coins from no user. */
export function checkReceiver(to: Address): void {
  if (isBlocked(to)) throw sdkError('unauthorized', `${to} is not allowed to receive funds`)
}

/** Takes coins that are not locked away from an address; throws `insufficient funds` and takes none. */
export function takeCoins(context: Context, from: Address, coins: readonly Coin[]): void {
  const locked = lockedAt(context.store, from, context.block.timeMs)
  for (const coin of coins) {
    checkSpendable(getBalance(context.store, from, coin.denom), amountOf(locked, coin.denom), coin)
  }
  moveOut(context, from, coins)
}

/** Takes coins from an address whether they are locked or not; that it has them is its caller's to check. */
export function moveOut(context: Context, from: Address, coins: readonly Coin[]): void {
  for (const { denom, amount } of coins) addToBalance(context.store, from, { denom, amount: -amount })
  context.events.push(
    event('coin_spent', [
      ['spender', from],
      ['amount', formatCoins(coins)],
    ]),
  )
}

/** Gives an address coins that were taken elsewhere. */
export function giveCoins(context: Context, to: Address, coins: readonly Coin[]): void {
  for (const coin of coins) addToBalance(context.store, to, coin)
  ensureAccount(context.store, to)
  context.events.push(
    event('coin_received', [
      ['receiver', to],
      ['amount', formatCoins(coins)],
    ]),
  )
}

function checkSpendable(held: bigint, locked: bigint, { denom, amount }: Coin): void {
  if (locked > held) {
    throw sdkError(
      'insufficientFunds',
      `locked amount exceeds account balance funds: ${locked}${denom} > ${held}${denom}`,
    )
  }
  if (held - locked < amount) {
    throw sdkError(
      'insufficientFunds',
      `spendable balance ${held - locked}${denom} is smaller than ${amount}${denom}`,
    )
  }
}

function lockedAt(store: Store, address: Address, timeMs: number): readonly Coin[] {
  const vesting = findAccount(store, address)?.vesting
  return vesting === undefined ? [] : lockedCoins(vesting, BigInt(Math.floor(timeMs / 1000)))
}
