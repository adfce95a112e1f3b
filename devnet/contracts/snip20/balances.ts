import type { Address } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { genericError } from '../std-error'

const SUPPLY = 'supply'

export function balanceOf(storage: ContractStorage, address: Address): bigint {
  return BigInt(storage.get(`balance/${address}`) ?? '0')
}

export function totalSupply(storage: ContractStorage): bigint {
  return BigInt(storage.get(SUPPLY) ?? '0')
}

/** Throws `insufficient funds` with the balance, in the words every client knows. */
export function moveTokens(storage: ContractStorage, from: Address, to: Address, amount: bigint): void {
  takeTokens(storage, from, amount)
  setBalance(storage, to, balanceOf(storage, to) + amount)
}

export function mintTo(storage: ContractStorage, to: Address, amount: bigint): void {
  setBalance(storage, to, balanceOf(storage, to) + amount)
  storage.set(SUPPLY, String(totalSupply(storage) + amount))
}

export function burnFrom(storage: ContractStorage, from: Address, amount: bigint): void {
  takeTokens(storage, from, amount)
  storage.set(SUPPLY, String(totalSupply(storage) - amount))
}

function takeTokens(storage: ContractStorage, from: Address, amount: bigint): void {
  const held = balanceOf(storage, from)
  if (held < amount) throw genericError(`insufficient funds: balance=${held}, required=${amount}`)
  setBalance(storage, from, held - amount)
}

function setBalance(storage: ContractStorage, address: Address, amount: bigint): void {
  storage.set(`balance/${address}`, String(amount))
}
