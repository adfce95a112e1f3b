const SETTLE_MS = 500

/**
 * Keeps Approve from being pressed by a click or key that was meant for something else: shut from the first moment, it
 * opens half a second after the screen last changed, and takes only a press that also began while it was open.
 */
export class ApproveGuard {
  readonly #clock: () => number
  #opensAt = Number.POSITIVE_INFINITY
  /** Outlives every restart: a press that began before one is held, and is none when it ends. */
  #pressBegan: number | undefined

  /** The clock counts milliseconds and never goes back. */
  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Something was drawn, focused, resized or changed: the half second starts anew. */
  restart(): void {
    this.#opensAt = this.#clock() + SETTLE_MS
  }

  /** Shut until the next restart. */
  shut(): void {
    this.#opensAt = Number.POSITIVE_INFINITY
  }

  isOpen(): boolean {
    return this.#clock() >= this.#opensAt
  }

  /** A pointer or key went down on the button. */
  pressBegins(): void {
    this.#pressBegan = this.#clock()
  }

  /** The press is complete; true when it counts. A press without a beginning comes from assistive technology. */
  pressEnds(): boolean {
    const began = this.#pressBegan ?? this.#clock()
    this.#pressBegan = undefined
    return this.isOpen() && began >= this.#opensAt
  }
}
