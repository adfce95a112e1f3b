import { base64 } from '@scure/base'
import * as v from 'valibot'
import { isNotFound, readAnswer, refusalError, uintText } from './answer'
import { transportError } from './chain-error'
import type { Client } from './client'
import { readTx, type TxResult } from './tx-result'

export interface TxPage {
  readonly txs: readonly TxResult[]
  readonly total: bigint
}

const PATH = '/cosmos/tx/v1beta1/txs'
const pageSchema = v.object({
  txs: v.nullish(v.array(v.unknown()), []),
  tx_responses: v.nullish(v.array(v.unknown()), []),
  total: v.optional(uintText()),
})

/** The transaction of that hash; undefined while the chain does not have it. Throws ChainError. Protocol 4.5. */
export async function getTx(
  client: Client,
  hash: string,
  signal?: AbortSignal,
): Promise<TxResult | undefined> {
  if (!/^[0-9A-F]{64}$/.test(hash)) throw new TypeError('A transaction hash is 64 upper-case hex digits.')
  const answer = await client.request({ path: `${PATH}/${hash}`, signal })
  if (answer.kind === 'refused') {
    if (isNotFound(answer.refusal.code, answer.refusal.message)) return undefined
    throw refusalError(answer)
  }
  const tx = readTx(answer.json)
  if (tx.hash !== hash) throw transportError('chain/bad-answer')
  return tx
}

/**
 * Transactions that match an expression such as `message.sender='secret1...'` (no spaces around `=`, joined by ` AND `),
 * newest first. Old and new nodes name the parameter differently, so both names are sent. Throws ChainError. Protocol 4.5.
 */
export async function searchTxs(
  client: Client,
  expression: string,
  options: { readonly page?: number; readonly limit?: number; readonly signal?: AbortSignal } = {},
): Promise<TxPage> {
  const { page = 1, limit = 20, signal } = options
  const parameters = new URLSearchParams({ query: expression })
  for (const event of expression.split(' AND ')) parameters.append('events', event)
  parameters.set('page', String(page))
  parameters.set('limit', String(limit))
  parameters.set('pagination.offset', String((page - 1) * limit))
  parameters.set('pagination.limit', String(limit))
  parameters.set('order_by', 'ORDER_BY_DESC')
  const answer = readAnswer(pageSchema, await client.request({ path: `${PATH}?${parameters}`, signal }))
  const txs = answer.tx_responses.map((tx_response, index) => readTx({ tx: answer.txs[index], tx_response }))
  return { txs, total: answer.total ?? BigInt(txs.length) }
}

/** Finds a transaction by one of its signatures (64 bytes), for when a site sent it and its hash is not known. Throws ChainError. */
export async function findTxBySignature(
  client: Client,
  signature: Uint8Array,
  signal?: AbortSignal,
): Promise<TxResult | undefined> {
  const written = base64.encode(signature)
  const options = signal === undefined ? { limit: 1 } : { limit: 1, signal }
  const { txs } = await searchTxs(client, `tx.signature='${written}'`, options)
  return txs.find(({ signatures }) => signatures.includes(written))
}
