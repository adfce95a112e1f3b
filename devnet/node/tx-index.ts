import type { TxResult } from './deliver'
import { InvertedIndex } from './inverted-index'
import { type PackedEvents, packEvents, unpackEvents } from './packed-events'
import { type Condition, satisfies } from './tx-query'
import { WordList } from './word-list'

/** A transaction in a block. */
export interface IndexedTx extends TxResult {
  readonly hash: string
  readonly height: number
  /** Position in its block. */
  readonly index: number
  readonly timeMs: number
  readonly bytes: Uint8Array
}

type PackedTx = Omit<IndexedTx, 'events'> & { readonly events: PackedEvents }

/** What a search found, in the order of blocks; the transactions themselves are made when they are asked for. */
export interface TxMatches {
  readonly total: number
  /** Those from `start` on, `count` of them; backwards from the last one when `descending`. */
  page(window: { start: number; count: number; descending: boolean }): IndexedTx[]
}

interface Span {
  readonly start: number
  readonly end: number
}

const HEIGHT = 'tx.height'
const HASH = 'tx.hash'

/** Every transaction that made it into a block, findable by hash and by what it emitted. */
export class TxIndex {
  readonly #txs: PackedTx[] = []
  readonly #byHash = new Map<string, number>()
  readonly #words = new WordList()
  readonly #emitted = new InvertedIndex()

  add(tx: IndexedTx): void {
    const place = this.#txs.length
    this.#txs.push({ ...tx, events: packEvents(tx.events, this.#words) })
    this.#byHash.set(tx.hash, place)
    for (const { type, attributes } of tx.events) {
      for (const { key, value, index } of attributes) {
        if (index) this.#emitted.add(this.#word(`${type}.${key}`), this.#word(value), place)
      }
    }
  }

  find(hash: string): IndexedTx | undefined {
    const place = this.#byHash.get(hash)
    return place === undefined ? undefined : this.#unpack(place)
  }

  /**
   * Finds as a node's index does: a hash decides alone, heights bound, and all other conditions must hold in one and the same event.
   * `lastHeight` leaves out what lies above it.
   */
  search(conditions: readonly Condition[], lastHeight = Number.MAX_SAFE_INTEGER): TxMatches {
    const hash = conditions.find(({ key }) => key === HASH)
    if (hash !== undefined) return this.#byGivenHash(hash, lastHeight)
    const span = this.#spanOf(conditions, lastHeight)
    const emitted = conditions.filter(({ key }) => key !== HEIGHT)
    if (emitted.length === 0) {
      return this.#matches(span.end - span.start, (index) => span.start + index)
    }
    const places = this.#placesOf(emitted, span)
    return this.#matches(places.length, (index) => places[index] ?? 0)
  }

  all(): IndexedTx[] {
    return this.#txs.map((_, place) => this.#unpack(place))
  }

  #byGivenHash(condition: Condition, lastHeight: number): TxMatches {
    const place = condition.kind === 'equals' ? this.#byHash.get(condition.value.toUpperCase()) : undefined
    const known = place !== undefined && (this.#txs[place]?.height ?? 0) <= lastHeight
    return this.#matches(known ? 1 : 0, () => place ?? 0)
  }

  #placesOf(conditions: readonly Condition[], { start, end }: Span): readonly number[] {
    const lookups = conditions.filter(({ kind }) => kind === 'equals')
    const lists = (lookups.length === 0 ? conditions.slice(0, 1) : lookups)
      .map((condition) => this.#emitted.find(condition))
      .sort((a, b) => a.length - b.length)
    const [shortest = [], ...others] = lists
    const sets = others.map((list) => new Set(list))
    const isAlone = conditions.length === 1
    return shortest
      .slice(firstIndex(shortest.length, (index) => (shortest[index] ?? 0) >= start))
      .filter((place) => place < end && sets.every((set) => set.has(place)))
      .filter((place) => isAlone || this.#holdsInOneEvent(place, conditions))
  }

  #holdsInOneEvent(place: number, conditions: readonly Condition[]): boolean {
    return this.#unpack(place).events.some(({ type, attributes }) =>
      conditions.every((condition) =>
        attributes.some(
          ({ key, value, index }) =>
            index && `${type}.${key}` === condition.key && satisfies(condition, value),
        ),
      ),
    )
  }

  /** The run of places whose heights satisfy every condition on the height. */
  #spanOf(conditions: readonly Condition[], lastHeight: number): Span {
    const heightAt = (place: number): number => this.#txs[place]?.height ?? 0
    const from = (height: number): number =>
      firstIndex(this.#txs.length, (place) => heightAt(place) >= height)
    let [start, end] = [0, from(lastHeight + 1)]
    for (const condition of conditions.filter(({ key }) => key === HEIGHT)) {
      const [low, high] = heightBounds(condition)
      start = Math.max(start, from(low))
      end = Math.min(end, from(high + 1))
    }
    return { start, end: Math.max(start, end) }
  }

  #matches(total: number, placeAt: (index: number) => number): TxMatches {
    return {
      total,
      page: ({ start, count, descending }) =>
        Array.from({ length: Math.max(0, Math.min(count, total - start)) }, (_, index) =>
          this.#unpack(placeAt(descending ? total - 1 - start - index : start + index)),
        ),
    }
  }

  #unpack(place: number): IndexedTx {
    const packed = this.#txs[place]
    if (packed === undefined) throw new Error(`there is no transaction ${place}`)
    return { ...packed, events: unpackEvents(packed.events, this.#words) }
  }

  #word(text: string): string {
    return this.#words.at(this.#words.add(text))
  }
}

const NOTHING = [1, 0] as const

/** The lowest and the highest height that satisfy a condition. */
function heightBounds(condition: Condition): readonly [number, number] {
  if (condition.kind === 'exists') return [0, Number.MAX_SAFE_INTEGER]
  if (condition.kind === 'equals') return [Number(condition.value), Number(condition.value)]
  if (condition.kind === 'contains' || condition.value.kind === 'time') return NOTHING
  const { number } = condition.value
  switch (condition.operator) {
    case '=':
      return [number, number]
    case '<':
      return [0, Math.ceil(number) - 1]
    case '<=':
      return [0, Math.floor(number)]
    case '>':
      return [Math.floor(number) + 1, Number.MAX_SAFE_INTEGER]
    case '>=':
      return [Math.ceil(number), Number.MAX_SAFE_INTEGER]
    default:
      return condition.operator satisfies never
  }
}

/** The first index from 0 to `length` where a condition begins to hold, found by halving. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
