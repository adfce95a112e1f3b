import { base64 } from '@scure/base'
import type { TxResult } from './deliver'
import { type Condition, matches } from './tx-query'

/** A transaction in a block. */
export interface IndexedTx extends TxResult {
  readonly hash: string
  readonly height: number
  /** Position in its block. */
  readonly index: number
  readonly timeMs: number
  readonly bytes: Uint8Array
}

type Searchable = ReadonlyMap<string, ReadonlySet<string>>

/** Every transaction that made it into a block, findable by hash and by what it emitted. */
export class TxIndex {
  readonly #byHash = new Map<string, IndexedTx>()
  readonly #searchable = new Map<string, Searchable>()

  add(tx: IndexedTx): void {
    this.#byHash.set(tx.hash, tx)
    this.#searchable.set(tx.hash, searchableOf(tx))
  }

  find(hash: string): IndexedTx | undefined {
    return this.#byHash.get(hash)
  }

  /** All matches in the order of blocks. */
  search(conditions: readonly Condition[]): IndexedTx[] {
    return this.all().filter(({ hash }) => {
      const searchable = this.#searchable.get(hash)
      return searchable !== undefined && conditions.every((condition) => matches(condition, searchable))
    })
  }

  all(): IndexedTx[] {
    return [...this.#byHash.values()]
  }
}

function searchableOf(tx: IndexedTx): Searchable {
  const found = new Map<string, Set<string>>([
    ['tx.height', new Set([String(tx.height)])],
    ['tx.hash', new Set([tx.hash])],
    ['tm.event', new Set(['Tx'])],
  ])
  for (const { type, attributes } of tx.events) {
    for (const { key, value } of attributes) {
      const name = `${type}.${key}`
      found.set(name, (found.get(name) ?? new Set()).add(value))
    }
  }
  return found
}

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
