import { OutOfGasError } from './abci-error'

/** Counts gas up to a limit; the count is the same for the same transaction on the same state. */
export class GasMeter {
  readonly limit: bigint
  #used = 0n

  constructor(limit: bigint) {
    this.limit = limit
  }

  get used(): bigint {
    return this.#used
  }

  get left(): bigint {
    return this.#used >= this.limit ? 0n : this.limit - this.#used
  }

  /** Throws OutOfGasError when the limit is passed; the amount is counted all the same. */
  consume(amount: bigint, location: string): void {
    this.#used += amount
    if (this.#used > this.limit) throw new OutOfGasError(location, this.limit, this.#used)
  }
}
