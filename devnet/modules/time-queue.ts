import type { Store } from '../store/store'
import type { Nanos } from './proto-time'

/** Years to 9999 in nanoseconds have this many digits. */
const DIGITS = 21
const FIRST = 'first'
const NEVER = '9'.repeat(DIGITS)

/**
 * Names to be looked at when their time has come, kept in an area of a module's own.
 * A block in which nothing is due costs one read.
 */
export class TimeQueue {
  readonly #area: string

  constructor(area: string) {
    this.#area = area
  }

  add(store: Store, time: Nanos, name: string): void {
    const cells = store.area(this.#area)
    cells.set(`${keyOf(time)}/${name}`, '')
    if (keyOf(time) < (cells.get(FIRST) ?? NEVER)) cells.set(FIRST, keyOf(time))
  }

  remove(store: Store, time: Nanos, name: string): void {
    store.area(this.#area).delete(`${keyOf(time)}/${name}`)
  }

  /** Takes out the names whose time is at or before `until`, the earliest first and no more than `limit` of them. */
  takeDue(store: Store, until: Nanos, limit = Number.POSITIVE_INFINITY): string[] {
    const cells = store.area(this.#area)
    if ((cells.get(FIRST) ?? NEVER) > keyOf(until)) return []
    const keys = cells.keys().filter((key) => key !== FIRST)
    const due = keys.filter((key) => key.slice(0, DIGITS) <= keyOf(until)).slice(0, limit)
    for (const key of due) cells.delete(key)
    cells.set(FIRST, keys[due.length]?.slice(0, DIGITS) ?? NEVER)
    return due.map((key) => key.slice(DIGITS + 1))
  }
}

function keyOf(time: Nanos): string {
  return String(time < 0n ? 0n : time).padStart(DIGITS, '0')
}
