import type { VmGas } from './vm-host'

const MAX_I64 = (1n << 63n) - 1n

/**
 * Keeps the count inside the module and the host's own gas together: the module counts down by itself while the
 * contract runs, and its count is handed over before anything else is charged.
 */
export class GasLink {
  readonly #gas: VmGas
  readonly #left: WebAssembly.Global
  readonly #missing: WebAssembly.Global
  #loaded = 0n

  constructor(gas: VmGas, left: WebAssembly.Global, missing: WebAssembly.Global) {
    this.#gas = gas
    this.#left = left
    this.#missing = missing
    this.#load()
  }

  /** The contract asked for more gas than was left. */
  get isExhausted(): boolean {
    return this.#missing.value !== 0n
  }

  /** Charges an amount for what the host does; throws the host's error when it does not fit. */
  charge(wasmGas: bigint): void {
    this.outside(() => this.#gas.consume(wasmGas))
  }

  /** Runs something that may use the host's gas itself. */
  outside<T>(run: () => T): T {
    this.settle()
    const result = run()
    this.#load()
    return result
  }

  /** Hands over what the contract used since the last time, with the charge it could not pay. */
  settle(): void {
    const left: bigint = this.#left.value
    const spent = this.#loaded - left + BigInt(this.#missing.value)
    this.#loaded = left
    if (spent > 0n) this.#gas.consume(spent)
  }

  #load(): void {
    const { left } = this.#gas
    this.#loaded = left < 0n ? 0n : left > MAX_I64 ? MAX_I64 : left
    this.#left.value = this.#loaded
  }
}
