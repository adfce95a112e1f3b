import type { Transaction } from './transaction'

/** The transactions that were taken at the door and wait for a block, in the order they came. */
export class Mempool {
  readonly #waiting = new Map<string, Transaction>()

  has(hash: string): boolean {
    return this.#waiting.has(hash)
  }

  add(tx: Transaction): void {
    this.#waiting.set(tx.hash, tx)
  }

  get size(): number {
    return this.#waiting.size
  }

  all(): Transaction[] {
    return [...this.#waiting.values()]
  }

  /** Takes everything out. */
  drain(): Transaction[] {
    const all = this.all()
    this.#waiting.clear()
    return all
  }
}
