import type { Address } from '../../../src/domain/index'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { ensureAccount } from '../auth/accounts'
import { type Coin, checkCoins, formatCoins, sumCoins } from '../coins'

const BALANCES = 'bank/balances'
const SUPPLY = 'bank/supply'
const SEND_GAS = 4_000n

export interface Transfer {
  readonly address: Address
  readonly coins: readonly Coin[]
}

export function getBalance(store: Store, address: Address, denom: string): bigint {
  return BigInt(store.area(BALANCES).get(`${address}/${denom}`) ?? '0')
}

/** All coins an address holds, in the order of their denoms. */
export function getBalances(store: Store, address: Address): Coin[] {
  const prefix = `${address}/`
  return store
    .area(BALANCES)
    .keys(prefix)
    .map((key) => key.slice(prefix.length))
    .map((denom) => ({ denom, amount: getBalance(store, address, denom) }))
}

export function getSupply(store: Store): Coin[] {
  const supply = store.area(SUPPLY)
  return supply.keys().map((denom) => ({ denom, amount: BigInt(supply.get(denom) ?? '0') }))
}

/** Creates coins out of nothing: for genesis and nothing else. */
export function mintCoins(store: Store, to: Address, coin: Coin): void {
  const supply = store.area(SUPPLY)
  supply.set(coin.denom, String(BigInt(supply.get(coin.denom) ?? '0') + coin.amount))
  setBalance(store, to, coin.denom, getBalance(store, to, coin.denom) + coin.amount)
  ensureAccount(store, to)
}

/** Takes coins out of the world; throws `insufficient funds` and takes nothing. */
export function burnCoins(context: Context, from: Address, coins: readonly Coin[]): void {
  context.gas.consume(SEND_GAS, 'bank burn')
  takeCoins(context, from, coins)
  const supply = context.store.area(SUPPLY)
  for (const { denom, amount } of coins) {
    const left = BigInt(supply.get(denom) ?? '0') - amount
    if (left === 0n) supply.delete(denom)
    else supply.set(denom, String(left))
  }
  context.events.push(
    event('burn', [
      ['burner', from],
      ['amount', formatCoins(coins)],
    ]),
  )
}

/** Moves coins and emits the chain's three transfer events; throws `insufficient funds` and moves nothing. */
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
  )
}

/** The handler of MsgSend. */
export function send(context: Context, from: Address, to: Address, coins: readonly Coin[]): void {
  checkCoins(coins)
  sendCoins(context, from, to, coins)
  context.events.push(event('message', [['sender', from]]))
}

/** The handler of MsgMultiSend: one input, any number of outputs, equal sums. */
export function multiSend(context: Context, inputs: readonly Transfer[], outputs: readonly Transfer[]): void {
  const [input] = inputs
  if (input === undefined) throw new AbciError('bank', 2, 'no inputs to send transaction')
  if (inputs.length > 1) throw new AbciError('bank', 9, 'multiple senders not allowed')
  if (outputs.length === 0) throw new AbciError('bank', 3, 'no outputs to send transaction')
  for (const { coins } of [input, ...outputs]) checkCoins(coins)
  const sum = sumCoins(outputs.flatMap(({ coins }) => coins))
  if (formatCoins(sum) !== formatCoins(sumCoins(input.coins))) {
    throw new AbciError('bank', 4, 'sum inputs != sum outputs')
  }
  context.gas.consume(SEND_GAS * BigInt(outputs.length), 'bank multi-send')
  takeCoins(context, input.address, input.coins)
  context.events.push(event('message', [['sender', input.address]]))
  for (const { address, coins } of outputs) {
    giveCoins(context, address, coins)
    context.events.push(
      event('transfer', [
        ['recipient', address],
        ['sender', input.address],
        ['amount', formatCoins(coins)],
      ]),
    )
  }
}

function takeCoins(context: Context, from: Address, coins: readonly Coin[]): void {
  for (const { denom, amount } of coins) {
    const held = getBalance(context.store, from, denom)
    if (held < amount) {
      throw sdkError(
        'insufficientFunds',
        `spendable balance ${held}${denom} is smaller than ${amount}${denom}`,
      )
    }
    setBalance(context.store, from, denom, held - amount)
  }
  context.events.push(
    event('coin_spent', [
      ['spender', from],
      ['amount', formatCoins(coins)],
    ]),
  )
}

function giveCoins(context: Context, to: Address, coins: readonly Coin[]): void {
  for (const { denom, amount } of coins) {
    setBalance(context.store, to, denom, getBalance(context.store, to, denom) + amount)
  }
  ensureAccount(context.store, to)
  context.events.push(
    event('coin_received', [
      ['receiver', to],
      ['amount', formatCoins(coins)],
    ]),
  )
}

function setBalance(store: Store, address: Address, denom: string, amount: bigint): void {
  const balances = store.area(BALANCES)
  if (amount === 0n) balances.delete(`${address}/${denom}`)
  else balances.set(`${address}/${denom}`, String(amount))
}
