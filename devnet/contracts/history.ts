import type { JsonObject } from '../../src/domain/index'
import type { ContractStorage } from './contract'
import type { MessageFields } from './message-fields'
import { readStored, writeStored } from './stored'

/** Which part of a list is asked for; page 0 is the first. */
export interface Page {
  readonly page: number
  readonly size: number
}

const LAST_ID = 'history/last-id'

/** The fields `page` and `page_size`; without a default the size must be given. */
export function readPage(fields: MessageFields, defaultSize?: number): Page {
  const size = fields.optionalInteger('page_size') ?? defaultSize ?? fields.integer('page_size')
  return { page: fields.optionalInteger('page') ?? 0, size }
}

export function pageOf<T>(list: readonly T[], { page, size }: Page): readonly T[] {
  return list.slice(page * size, (page + 1) * size)
}

/** Writes one entry, made from the number of those before it, into each of the lists once. */
export function addToHistory(
  storage: ContractStorage,
  lists: readonly string[],
  entryOf: (before: number) => JsonObject,
): void {
  const before = Number(storage.get(LAST_ID) ?? '0')
  const id = String(before + 1)
  storage.set(LAST_ID, id)
  writeStored(storage, `history/entry/${id}`, entryOf(before))
  for (const list of new Set(lists)) {
    const position = count(storage, list) + 1
    storage.set(`history/${list}/${position}`, id)
    storage.set(`history/${list}`, String(position))
  }
}

/** A page of a list, newest first, with the number of all its entries. */
export function readHistory<T>(
  storage: ContractStorage,
  list: string,
  page: Page,
): { entries: T[]; total: number } {
  const total = count(storage, list)
  const newest = total - page.page * page.size
  const entries: T[] = []
  for (let at = newest; at > 0 && at > newest - page.size; at--) {
    const entry = readStored<T>(storage, `history/entry/${storage.get(`history/${list}/${at}`)}`)
    if (entry !== undefined) entries.push(entry)
  }
  return { entries, total }
}

function count(storage: ContractStorage, list: string): number {
  return Number(storage.get(`history/${list}`) ?? '0')
}
