import { base64 } from '@scure/base'
import type { JsonValue } from '../../src/domain/index'
import { invalidArgument } from './grpc-error'
import { readBytes } from './lcd-request'

const DEFAULT_LIMIT = 100

interface Page<T> {
  readonly items: readonly T[]
  readonly pagination: JsonValue
}

/** A page of a list, by key or by offset, in the SDK's query parameters (Protocol 4). `keyOf` names each item. */
export function paginate<T>(list: readonly T[], query: URLSearchParams, keyOf: (item: T) => string): Page<T> {
  const limit = readNumber(query, 'pagination.limit') || DEFAULT_LIMIT
  const offset = readNumber(query, 'pagination.offset')
  const key = query.get('pagination.key') ?? ''
  if (key !== '' && offset > 0)
    throw invalidArgument('invalid request, either offset or key is expected, got both')
  const ordered = query.get('pagination.reverse') === 'true' ? [...list].reverse() : list
  const start = key === '' ? offset : indexOfKey(ordered, key, keyOf)
  const next = ordered[start + limit]
  const nextKey = next === undefined ? null : base64.encode(new TextEncoder().encode(keyOf(next)))
  const total = key === '' && isCounted(query) ? String(list.length) : '0'
  return { items: ordered.slice(start, start + limit), pagination: { next_key: nextKey, total } }
}

/** The total is given when it is asked for, or when nothing about pages is. */
function isCounted(query: URLSearchParams): boolean {
  const asked = [...query.keys()].some((name) => name.startsWith('pagination.'))
  return !asked || query.get('pagination.count_total') === 'true'
}

function indexOfKey<T>(list: readonly T[], key: string, keyOf: (item: T) => string): number {
  const name = new TextDecoder().decode(readBytes(key, 'pagination.key'))
  const index = list.findIndex((item) => keyOf(item) === name)
  return index === -1 ? list.length : index
}

function readNumber(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '0'
  if (!/^\d{1,9}$/.test(text)) {
    throw invalidArgument(`parsing field "${name}": strconv.ParseUint: parsing "${text}": invalid syntax`)
  }
  return Number(text)
}
