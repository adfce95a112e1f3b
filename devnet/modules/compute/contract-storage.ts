import type { ContractStorage } from '../../contracts/contract'
import type { Context } from '../../node/context'
import { enclaveFailed } from './compute-errors'

/** One gas of the chain is 1,000 of the virtual machine, and a read costs 1,000 there, a write 2,000 (Protocol 5). */
const READ_GAS = 1n
const WRITE_GAS = 2n
const BYTES_PER_GAS = 32

/** The state of one contract, counted in gas. */
export function contractStorage(context: Context, address: string): ContractStorage {
  const area = context.store.area(`compute/state/${address}`)
  const charge = (gas: bigint, text: string): void =>
    context.gas.consume(gas + BigInt(Math.ceil(text.length / BYTES_PER_GAS)), 'wasm contract')
  return {
    get(key) {
      const value = area.get(key)
      charge(READ_GAS, key + (value ?? ''))
      return value
    },
    set(key, value) {
      charge(WRITE_GAS, key + value)
      area.set(key, value)
    },
    remove(key) {
      charge(WRITE_GAS, key)
      area.delete(key)
    },
  }
}

/** The same state for a query: reading is all it may do. */
export function readOnlyStorage(context: Context, address: string): ContractStorage {
  const refuse = (): never => {
    throw enclaveFailed('query', 'contract tried to write to storage during a query')
  }
  return { ...contractStorage(context, address), set: refuse, remove: refuse }
}
