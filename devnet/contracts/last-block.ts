import type { ContractEnv, ContractStorage } from './contract'
import type { Moment } from './expiration'
import { readStored, writeStored } from './stored'

const KEY = 'last-block'

export function momentOf({ block }: ContractEnv): Moment {
  return { height: block.height, time: Math.floor(block.timeMs / 1000) }
}

/** Contracts of the first generation see no block in a query, so they keep the last one they ran in (Protocol 6.8). */
export function rememberBlock(storage: ContractStorage, env: ContractEnv): void {
  writeStored(storage, KEY, momentOf(env))
}

/** What such a contract takes for the present in a query: expiry is noticed late. */
export function rememberedBlock(storage: ContractStorage): Moment {
  return readStored<Moment>(storage, KEY) ?? { height: 1, time: 1 }
}
