import type { ContractStorage } from './contract'
import { genericError } from './std-error'

/** Reads what `writeStored` wrote under the key: a contract's own state, whose shape only that contract decides. */
export function readStored<T>(storage: ContractStorage, key: string): T | undefined {
  const text = storage.get(key)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

/** Throws where something must have been written, as at instantiation. */
export function requireStored<T>(storage: ContractStorage, key: string): T {
  const value = readStored<T>(storage, key)
  if (value === undefined) throw genericError(`${key} is missing`)
  return value
}

export function writeStored(storage: ContractStorage, key: string, value: object): void {
  storage.set(key, JSON.stringify(value))
}
