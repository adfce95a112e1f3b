import type { JsonObject, JsonValue } from '../../domain/index'
import { CodecError } from './codec-error'

const MAX_DEPTH = 64

/**
 * Copies a value that must be plain JSON, so that what is checked is what is signed. Members that are undefined are dropped.
 * Throws `codec/document` for anything JSON cannot hold exactly and for a key `__proto__`, `codec/too-deep` past 64 levels.
 */
export function copyJson(value: unknown, depth = 0): JsonValue {
  if (depth > MAX_DEPTH)
    throw new CodecError('codec/too-deep', 'The document is nested too deeply to be read.')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Object.is(value, -0)) throw notJson()
    return value
  }
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copyJson(item, depth + 1))
  if (typeof value !== 'object') throw notJson()
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) throw notJson()
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.some(([key]) => key === '__proto__')) throw notJson()
  return Object.fromEntries(members.map(([key, member]) => [key, copyJson(member, depth + 1)]))
}

/** True when two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null))
    )
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const other: readonly JsonValue[] = b
    return (
      a.length === other.length && a.every((item: JsonValue, index) => sameJson(item, other[index] ?? null))
    )
  }
  return a === b
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notJson(): CodecError {
  return new CodecError('codec/document', 'The document to be signed is not plain JSON. Nothing was signed.')
}
