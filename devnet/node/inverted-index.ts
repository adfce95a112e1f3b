import { type Condition, satisfies } from './tx-query'

/** Where a value was emitted: mostly one place, so a list is only made for the second. */
type Places = number | number[]

/** From a key and a value to the places where they were emitted, in ascending order. */
export class InvertedIndex {
  readonly #keys = new Map<string, Map<string, Places>>()

  /** Places must come in ascending order. */
  add(key: string, value: string, place: number): void {
    let values = this.#keys.get(key)
    if (values === undefined) {
      values = new Map()
      this.#keys.set(key, values)
    }
    const known = values.get(value)
    if (known === undefined) values.set(value, place)
    else if (typeof known === 'number') {
      if (known !== place) values.set(value, [known, place])
    } else if (known.at(-1) !== place) known.push(place)
  }

  /** The places where a condition holds: looked up when it is an equality, else among the values of its key. */
  find(condition: Condition): readonly number[] {
    const values = this.#keys.get(condition.key)
    if (values === undefined) return []
    if (condition.kind === 'equals') return listOf(values.get(condition.value))
    const found = new Set<number>()
    for (const [value, places] of values) {
      if (!satisfies(condition, value)) continue
      for (const place of listOf(places)) found.add(place)
    }
    return [...found].sort((a, b) => a - b)
  }
}

function listOf(places: Places | undefined): readonly number[] {
  if (places === undefined) return []
  return typeof places === 'number' ? [places] : places
}
