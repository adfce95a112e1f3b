import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import type { Coin } from '../coins'

/** One entry an address, so that what it holds is found without looking at anybody else's. */
const BALANCES = 'bank/balances'
const SUPPLY = 'bank/supply'

export function getBalance(store: Store, address: Address, denom: string): bigint {
  return BigInt(readHeld(store, address)[denom] ?? '0')
}

/** All coins an address holds, in the order of their denoms. */
export function getBalances(store: Store, address: Address): Coin[] {
  return Object.entries(readHeld(store, address)).map(([denom, amount]) => ({
    denom,
    amount: BigInt(amount),
  }))
}

/** Changes what an address holds; below zero is its caller's to prevent. */
export function addToBalance(store: Store, address: Address, { denom, amount }: Coin): void {
  const { [denom]: held = '0', ...others } = readHeld(store, address)
  const next = BigInt(held) + amount
  if (next < 0n) throw new Error(`the balance of ${address} would be ${next}${denom}`)
  const entries = Object.entries(others)
  if (next !== 0n) entries.push([denom, String(next)])
  const balances = store.area(BALANCES)
  if (entries.length === 0) balances.delete(address)
  else balances.set(address, JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))))
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

function readHeld(store: Store, address: Address): Readonly<Record<string, string>> {
  const text = store.area(BALANCES).get(address)
  return text === undefined ? {} : JSON.parse(text)
}
