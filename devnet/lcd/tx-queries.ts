import { base64, hex } from '@scure/base'
import type { JsonValue } from '../../src/domain/index'
import { CodecError } from '../codec/codec-error'
import { txFromNodeJson } from '../codec/message-from-json'
import { transactionsOf } from '../node/block-header'
import type { TxResult } from '../node/deliver'
import { decodeTransaction } from '../node/transaction'
import { type Condition, parseTxQuery } from '../node/tx-query'
import { TxQueryError } from '../node/tx-query-scanner'
import { GRPC, GrpcError, invalidArgument, notFound } from './grpc-error'
import {
  bodyMember,
  bodyText,
  type LcdHandler,
  type LcdRequest,
  numberPart,
  pathPart,
  readBytes,
} from './lcd-request'
import { blockId, renderBlockParts } from './node-queries'
import { eventsToJson, renderCheck, renderTx, renderTxParts } from './render-tx'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 100
const BROADCAST_MODES = ['BROADCAST_MODE_SYNC', 'BROADCAST_MODE_ASYNC']

export const getTx: LcdHandler = (_, request) => {
  const hash = pathPart(request, 'hash')
  if (hash === '') throw invalidArgument('tx hash cannot be empty')
  checkHex(hash)
  const found = request.node.findTx(hash.toUpperCase(), request.path)
  if (found === undefined) throw notFound(`tx not found: ${hash}`)
  const { tx, response } = renderTx(found)
  return { tx, tx_response: response }
}

/** Newer clients send the whole expression as `query`, older ones its parts as `events`, some both. */
export const searchTxs: LcdHandler = (_, { node, query }) => {
  const expression = query.get('query') || query.getAll('events').join(' AND ')
  if (expression === '') throw invalidArgument('query cannot be empty')
  const found = node.search(parseQuery(expression))
  const rendered = found.page(windowOf(query, found.total)).map(renderTx)
  return {
    txs: rendered.map(({ tx }) => tx),
    tx_responses: rendered.map(({ response }) => response),
    pagination: null,
    total: String(found.total),
  }
}

/** The transactions of one block, and the block. */
export const blockTxs: LcdHandler = (chain, request) => {
  const height = numberPart(request, 'height')
  const current = request.node.latest.height
  if (height < 1 || height > current) {
    throw new GrpcError(
      GRPC.unknown,
      `requested height ${height} but height must not be less than 1 or greater than the current height ${current}: invalid height`,
    )
  }
  const block = chain.blocks.find(height)
  if (block === undefined) {
    throw new GrpcError(
      GRPC.unknown,
      `height ${height} is not available, lowest height is ${chain.blocks.lowest}`,
    )
  }
  const total = block.txHashes.length
  const offset = readNumber(request.query, 'pagination.offset')
  const limit = readNumber(request.query, 'pagination.limit') || DEFAULT_LIMIT
  if (offset >= total && total !== 0) {
    throw new GrpcError(
      GRPC.unknown,
      `out of range: cannot paginate ${total} txs with offset ${offset} and limit ${limit}: invalid request`,
    )
  }
  const txs = transactionsOf(chain, block).slice(offset, offset + limit)
  return {
    txs: txs.map((bytes) => renderTxParts(decodeTransaction(bytes))),
    block_id: blockId(block),
    block: renderBlockParts(chain, block),
    pagination: { next_key: null, total: String(total) },
  }
}

/** Takes a transaction apart. */
export const decodeTx: LcdHandler = (_, request) => {
  const text = bodyText(request, 'tx_bytes', 'txBytes') ?? ''
  if (text === '') throw invalidArgument('invalid empty tx bytes')
  return { tx: renderTxParts(decodeTransaction(readBytes(text, 'tx_bytes'))) }
}

/** Puts a transaction together. */
export const encodeTx: LcdHandler = (_, request) => {
  const tx = bodyMember(request, 'tx') ?? null
  if (tx === null) throw invalidArgument('invalid empty tx')
  try {
    return { tx_bytes: base64.encode(txFromNodeJson(tx)) }
  } catch (error) {
    if (error instanceof CodecError) throw invalidArgument(error.message)
    throw error
  }
}

export const broadcast: LcdHandler = (_, request) => {
  const bytes = readTxBytes(request)
  const mode = bodyText(request, 'mode') ?? 'BROADCAST_MODE_UNSPECIFIED'
  if (!BROADCAST_MODES.includes(mode)) {
    throw new GrpcError(GRPC.unknown, `unsupported return type ${mode}; supported types: sync, async`)
  }
  const result = request.node.broadcast(bytes, request.path)
  // The asynchronous mode answers before anything was checked.
  const accepted = { code: 0, codespace: '', log: '' }
  return { tx_response: renderCheck(mode === 'BROADCAST_MODE_ASYNC' ? { ...result, ...accepted } : result) }
}

export const simulate: LcdHandler = (chain, request) => {
  const result = chain.simulate(readTxBytes(request))
  if (result.code !== 0) {
    throw new GrpcError(GRPC.unknown, `${result.log} with gas used: '${result.gasUsed}'`)
  }
  return renderSimulation(result)
}

function renderSimulation(result: TxResult): JsonValue {
  return {
    gas_info: { gas_wanted: String(result.gasWanted), gas_used: String(result.gasUsed) },
    result: {
      data: hex.encode(result.data).toUpperCase(),
      log: '',
      events: eventsToJson(result.events),
      msg_responses: [],
    },
  }
}

function readTxBytes(request: LcdRequest): Uint8Array {
  const text = bodyText(request, 'tx_bytes', 'txBytes') ?? ''
  if (text === '') throw invalidArgument('invalid empty tx')
  return readBytes(text, 'tx_bytes')
}

function checkHex(text: string): void {
  const bad = /[^0-9a-fA-F]/u.exec(text)?.[0]
  if (bad !== undefined) {
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    throw new GrpcError(GRPC.unknown, `encoding/hex: invalid byte: U+${code} '${bad}'`)
  }
  if (text.length % 2 === 1) throw new GrpcError(GRPC.unknown, 'encoding/hex: odd length hex string')
}

function parseQuery(expression: string): Condition[] {
  try {
    return parseTxQuery(expression)
  } catch (error) {
    if (error instanceof TxQueryError) throw new GrpcError(GRPC.internal, error.message)
    throw error
  }
}

function isDescending(query: URLSearchParams): boolean {
  return query.get('order_by') === 'ORDER_BY_DESC' || query.get('order_by') === '2'
}

/** Which of the matches are asked for; a page that does not exist is refused, as CometBFT does. */
function windowOf(query: URLSearchParams, total: number) {
  const asked = readNumber(query, 'limit') || readNumber(query, 'pagination.limit') || DEFAULT_LIMIT
  const limit = Math.min(asked, MAX_LIMIT)
  const page = readNumber(query, 'page') || Math.floor(readNumber(query, 'pagination.offset') / limit) + 1
  const pages = Math.max(1, Math.ceil(total / limit))
  if (page > pages) {
    throw new GrpcError(GRPC.internal, `page should be within [1, ${pages}] range, given ${page}`)
  }
  return { start: (page - 1) * limit, count: limit, descending: isDescending(query) }
}

function readNumber(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '0'
  if (!/^\d{1,9}$/.test(text)) {
    throw invalidArgument(`parsing field "${name}": strconv.ParseUint: parsing "${text}": invalid syntax`)
  }
  return Number(text)
}
