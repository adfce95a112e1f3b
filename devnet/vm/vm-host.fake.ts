import { hex } from '@scure/base'
import type { VmGas, VmHost, VmStorage } from './vm-host'

export class FakeOutOfGas extends Error {
  override readonly name = 'FakeOutOfGas'
}

/** A host with its state in a map, a limit of gas, and answers given beforehand. */
export class FakeHost implements VmHost {
  readonly cells = new Map<string, Uint8Array>()
  readonly readOnly: boolean
  readonly #limit: bigint
  readonly #answer: (request: Uint8Array) => Uint8Array
  #used = 0n

  constructor(
    options: { limit?: bigint; readOnly?: boolean; answer?: (request: Uint8Array) => Uint8Array } = {},
  ) {
    this.#limit = options.limit ?? 10_000_000n
    this.readOnly = options.readOnly ?? false
    this.#answer = options.answer ?? ((request) => request)
  }

  get used(): bigint {
    return this.#used
  }

  get gas(): VmGas {
    return {
      left: this.#limit - this.#used,
      used: this.#used,
      consume: (amount) => {
        this.#used += amount
        if (this.#used > this.#limit) throw new FakeOutOfGas()
      },
    }
  }

  get storage(): VmStorage {
    return {
      get: (key) => this.cells.get(hex.encode(key)),
      set: (key, value) => {
        this.cells.set(hex.encode(key), value)
      },
      remove: (key) => {
        this.cells.delete(hex.encode(key))
      },
    }
  }

  query(request: Uint8Array): Uint8Array {
    return this.#answer(request)
  }
}
