import type { Store } from '../store/store'
import type { ChainEvent } from './events'
import type { GasMeter } from './gas-meter'

export interface BlockInfo {
  readonly chainId: string
  readonly height: number
  readonly timeMs: number
}

/** What a module sees while it works on one message: the state, the block, the gas, and where events go. */
export interface Context {
  readonly store: Store
  readonly block: BlockInfo
  readonly gas: GasMeter
  readonly events: ChainEvent[]
  /** Position of the transaction in its block. */
  readonly txIndex: number
}

/** Runs `work` on a branch: its writes and events count only if it does not throw. */
export function atomically<T>(context: Context, work: (inner: Context) => T): T {
  const store = context.store.branch()
  const events: ChainEvent[] = []
  const result = work({ ...context, store, events })
  store.commit()
  context.events.push(...events)
  return result
}
