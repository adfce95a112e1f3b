import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import type { CheckResult } from '../node/check-result'
import type { TxResult } from '../node/deliver'
import type { IndexedTx } from '../node/tx-index'
import { hexText } from './block-json'
import { parseQuery } from './parse-query'
import type { RpcArgs } from './rpc-args'
import { failure } from './rpc-error'
import { isDescending, pageOf, type RpcContext, type RpcMethod } from './rpc-method'
import { broadcastToJson, foundTxToJson, resultToJson } from './tx-json'

const TX = { tx: 'bytes' } as const
const TX_IN_MEMPOOL = 19
const DEFAULT_UNCONFIRMED = 30
const MAX_UNCONFIRMED = 100
/** How long a broadcast waits for its block. */
const COMMIT_TIMEOUT_MS = 10_000

const NO_RESULT: TxResult = {
  code: 0,
  codespace: '',
  log: '',
  data: new Uint8Array(),
  events: [],
  gasWanted: 0n,
  gasUsed: 0n,
}

/** The methods about transactions. */
export const TX_METHODS: Readonly<Record<string, RpcMethod>> = {
  tx: { args: { hash: 'bytes', prove: 'bool' }, run: findTx },
  tx_search: {
    args: { query: 'text', prove: 'bool', page: 'int', per_page: 'int', order_by: 'text' },
    run: searchTxs,
  },
  num_unconfirmed_txs: {
    args: {},
    run: ({ node }) => ({ ...mempoolSize(node.chain.mempool.all()), txs: null }),
  },
  unconfirmed_txs: { args: { limit: 'int' }, run: unconfirmedTxs },
  check_tx: {
    args: TX,
    run: ({ node }, args) => resultToJson(node.chain.check(args.bytes('tx'), node.gasPrice)),
  },
  broadcast_tx_sync: {
    args: TX,
    run: (context, args) => broadcastToJson(broadcast(context, args, 'broadcast_tx_sync')),
  },
  broadcast_tx_async: { args: TX, run: broadcastAsync },
  broadcast_tx_commit: { args: TX, run: broadcastCommit },
}

function findTx({ node }: RpcContext, args: RpcArgs): JsonObject {
  const hash = hexText(args.bytes('hash'))
  const found = node.findTx(hash, '/tx')
  if (found === undefined)
    throw failure(hash === '' ? 'transaction hash cannot be empty' : `tx (${hash}) not found`)
  return foundTxToJson(node.chain, found, args.bool('prove'))
}

function searchTxs({ node }: RpcContext, args: RpcArgs): JsonObject {
  const found = node.search(parseQuery(args.text('query')))
  const descending = isDescending(args)
  const page = found.page({ ...pageOf(args, found.total), descending })
  return {
    txs: page.map((tx) => foundTxToJson(node.chain, tx, args.bool('prove'))),
    total_count: String(found.total),
  }
}

function mempoolSize(waiting: readonly { readonly bytes: Uint8Array }[]) {
  const bytes = waiting.reduce((sum, tx) => sum + tx.bytes.length, 0)
  const count = String(waiting.length)
  return { n_txs: count, total: count, total_bytes: String(bytes) }
}

function unconfirmedTxs({ node }: RpcContext, args: RpcArgs): JsonObject {
  const waiting = node.chain.mempool.all()
  const asked = args.int('limit') ?? DEFAULT_UNCONFIRMED
  const limit = asked < 1 ? DEFAULT_UNCONFIRMED : Math.min(asked, MAX_UNCONFIRMED)
  const txs = waiting.slice(0, limit).map(({ bytes }) => base64.encode(bytes))
  return { ...mempoolSize(waiting), n_txs: String(txs.length), txs }
}

/** What is in the mempool already is an error of the mempool's own, not a refusal of the chain. */
function broadcast({ node }: RpcContext, args: RpcArgs, method: string): CheckResult {
  const bytes = args.bytes('tx')
  const result = node.broadcast(bytes, `/${method}`)
  if (result.code === TX_IN_MEMPOOL && result.codespace === 'sdk') throw failure('tx already exists in cache')
  return result
}

/** Answers before anything was checked. */
function broadcastAsync(context: RpcContext, args: RpcArgs): JsonObject {
  const { hash } = broadcast(context, args, 'broadcast_tx_async')
  return broadcastToJson({ ...NO_RESULT, hash })
}

/** Answers when the transaction is in a block. */
async function broadcastCommit(context: RpcContext, args: RpcArgs): Promise<JsonObject> {
  const wanted = hexText(sha256(args.bytes('tx')))
  const included = waitForTx(context, wanted)
  try {
    const result = broadcast(context, args, 'broadcast_tx_commit')
    const checked = { check_tx: resultToJson(result), hash: result.hash }
    if (result.code !== 0) return { ...checked, tx_result: resultToJson(NO_RESULT), height: '0' }
    const tx = await included.tx
    if (tx === undefined) throw failure('timed out waiting for tx to be included in a block')
    return { ...checked, tx_result: resultToJson(tx), height: String(tx.height) }
  } finally {
    included.stop()
  }
}

function waitForTx({ node }: RpcContext, hash: string) {
  let stop = (): void => undefined
  const tx = new Promise<IndexedTx | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), COMMIT_TIMEOUT_MS)
    const unlisten = node.chain.onBlock(({ txs }) => {
      const found = txs.find((one) => one.hash === hash)
      if (found !== undefined) resolve(found)
    })
    stop = () => {
      clearTimeout(timer)
      unlisten()
    }
  })
  return { tx, stop }
}
