import type { ChainEvent } from '../node/events'
import type { IndexedTx } from '../node/tx-index'

/** Values by `type.key`, as queries see them. */
export type Emitted = ReadonlyMap<string, readonly string[]>

/** What a block emitted outside its transactions, as searches for blocks see it. */
export function emittedAround(height: number, events: readonly ChainEvent[]): Emitted {
  return collect([['block.height', String(height)]], events)
}

/** The event of a new block, a new header or the like. */
export function emittedByBlock(name: string, events: readonly ChainEvent[]): Emitted {
  return collect([['tm.event', name]], events)
}

/** The event of a transaction. */
export function emittedByTx({ hash, height, events }: IndexedTx): Emitted {
  return collect(
    [
      ['tm.event', 'Tx'],
      ['tx.hash', hash],
      ['tx.height', String(height)],
    ],
    events,
  )
}

function collect(own: readonly (readonly [string, string])[], events: readonly ChainEvent[]): Emitted {
  const emitted = new Map<string, string[]>(own.map(([key, value]) => [key, [value]]))
  for (const { type, attributes } of events) {
    for (const { key, value } of attributes) {
      const name = `${type}.${key}`
      const known = emitted.get(name)
      if (known === undefined) emitted.set(name, [value])
      else known.push(value)
    }
  }
  return emitted
}
