import type { CheckedModule } from './check-module'
import { GasLink } from './gas-link'
import { METER_EXPORTS } from './metering'
import { readRegion, regionLength, writeRegion } from './region'
import { trapError, VmError } from './vm-error'
import type { VmHost } from './vm-host'

type ContractFunction = (...args: number[]) => unknown

/** What the host's functions get at: the memory of the contract that called them, its gas and the host. */
export interface Machine {
  readonly host: VmHost
  readonly gas: Pick<GasLink, 'charge' | 'outside'>
  /** Copies a region out of the contract's memory. Throws VmError. */
  read(pointer: number): Uint8Array
  /** Lets the contract allocate a region and fills it; returns the pointer. Throws VmError. */
  allocate(bytes: Uint8Array): number
  /** Fills a region that the contract made. Throws VmError. */
  fill(pointer: number, bytes: Uint8Array): void
}

export type HostImports = (
  machine: Machine,
) => Record<string, (...args: number[]) => number | bigint | undefined>

/** One contract in its own memory, for one call. */
export class ContractInstance implements Machine {
  readonly host: VmHost
  readonly gas: GasLink
  readonly #exports: WebAssembly.Exports
  readonly #memory: WebAssembly.Memory
  readonly #stackLeft: WebAssembly.Global

  constructor({ module }: CheckedModule, host: VmHost, imports: HostImports) {
    this.host = host
    this.#exports = instantiate(module, { env: imports(this) })
    this.#memory = memoryOf(this.#exports)
    this.#stackLeft = globalOf(this.#exports, METER_EXPORTS.stackLeft)
    this.gas = new GasLink(
      host.gas,
      globalOf(this.#exports, METER_EXPORTS.gasLeft),
      globalOf(this.#exports, METER_EXPORTS.gasMissing),
    )
  }

  /** Calls an exported function with numbers. Throws VmError for what the contract did wrong. */
  call(name: string, args: readonly number[]): number {
    const entry = this.#exports[name]
    if (typeof entry !== 'function') throw new VmError('failed-call')
    try {
      return Number((entry as ContractFunction)(...args))
    } catch (error) {
      throw this.#explain(error)
    }
  }

  read(pointer: number): Uint8Array {
    return readRegion(this.#memory, pointer)
  }

  lengthOf(pointer: number): number {
    return regionLength(this.#memory, pointer)
  }

  allocate(bytes: Uint8Array): number {
    const pointer = this.#callAllocate(bytes.length)
    this.fill(pointer, bytes)
    return pointer
  }

  fill(pointer: number, bytes: Uint8Array): void {
    writeRegion(this.#memory, pointer, bytes)
  }

  /** Whatever the contract does wrong there, it failed to allocate. */
  #callAllocate(length: number): number {
    try {
      return this.call('allocate', [length])
    } catch (cause) {
      if (!(cause instanceof VmError) || cause.code === 'out-of-gas') throw cause
      throw new VmError('memory-allocation', { cause })
    }
  }

  /** A trap of the meter's own looks like the contract's, so the meter is asked first. */
  #explain(error: unknown): unknown {
    const trap = trapError(error)
    if (trap?.code !== 'unreachable') return trap ?? error
    if (this.gas.isExhausted) return new VmError('out-of-gas', { cause: error })
    return this.#stackLeft.value < 0 ? new VmError('stack-overflow', { cause: error }) : trap
  }
}

function instantiate(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Exports {
  try {
    return new WebAssembly.Instance(module, imports).exports
  } catch (cause) {
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) {
      throw trapError(cause)?.code === 'stack-overflow'
        ? new VmError('stack-overflow', { cause })
        : new VmError('memory-initialization', { cause })
    }
    throw cause
  }
}

function memoryOf(exports: WebAssembly.Exports): WebAssembly.Memory {
  const { memory } = exports
  if (memory instanceof WebAssembly.Memory) return memory
  throw new VmError('memory-initialization')
}

function globalOf(exports: WebAssembly.Exports, name: string): WebAssembly.Global {
  const global = exports[name]
  if (global instanceof WebAssembly.Global) return global
  throw new VmError('failed-call')
}
