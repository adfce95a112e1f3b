import type { Any } from '@bufbuild/protobuf/wkt'
import type { AnyMessage } from '../codec/any-message'
import type { Store } from '../store/store'
import type { AbciError } from './abci-error'
import type { ChainEvent } from './events'
import type { GasMeter } from './gas-meter'

export interface BlockInfo {
  readonly chainId: string
  readonly height: number
  readonly timeMs: number
}

/** The way to the module that a message is for. */
export interface MessageRouter {
  /** Whether some module takes messages of this type. */
  takes(typeUrl: string): boolean
  /** Runs a message; who may send it is the caller's to check. Throws AbciError. */
  run(context: Context, message: AnyMessage): Any
  /** Throws AbciError for a message that is wrong on its face, whatever the state of the chain. */
  check(message: AnyMessage): void
  /** Why a message cannot be simulated, if so (Protocol 4.5). */
  refusalToSimulate(message: AnyMessage): AbciError | undefined
}

/** What a module sees while it works on one message: the state, the block, the gas, and where events go. */
export interface Context {
  readonly store: Store
  readonly block: BlockInfo
  readonly gas: GasMeter
  readonly events: ChainEvent[]
  /** Runs messages of other modules: for what is authorised, decided or sent by a contract. */
  readonly router: MessageRouter
  /** The transaction being run; absent at genesis, between transactions and in queries. */
  readonly tx?: { readonly index: number; readonly hash: string }
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
