import { base64 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'

/** One code that a contract came to run on. */
export interface HistoryEntry {
  readonly operation: 'INIT' | 'MIGRATE'
  readonly codeId: number
  readonly height: number
  readonly txIndex: number
  /** Base64 of the message as it was sent. */
  readonly message: string
}

const HISTORY = 'compute/history'

/** The entries from the first on. */
export function historyOf(store: Store, address: Address): HistoryEntry[] {
  return JSON.parse(store.area(HISTORY).get(address) ?? '[]')
}

export function addToHistory(
  context: Context,
  address: Address,
  change: {
    readonly operation: HistoryEntry['operation']
    readonly codeId: number
    readonly wire: Uint8Array
  },
): void {
  const { store, block, tx } = context
  const entry: HistoryEntry = {
    operation: change.operation,
    codeId: change.codeId,
    height: block.height,
    txIndex: tx?.index ?? 0,
    message: base64.encode(change.wire),
  }
  store.area(HISTORY).set(address, JSON.stringify([...historyOf(store, address), entry]))
}
