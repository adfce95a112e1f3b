import type { GasMeter } from '../../node/gas-meter'
import type { VmGas } from '../../vm/vm-host'

/** One gas of the chain is so much of the virtual machine's (Protocol 5). */
const WASM_GAS_PER_GAS = 1_000n

/** Counts what a contract uses on the transaction's meter, to the last thousandth. */
export class MeteredGas implements VmGas {
  readonly #meter: GasMeter
  #used = 0n
  #charged = 0n

  constructor(meter: GasMeter) {
    this.#meter = meter
  }

  get used(): bigint {
    return this.#used
  }

  get left(): bigint {
    return this.#meter.left * WASM_GAS_PER_GAS - (this.#used - this.#charged * WASM_GAS_PER_GAS)
  }

  consume(wasmGas: bigint): void {
    this.#used += wasmGas
    const whole = this.#used / WASM_GAS_PER_GAS - this.#charged
    if (whole <= 0n) return
    this.#charged += whole
    this.#meter.consume(whole, 'wasm contract')
  }
}
