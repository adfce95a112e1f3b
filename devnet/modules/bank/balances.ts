import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import type { Coin } from '../coins'

/** One entry an address, so that what it holds is found without looking at anybody else's. */
const BALANCES = 'bank/balances'
const SUPPLY = 'bank/supply'

export function getBalance(store: Store, address: Address, denom: string): bigint {
  return BigInt(readHeld(store, address).get(denom) ?? '0')
}

/** All coins an address holds, in the order of their denoms. */
export function getBalances(store: Store, address: Address): Coin[] {
  return [...readHeld(store, address)].map(([denom, amount]) => ({
    denom,
    amount: BigInt(amount),
  }))
}

/** Changes what an address holds; below zero is its caller's to prevent. */
export function addToBalance(store: Store, address: Address, { denom, amount }: Coin): void {
  const held = readHeld(store, address)
  const next = BigInt(held.get(denom) ?? '0') + amount
  if (next < 0n) throw new Error(`the balance of ${address} would be ${next}${denom}`)
  if (next === 0n) held.delete(denom)
  else held.set(denom, String(next))
  const balances = store.area(BALANCES)
  const sorted = [...held].sort(([a], [b]) => (a < b ? -1 : 1))
  if (sorted.length === 0) balances.delete(address)
  else balances.set(address, JSON.stringify(sorted))
}

/** Who holds a denom, and how much; looks at every address. */
export function getOwners(store: Store, denom: string): { address: string; amount: bigint }[] {
  return store
    .area(BALANCES)
    .keys()
    .map((address) => ({ address, amount: getBalance(store, address as Address, denom) }))
    .filter(({ amount }) => amount > 0n)
}

export function getSupply(store: Store): Coin[] {
  return store
    .area(SUPPLY)
    .keys()
    .map((denom) => ({ denom, amount: getSupplyOf(store, denom) }))
}

export function getSupplyOf(store: Store, denom: string): bigint {
  return BigInt(store.area(SUPPLY).get(denom) ?? '0')
}

export function addToSupply(store: Store, { denom, amount }: Coin): void {
  const next = getSupplyOf(store, denom) + amount
  if (next === 0n) store.area(SUPPLY).delete(denom)
  else store.area(SUPPLY).set(denom, String(next))
}

/** Amounts by denom, in order. A map, since denoms may be called what objects have already: `constructor`. */
function readHeld(store: Store, address: Address): Map<string, string> {
  const text = store.area(BALANCES).get(address)
  return new Map<string, string>(text === undefined ? [] : JSON.parse(text))
}
