import { sha256 } from '@noble/hashes/sha2.js'
import type { Fault, FaultKind, FaultOf } from './fault'

interface ActiveFault {
  readonly fault: Fault
  readonly path: RegExp
  left: number
}

/** What goes wrong with one node at present. The same seed and the same requests make the same chances. */
export class Faults {
  readonly #seed: Uint8Array
  #active: ActiveFault[] = []
  #drawn = 0

  constructor(seed: Uint8Array) {
    this.#seed = seed
  }

  /** Adds a fault; of several of one kind the latest counts. Returns how to take it away. */
  add(fault: Fault): () => void {
    const added: ActiveFault = { fault, path: patternOf(fault.path ?? '*'), left: fault.times ?? Infinity }
    this.#active.push(added)
    return () => {
      this.#active = this.#active.filter((one) => one !== added)
    }
  }

  clear(): void {
    this.#active = []
  }

  get none(): boolean {
    return this.#active.length === 0
  }

  /** The faults in force, each with the requests that are left to it. */
  list(): Fault[] {
    return this.#active.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left }))
  }

  /** The fault of a kind for this request, which counts as one of its times. */
  take<K extends FaultKind>(kind: K, path: string): FaultOf<K> | undefined {
    const found = this.#find(kind, path)
    if (found === undefined || !this.#happens(found.fault)) return undefined
    found.left--
    if (found.left <= 0) this.#active = this.#active.filter((one) => one !== found)
    return found.fault as FaultOf<K>
  }

  /** The fault of a kind that is a state of the node, not of a request. */
  current<K extends FaultKind>(kind: K): FaultOf<K> | undefined {
    return this.#active.findLast(({ fault }) => fault.kind === kind)?.fault as FaultOf<K> | undefined
  }

  #find(kind: FaultKind, path: string): ActiveFault | undefined {
    return this.#active.findLast(({ fault, path: pattern }) => fault.kind === kind && pattern.test(path))
  }

  #happens({ probability = 1 }: Fault): boolean {
    return probability >= 1 || this.#draw() < probability
  }

  /** The next number from 0 to 1 of the sequence that follows from the seed. */
  #draw(): number {
    const input = new Uint8Array(this.#seed.length + 4)
    input.set(this.#seed)
    const view = new DataView(input.buffer)
    view.setUint32(this.#seed.length, this.#drawn++)
    return new DataView(sha256(input).buffer).getUint32(0) / 2 ** 32
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}
