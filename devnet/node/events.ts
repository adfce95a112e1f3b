export interface EventAttribute {
  readonly key: string
  readonly value: string
  readonly index: boolean
}

export interface ChainEvent {
  readonly type: string
  readonly attributes: readonly EventAttribute[]
}

/** An event from its type and its attributes in order. */
export function event(type: string, attributes: readonly (readonly [string, string])[]): ChainEvent {
  return { type, attributes: attributes.map(([key, value]) => ({ key, value, index: true })) }
}

/** An event of the newer kind, whose values are JSON and whose attributes are in the order of their names. */
export function typedEvent(type: string, values: Readonly<Record<string, string>>): ChainEvent {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return event(
    type,
    sorted.map(([key, value]) => [key, JSON.stringify(value)] as const),
  )
}

/** The event as it is reported for one message of a transaction (Protocol 2.5). */
export function withMessageIndex(found: ChainEvent, messageIndex: number): ChainEvent {
  const attribute = { key: 'msg_index', value: String(messageIndex), index: true }
  return { type: found.type, attributes: [...found.attributes, attribute] }
}

/** The event as it is reported for the beginning or the end of a block. */
export function withMode(found: ChainEvent, isBeginning: boolean): ChainEvent {
  const attribute = { key: 'mode', value: isBeginning ? 'BeginBlock' : 'EndBlock', index: false }
  return { type: found.type, attributes: [...found.attributes, attribute] }
}
