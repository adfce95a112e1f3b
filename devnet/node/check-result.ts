import { AbciError } from './abci-error'
import type { TxResult } from './deliver'
import { decodeTransaction, type Transaction, txHash } from './transaction'

/** What a node says when it takes or refuses a transaction at its door. */
export type CheckResult = TxResult & { readonly hash: string }

/** Decodes a transaction and checks it; bytes that are none are refused. */
export function checkBytes(bytes: Uint8Array, check: (tx: Transaction) => TxResult): CheckResult {
  const tx = tryDecode(bytes)
  return tx instanceof AbciError ? { ...refusalOf(tx), hash: txHash(bytes) } : { ...check(tx), hash: tx.hash }
}

/** What is said to a transaction that was not run. */
export function refusalOf({ code, codespace, message }: AbciError): TxResult {
  return { code, codespace, log: message, data: new Uint8Array(), events: [], gasWanted: 0n, gasUsed: 0n }
}

function tryDecode(bytes: Uint8Array): Transaction | AbciError {
  try {
    return decodeTransaction(bytes)
  } catch (error) {
    if (error instanceof AbciError) return error
    throw error
  }
}
