import type { Chain } from './node/chain'

/** How far to go at once: blocks to make, and seconds by which time goes on before the first of them. */
export interface Jump {
  readonly seconds?: number
  readonly blocks?: number
}

/** Makes the blocks of a network: one every so many milliseconds, and whenever it is told to. */
export class BlockProducer {
  readonly #chain: Chain
  readonly #timer: NodeJS.Timeout | undefined
  #isHalted = false

  /** `everyMs` of 0 makes blocks by hand alone. */
  constructor(chain: Chain, everyMs: number) {
    this.#chain = chain
    if (everyMs > 0) this.#timer = setInterval(() => this.#tick(), everyMs)
  }

  get isHalted(): boolean {
    return this.#isHalted
  }

  /** No more blocks come by themselves, as on a network that has lost its agreement. */
  halt(): void {
    this.#isHalted = true
  }

  resume(): void {
    this.#isHalted = false
  }

  /** Makes blocks at once, even on a halted network. Returns the last height. */
  produce(count = 1): number {
    for (let made = 0; made < count; made++) this.#chain.produceBlock()
    return this.#chain.blocks.latest.height
  }

  /** Moves time and height on; one block at least, so that the new time counts. Returns the last height. */
  jump({ seconds = 0, blocks = 1 }: Jump): number {
    this.#chain.clock.jump(seconds * 1_000)
    return this.produce(blocks)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #tick(): void {
    if (!this.#isHalted) this.#chain.produceBlock()
  }
}
