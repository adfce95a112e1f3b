type Cells = Map<string, string | undefined>

/** One module's own part of a store: a plain map of text to text. */
export interface Area {
  get(key: string): string | undefined
  set(key: string, value: string): void
  delete(key: string): void
  /** The keys that start with `prefix`, in ascending order. */
  keys(prefix?: string): string[]
}

export type StoreDump = Record<string, Record<string, string>>
/** New values by area and key; undefined where there is none. */
export type StoreChanges = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>

/**
 * The state of the chain, copy-on-write.
 * `branch()` gives a store that reads through to this one and keeps its writes to itself until `commit()`;
 * dropping the branch instead is the rollback.
 */
export class Store {
  readonly #parent: Store | undefined
  readonly #areas = new Map<string, Cells>()

  constructor(parent?: Store) {
    this.#parent = parent
  }

  static fromDump(dump: StoreDump): Store {
    const store = new Store()
    for (const [area, cells] of Object.entries(dump)) {
      for (const [key, value] of Object.entries(cells)) store.#write(area, key, value)
    }
    return store
  }

  area(name: string): Area {
    return {
      get: (key) => this.#read(name, key),
      set: (key, value) => this.#write(name, key, value),
      delete: (key) => this.#write(name, key, undefined),
      keys: (prefix = '') => this.#keys(name, prefix),
    }
  }

  branch(): Store {
    return new Store(this)
  }

  /** Moves this branch's writes into the store it was branched from; the branch is empty afterwards. */
  commit(): void {
    if (this.#parent === undefined) throw new Error('the root store has nothing to commit to')
    this.#parent.apply(this.#areas)
    this.#areas.clear()
  }

  /** What stood, before this branch, in every place that it writes to. */
  overwritten(): StoreChanges {
    const parent = this.#parent
    if (parent === undefined) throw new Error('the root store has nothing before it')
    const before = (area: string, cells: Cells): Cells =>
      new Map([...cells.keys()].map((key) => [key, parent.#read(area, key)]))
    return new Map([...this.#areas].map(([area, cells]) => [area, before(area, cells)]))
  }

  /** Writes changes such as `overwritten` tells. */
  apply(changes: StoreChanges): void {
    for (const [area, cells] of changes) {
      for (const [key, value] of cells) this.#write(area, key, value)
    }
  }

  /** Everything held, for the state file; only the root store can be dumped. */
  dump(): StoreDump {
    if (this.#parent !== undefined) throw new Error('only the root store can be dumped')
    const dump: StoreDump = {}
    for (const [area, cells] of [...this.#areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const kept: Record<string, string> = {}
      for (const key of this.#keys(area, '')) kept[key] = cells.get(key) ?? ''
      dump[area] = kept
    }
    return dump
  }

  #read(area: string, key: string): string | undefined {
    let store: Store | undefined = this
    while (store !== undefined) {
      const cells = store.#areas.get(area)
      // A deletion is kept as undefined, so `has` decides: it must hide what the parent holds.
      if (cells?.has(key)) return cells.get(key)
      store = store.#parent
    }
    return undefined
  }

  #write(area: string, key: string, value: string | undefined): void {
    let cells = this.#areas.get(area)
    if (cells === undefined) {
      cells = new Map()
      this.#areas.set(area, cells)
    }
    if (value === undefined && this.#parent === undefined) cells.delete(key)
    else cells.set(key, value)
  }

  #keys(area: string, prefix: string): string[] {
    const found = new Set(this.#parent === undefined ? [] : this.#parent.#keys(area, prefix))
    for (const [key, value] of this.#areas.get(area) ?? []) {
      if (!key.startsWith(prefix)) continue
      if (value === undefined) found.delete(key)
      else found.add(key)
    }
    return [...found].sort()
  }
}
