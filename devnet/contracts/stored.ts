import type { ContractStorage } from './contract'

/** Reads what `writeStored` wrote under the key: a contract's own state, whose shape only that contract decides. */
export function readStored<T>(storage: ContractStorage, key: string): T | undefined {
  const text = storage.get(key)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

export function writeStored(storage: ContractStorage, key: string, value: object): void {
  storage.set(key, JSON.stringify(value))
}
