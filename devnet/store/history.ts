import type { Store, StoreChanges } from './store'

/** So many blocks back the state can still be read, as on a node that prunes. */
const KEPT_HEIGHTS = 100

/** The states after the last blocks, kept as what each block changed. */
export class History {
  readonly #root: Store
  /** What stood in each changed place before the block of that height. */
  readonly #before = new Map<number, StoreChanges>()

  constructor(root: Store) {
    this.#root = root
  }

  /** Moves a block's writes into the root and remembers what they replaced. */
  commit(branch: Store, height: number): void {
    this.#before.set(height, branch.overwritten())
    branch.commit()
    this.#before.delete(height - KEPT_HEIGHTS)
  }

  /** The state after the block of that height, for reading; undefined when it is not kept any more. */
  at(height: number, latest: number): Store | undefined {
    if (height === latest) return this.#root
    if (height > latest || !this.#before.has(height + 1)) return undefined
    const state = this.#root.branch()
    for (let undone = latest; undone > height; undone--) state.apply(this.#before.get(undone) ?? new Map())
    return state
  }

  /** The lowest height whose state can be read. */
  lowest(latest: number): number {
    return Math.max(latest - this.#before.size, 1)
  }
}
