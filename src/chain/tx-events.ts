import * as v from 'valibot'
import type { JsonValue } from '../domain/index'
import { transportError } from './chain-error'

/** What happened in a transaction, as the chain recorded it; keys and values of contracts are still sealed. */
export interface TxEvent {
  readonly type: string
  /** The message it came from; undefined for fees and the like. */
  readonly messageIndex: number | undefined
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

const eventSchema = v.object({
  type: v.string(),
  attributes: v.nullish(
    v.array(v.object({ key: v.nullish(v.string(), ''), value: v.nullish(v.string(), '') })),
    [],
  ),
})
const eventsSchema = v.array(eventSchema)
const logsSchema = v.array(
  v.object({
    msg_index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    events: v.nullish(eventsSchema, []),
  }),
)

/**
 * The events of a transaction. Since chain v1.15 they carry `msg_index` as an attribute; before, they are grouped by message
 * in `logs` or in the JSON of `raw_log`. Throws `chain/bad-answer`. Protocol 2.5.
 */
export function readEvents(given: {
  readonly events: JsonValue | undefined
  readonly logs: JsonValue | undefined
  readonly rawLog: string
}): TxEvent[] {
  const logs = readLogs(given.logs) ?? readLogs(parseLog(given.rawLog))
  if (logs !== undefined) return logs
  if (given.events === undefined || given.events === null) return []
  const parsed = v.safeParse(eventsSchema, given.events)
  if (!parsed.success) throw transportError('chain/bad-answer')
  return parsed.output.map(({ type, attributes }) => {
    const index = attributes.find(({ key }) => key === 'msg_index')?.value
    return {
      type,
      messageIndex: index !== undefined && /^\d{1,4}$/.test(index) ? Number(index) : undefined,
      attributes: attributes.filter(({ key }) => key !== 'msg_index'),
    }
  })
}

function readLogs(json: unknown): TxEvent[] | undefined {
  const parsed = v.safeParse(logsSchema, json)
  if (!parsed.success || parsed.output.length === 0) return undefined
  return parsed.output.flatMap((log, position) =>
    log.events.map((event) => ({ ...event, messageIndex: log.msg_index ?? position })),
  )
}

/** The raw log of a failed or a newer transaction is no JSON, and that is fine. */
function parseLog(rawLog: string): unknown {
  if (!rawLog.startsWith('[')) return undefined
  try {
    return JSON.parse(rawLog)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
