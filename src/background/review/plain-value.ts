import { base64 } from '@scure/base'
import type { JsonValue } from '../../domain/index'

/** A decoded structure as JSON: big numbers as digits, bytes as base64, absent members left out. */
export function plainValue(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return base64.encode(value)
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value !== 'object') throw new TypeError('A decoded structure holds data only.')
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, plainValue(member)]))
}
