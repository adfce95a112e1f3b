/** The state of the contract that runs. */
export interface VmStorage {
  get(key: Uint8Array): Uint8Array | undefined
  set(key: Uint8Array, value: Uint8Array): void
  remove(key: Uint8Array): void
}

/** Gas in wasm gas, 1,000 of which are one gas of the chain. */
export interface VmGas {
  readonly left: bigint
  readonly used: bigint
  /** Counts an amount; throws the host's own error when it does not fit, which ends the run and comes out of it. */
  consume(wasmGas: bigint): void
}

/** All that a running contract can reach outside its own memory. */
export interface VmHost {
  readonly storage: VmStorage
  readonly gas: VmGas
  /** Queries write nothing. */
  readonly readOnly: boolean
  /** Answers a query to the chain: JSON in, JSON out (Protocol 12.6). */
  query(request: Uint8Array): Uint8Array
}
