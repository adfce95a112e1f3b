import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'

/** One entry of the history as the contract answers it (Protocol 6.2). */
interface HistoryEntry {
  readonly id: number
  readonly action: JsonObject
  readonly coins: { readonly denom: string; readonly amount: string }
  readonly memo?: string
  readonly block_time: number
  readonly block_height: number
}

export interface NewEntry {
  readonly action: JsonObject
  readonly denom: string
  readonly amount: bigint
  readonly memo?: string | undefined
  /** Whose history shows it; each address once. */
  readonly seenBy: readonly Address[]
}

/** Which list of an account's history: all that happened, or transfers alone. */
type HistoryList = 'transactions' | 'transfers'

const LAST_ID = 'history/last-id'

/** Writes an entry into the history of everybody concerned. */
export function recordEntry(call: ExecuteCall, entry: NewEntry): void {
  const { storage, env } = call
  const id = Number(storage.get(LAST_ID) ?? '0') + 1
  storage.set(LAST_ID, String(id))
  const stored: HistoryEntry = {
    id,
    action: entry.action,
    coins: { denom: entry.denom, amount: String(entry.amount) },
    ...(entry.memo !== undefined && { memo: entry.memo }),
    block_time: Math.floor(env.block.timeMs / 1000),
    block_height: env.block.height,
  }
  storage.set(`history/entry/${id}`, JSON.stringify(stored))
  for (const address of new Set(entry.seenBy)) {
    append(storage, 'transactions', address, id)
    if ('transfer' in entry.action) append(storage, 'transfers', address, id)
  }
}

/** A page of an account's history, newest first, with the number of all entries. */
export function transactionHistory(storage: ContractStorage, address: Address, page: Page): JsonValue {
  const { entries, total } = readPage(storage, 'transactions', address, page)
  return { transaction_history: { txs: entries.map((entry) => ({ ...entry })), total } }
}

/** The older form of the history: transfers alone, flat. */
export function transferHistory(storage: ContractStorage, address: Address, page: Page): JsonValue {
  const { entries, total } = readPage(storage, 'transfers', address, page)
  const txs = entries.map(({ action, ...rest }) => {
    const { from, sender, recipient } = action['transfer'] as Record<string, string>
    return { ...rest, from: from ?? '', sender: sender ?? '', receiver: recipient ?? '' }
  })
  return { transfer_history: { txs, total } }
}

export interface Page {
  readonly page: number
  readonly size: number
}

function readPage(storage: ContractStorage, list: HistoryList, address: Address, page: Page) {
  const total = count(storage, list, address)
  const newest = total - page.page * page.size
  const entries: HistoryEntry[] = []
  for (let at = newest; at > 0 && at > newest - page.size; at--) {
    const text = storage.get(`history/entry/${storage.get(`history/${list}/${address}/${at}`)}`)
    if (text !== undefined) entries.push(JSON.parse(text) as HistoryEntry)
  }
  return { entries, total }
}

function append(storage: ContractStorage, list: HistoryList, address: Address, id: number): void {
  const position = count(storage, list, address) + 1
  storage.set(`history/${list}/${address}/${position}`, String(id))
  storage.set(`history/${list}/${address}`, String(position))
}

function count(storage: ContractStorage, list: HistoryList, address: Address): number {
  return Number(storage.get(`history/${list}/${address}`) ?? '0')
}
