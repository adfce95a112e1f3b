import { hex } from '@scure/base'
import type { JsonValue } from '../../src/domain/index'

import type { TxResult } from '../node/deliver'
import type { IndexedTx } from '../node/tx-index'
import { parseTxQuery } from '../node/tx-query'
import { GRPC, GrpcError, invalidArgument, notFound } from './grpc-error'
import { bodyText, type LcdHandler, type LcdRequest, pathPart, readBytes } from './lcd-request'
import { eventsToJson, renderCheck, renderTx } from './render-tx'

const DEFAULT_LIMIT = 100
const BROADCAST_MODES = ['BROADCAST_MODE_SYNC', 'BROADCAST_MODE_ASYNC']

export const getTx: LcdHandler = (chain, request) => {
  const hash = pathPart(request, 'hash')
  if (!/^[0-9a-fA-F]*$/.test(hash)) throw invalidArgument('encoding/hex: invalid byte')
  const found = chain.transactions.find(hash.toUpperCase())
  if (found === undefined) throw notFound(`tx not found: ${hash}`)
  const { tx, response } = renderTx(found)
  return { tx, tx_response: response }
}

/** Newer clients send the whole expression as `query`, older ones its parts as `events`, some both. */
export const searchTxs: LcdHandler = (chain, request) => {
  const { query } = request
  const expression = query.get('query') || query.getAll('events').join(' AND ')
  if (expression === '') throw invalidArgument('query cannot be empty')
  const conditions = parseTxQuery(expression)
  if (conditions === undefined) throw invalidArgument(`failed to parse query: ${expression}`)
  const found = chain.transactions.search(conditions)
  const ordered = isDescending(query) ? found.reverse() : found
  const rendered = pageOf(ordered, query).map(renderTx)
  return {
    txs: rendered.map(({ tx }) => tx),
    tx_responses: rendered.map(({ response }) => response),
    pagination: null,
    total: String(found.length),
  }
}

export const broadcast: LcdHandler = (chain, request) => {
  const bytes = readTxBytes(request)
  const mode = bodyText(request, 'mode') ?? 'BROADCAST_MODE_UNSPECIFIED'
  if (!BROADCAST_MODES.includes(mode)) {
    throw new GrpcError(GRPC.unknown, `unsupported return type ${mode}; supported types: sync, async`)
  }
  const result = chain.broadcast(bytes)
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

function isDescending(query: URLSearchParams): boolean {
  return query.get('order_by') === 'ORDER_BY_DESC' || query.get('order_by') === '2'
}

function pageOf(list: readonly IndexedTx[], query: URLSearchParams): readonly IndexedTx[] {
  const limit = readNumber(query, 'limit') || readNumber(query, 'pagination.limit') || DEFAULT_LIMIT
  const page = readNumber(query, 'page') || 1
  return list.slice((page - 1) * limit, page * limit)
}

function readNumber(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '0'
  if (!/^\d{1,9}$/.test(text)) throw invalidArgument(`parsing field "${name}": invalid syntax`)
  return Number(text)
}
