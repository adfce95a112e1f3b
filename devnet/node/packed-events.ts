import type { ChainEvent } from './events'
import type { WordList } from './word-list'

/**
 * Events as numbers of words: for each its type and how many attributes, then key, value and whether it is indexed.
 * What happened in a transaction repeats itself so much that this is a small part of its size as objects.
 */
export type PackedEvents = Uint32Array

const HEAD = 2
const PER_ATTRIBUTE = 3

export function packEvents(events: readonly ChainEvent[], words: WordList): PackedEvents {
  return Uint32Array.from(
    events.flatMap(({ type, attributes }) => [
      words.add(type),
      attributes.length,
      ...attributes.flatMap(({ key, value, index }) => [words.add(key), words.add(value), index ? 1 : 0]),
    ]),
  )
}

export function unpackEvents(packed: PackedEvents, words: WordList): ChainEvent[] {
  const events: ChainEvent[] = []
  for (let at = 0; at < packed.length; ) {
    const type = words.at(packed[at] ?? 0)
    const count = packed[at + 1] ?? 0
    const attributes = Array.from({ length: count }, (_, index) => {
      const from = at + HEAD + index * PER_ATTRIBUTE
      return {
        key: words.at(packed[from] ?? 0),
        value: words.at(packed[from + 1] ?? 0),
        index: packed[from + 2] === 1,
      }
    })
    events.push({ type, attributes })
    at += HEAD + count * PER_ATTRIBUTE
  }
  return events
}
