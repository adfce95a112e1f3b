import { base64 } from '@scure/base'
import type { IndexedTx } from './tx-index'

/** How a transaction is written in the state file. */
export interface StoredTx {
  readonly hash: string
  readonly height: number
  readonly index: number
  readonly timeMs: number
  readonly bytes: string
  readonly code: number
  readonly codespace: string
  readonly log: string
  readonly data: string
  readonly events: IndexedTx['events']
  readonly gasWanted: string
  readonly gasUsed: string
}

export function txToStored(tx: IndexedTx): StoredTx {
  return {
    ...tx,
    bytes: base64.encode(tx.bytes),
    data: base64.encode(tx.data),
    gasWanted: String(tx.gasWanted),
    gasUsed: String(tx.gasUsed),
  }
}

export function txFromStored(stored: StoredTx): IndexedTx {
  return {
    ...stored,
    bytes: base64.decode(stored.bytes),
    data: base64.decode(stored.data),
    gasWanted: BigInt(stored.gasWanted),
    gasUsed: BigInt(stored.gasUsed),
  }
}
