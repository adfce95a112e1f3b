import type { Store } from '../../store/store'
import { blockTime, type Nanos } from '../proto-time'
import { TimeQueue } from '../time-queue'

/** Coins or shares that are on their way and arrive at a time. */
export interface StakeEntry {
  readonly creationHeight: number
  /** Nanoseconds since 1970. */
  readonly completion: Nanos
  readonly initialBalance: bigint
  readonly id: number
}

/** An entry as text holds it: big numbers as digits. */
export type StoredEntry<E extends StakeEntry> = {
  readonly [K in keyof E]: E[K] extends bigint ? string : E[K]
}

const COUNTERS = 'staking/counters'

/** The entries under way between the same parties, by the parties' names, and a queue of what arrives when. */
export class StakeEntries<E extends StakeEntry> {
  readonly #area: string
  readonly #queue: TimeQueue
  readonly #restore: (stored: StoredEntry<E>) => Omit<E, keyof StakeEntry>

  /** `areas` are the two parts of the store; `restore` reads what these entries have beyond the others. */
  constructor(
    areas: { readonly entries: string; readonly queue: string },
    restore: (stored: StoredEntry<E>) => Omit<E, keyof StakeEntry>,
  ) {
    this.#area = areas.entries
    this.#queue = new TimeQueue(areas.queue)
    this.#restore = restore
  }

  /** What is under way between the parties of that name. */
  of(store: Store, name: string): E[] {
    const text = store.area(this.#area).get(name)
    return text === undefined ? [] : JSON.parse(text).map((stored: StoredEntry<E>) => this.#read(stored))
  }

  /** The names of all parties with something under way, of those that begin so. */
  names(store: Store, prefix = ''): string[] {
    return store.area(this.#area).keys(prefix)
  }

  write(store: Store, name: string, entries: readonly E[]): void {
    const area = store.area(this.#area)
    if (entries.length === 0) area.delete(name)
    else area.set(name, JSON.stringify(entries, bigintsAsText))
  }

  /** Lets the parties be looked at when that time has come. */
  await(store: Store, name: string, completion: Nanos): void {
    this.#queue.add(store, completion, name)
  }

  /** The names of the parties that have something due by a block's time, each once. */
  takeDue(store: Store, block: { readonly timeMs: number }): string[] {
    return [...new Set(this.#queue.takeDue(store, blockTime(block)))]
  }

  #read(stored: StoredEntry<E>): E {
    const { creationHeight, completion, initialBalance, id } = stored
    const common: StakeEntry = {
      creationHeight: Number(creationHeight),
      completion: BigInt(completion),
      initialBalance: BigInt(initialBalance),
      id: Number(id),
    }
    return { ...common, ...this.#restore(stored) } as E
  }
}

/** The next number of an entry; both kinds are counted together. */
export function nextEntryId(store: Store): number {
  const counters = store.area(COUNTERS)
  const id = Number(counters.get('unbonding') ?? '0') + 1
  counters.set('unbonding', String(id))
  return id
}

function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
