import type { BlockResult, Chain } from '../node/chain'
import type { ChainEvent } from '../node/events'

/** As many blocks as a node of devnet keeps when they are empty. */
const KEPT_BLOCKS = 1_000

/** What the modules emitted around the transactions of the recent blocks. */
export class BlockEvents {
  readonly #byHeight = new Map<number, readonly ChainEvent[]>()

  constructor(chain: Chain) {
    chain.onBlock(({ block, events }: BlockResult) => {
      this.#byHeight.set(block.height, events)
      this.#byHeight.delete(block.height - KEPT_BLOCKS)
    })
  }

  /** The events of a block; undefined when they are not kept, as those from before this start. */
  at(height: number): readonly ChainEvent[] | undefined {
    return this.#byHeight.get(height)
  }

  heights(): number[] {
    return [...this.#byHeight.keys()]
  }
}
