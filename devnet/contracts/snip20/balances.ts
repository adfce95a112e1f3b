import type { Address } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { genericError } from '../std-error'
import type { TokenCall } from './token-call'

const SUPPLY = 'supply'

export function balanceOf(storage: ContractStorage, address: Address): bigint {
  return BigInt(storage.get(`balance/${address}`) ?? '0')
}

export function totalSupply(storage: ContractStorage): bigint {
  return BigInt(storage.get(SUPPLY) ?? '0')
}

/** Returns what `from` has left. Throws `insufficient funds` with the balance, in the words every client knows. */
export function moveTokens(call: TokenCall, from: Address, to: Address, amount: bigint): bigint {
  const left = takeTokens(call, from, amount, 'transfer')
  setBalance(call.storage, to, balanceOf(call.storage, to) + amount)
  return left
}

export function mintTo(storage: ContractStorage, to: Address, amount: bigint): void {
  setBalance(storage, to, balanceOf(storage, to) + amount)
  storage.set(SUPPLY, String(totalSupply(storage) + amount))
}

/** Returns what `from` has left. */
export function burnFrom(
  call: TokenCall,
  from: Address,
  amount: bigint,
  operation: 'burn' | 'redeem',
): bigint {
  const left = takeTokens(call, from, amount, operation)
  call.storage.set(SUPPLY, String(totalSupply(call.storage) - amount))
  return left
}

function takeTokens({ storage, rules }: TokenCall, from: Address, amount: bigint, operation: string): bigint {
  const held = balanceOf(storage, from)
  if (held < amount) {
    const purpose = rules.namesOperation ? ` to ${operation}` : ''
    throw genericError(`insufficient funds${purpose}: balance=${held}, required=${amount}`)
  }
  setBalance(storage, from, held - amount)
  return held - amount
}

function setBalance(storage: ContractStorage, address: Address, amount: bigint): void {
  storage.set(`balance/${address}`, String(amount))
}
