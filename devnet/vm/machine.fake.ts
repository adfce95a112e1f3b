import type { Machine } from './contract-instance'
import { VmError } from './vm-error'
import { FakeHost } from './vm-host.fake'

/** A machine whose regions are kept in a list, for tests of the host's functions without a contract. */
export class FakeMachine implements Machine {
  readonly host: FakeHost
  readonly gas: Machine['gas']
  readonly #regions: (Uint8Array | undefined)[] = [undefined]

  constructor(host = new FakeHost()) {
    this.host = host
    this.gas = { charge: (amount) => host.gas.consume(amount), outside: (run) => run() }
  }

  read(pointer: number): Uint8Array {
    const region = this.#regions[pointer]
    if (region === undefined) throw new VmError('memory-read')
    return region
  }

  allocate(bytes: Uint8Array): number {
    return this.#regions.push(bytes) - 1
  }

  fill(pointer: number, bytes: Uint8Array): void {
    this.read(pointer)
    this.#regions[pointer] = bytes
  }

  /** A region with text, or with nothing in it. */
  text(text = ''): number {
    return this.allocate(new TextEncoder().encode(text))
  }

  readText(pointer: number): string {
    return new TextDecoder().decode(this.read(pointer))
  }
}
