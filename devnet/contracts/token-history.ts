import type { Address, JsonObject, JsonValue } from '../../src/domain/index'
import type { ContractStorage, ExecuteCall } from './contract'
import { addToHistory, type Page, readHistory } from './history'
import { momentOf } from './last-block'

interface NewEntry {
  readonly tokenId: string
  readonly action: JsonObject
  readonly memo: string | undefined
  readonly seenBy: readonly Address[]
}

export function recordEntry(call: ExecuteCall, { tokenId, action, memo, seenBy }: NewEntry): void {
  const { height, time } = momentOf(call.env)
  const lists = seenBy.map((address) => `transactions/${address}`)
  addToHistory(call.storage, lists, (before) => ({
    tx_id: before,
    block_height: height,
    block_time: time,
    token_id: tokenId,
    action,
    memo: memo ?? null,
  }))
}

/** A page of an account's history, newest first (Protocol 6.8, 6.9). */
export function transactionHistory(storage: ContractStorage, address: Address, page: Page): JsonValue {
  const { entries, total } = readHistory<JsonObject>(storage, `transactions/${address}`, page)
  return { transaction_history: { total, txs: entries } }
}

/** The address, or null if it is the owner's own: then the contract does not name it. */
export function unlessOwner(address: Address, owner: Address): Address | null {
  return address === owner ? null : address
}
