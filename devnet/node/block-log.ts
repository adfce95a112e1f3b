import { sha256 } from '@noble/hashes/sha2.js'

/** A block as far as anybody asks for it. */
export interface Block {
  readonly chainId: string
  readonly height: number
  readonly timeMs: number
  /** The address of the validator whose turn it was, lower-case hex. */
  readonly proposer: string
  readonly txHashes: readonly string[]
}

/** Empty blocks come every second for as long as devnet runs, so only this many of them are kept. */
const KEPT_EMPTY_BLOCKS = 1_000

/** The blocks so far: all that hold transactions, and the recent ones. */
export class BlockLog {
  readonly #blocks = new Map<number, Block>()
  #latest: Block

  constructor(latest: Block) {
    this.#latest = latest
    this.#blocks.set(latest.height, latest)
  }

  get latest(): Block {
    return this.#latest
  }

  append(block: Block): void {
    this.#latest = block
    this.#blocks.set(block.height, block)
    const old = block.height - KEPT_EMPTY_BLOCKS
    if (this.#blocks.get(old)?.txHashes.length === 0) this.#blocks.delete(old)
  }

  /** Puts back a block of an earlier run. */
  restore(block: Block): void {
    this.#blocks.set(block.height, block)
  }

  find(height: number): Block | undefined {
    return this.#blocks.get(height)
  }

  /** The first of the kept blocks that a condition holds for. */
  findWhere(holds: (block: Block) => boolean): Block | undefined {
    for (const block of this.#blocks.values()) if (holds(block)) return block
    return undefined
  }

  /** The lowest height from which no block is missing. */
  get lowest(): number {
    return Math.max(1, this.#latest.height - KEPT_EMPTY_BLOCKS + 1)
  }

  withTransactions(): Block[] {
    return [...this.#blocks.values()].filter(({ txHashes }) => txHashes.length > 0)
  }
}

/** A hash for a block that nobody signed: SHA-256 over what it holds. */
export function blockHash(block: Block): Uint8Array {
  return sha256(new TextEncoder().encode(JSON.stringify(block)))
}
