import { sha256 } from '@noble/hashes/sha2.js'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { addToHistory, type Page, readHistory } from '../history'
import { momentOf } from '../last-block'
import type { TokenCall } from './token-call'

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

/** Writes an entry into the history of everybody concerned. */
export function recordEntry(call: TokenCall, entry: NewEntry): void {
  const { storage, env, rules } = call
  const { time, height } = momentOf(env)
  const lists = entry.seenBy.flatMap((address) => [
    `transactions/${address}`,
    ...('transfer' in entry.action ? [`transfers/${address}`] : []),
  ])
  addToHistory(storage, lists, (before) => ({
    id: rules.obscuresIds ? obscureId(`${env.contract.address}/${before}`) : before + 1,
    action: entry.action,
    coins: { denom: entry.denom, amount: String(entry.amount) },
    ...(entry.memo !== undefined && { memo: entry.memo }),
    block_time: time,
    block_height: height,
  }))
}

/** A page of an account's history, newest first, with the number of all entries. */
export function transactionHistory(storage: ContractStorage, address: Address, page: Page): JsonValue {
  const { entries, total } = readHistory<HistoryEntry>(storage, `transactions/${address}`, page)
  return { transaction_history: { txs: entries.map((entry) => ({ ...entry })), total } }
}

/** The older form of the history: transfers alone, flat. */
export function transferHistory(storage: ContractStorage, address: Address, page: Page): JsonValue {
  const { entries, total } = readHistory<HistoryEntry>(storage, `transfers/${address}`, page)
  const txs = entries.map(({ action, ...rest }) => {
    const { from, sender, recipient } = action['transfer'] as Record<string, string>
    return { ...rest, from: from ?? '', sender: sender ?? '', receiver: recipient ?? '' }
  })
  return { transfer_history: { txs, total } }
}

/** An id of 53 bits, so that JavaScript can hold it, which does not count up. */
function obscureId(serial: string): number {
  const digest = sha256(new TextEncoder().encode(serial))
  return Number(new DataView(digest.buffer, digest.byteOffset).getBigUint64(0) >> 11n)
}
