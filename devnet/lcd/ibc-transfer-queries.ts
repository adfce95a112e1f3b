import type { JsonObject } from '../../src/domain/index'
import { coinToJson, isDenom } from '../modules/coins'
import { type DenomTrace, parseDenomTrace, traceHash, whyNoTraceHash } from '../modules/ibc/denom-trace'
import { escrowAddress, findTrace, listTraces, totalEscrow } from '../modules/ibc/transfer-store'
import { invalidArgument, notFound } from './grpc-error'
import { type LcdHandler, pathPart } from './lcd-request'
import { paginate } from './pagination'

export const denomTraces: LcdHandler = (_, { store, query }) => {
  const { items, pagination } = paginate(listTraces(store), query, traceHash)
  return { denom_traces: items.map(renderTrace), pagination }
}

/** The trace of a hash, with or without `ibc/` in front. */
export const denomTrace: LcdHandler = (_, request) => {
  const asked = pathPart(request, '*')
  const hash = asked.replace(/^ibc\//, '')
  const reason = whyNoTraceHash(hash)
  if (reason !== undefined) throw invalidArgument(`invalid denom trace hash: ${hash}, error: ${reason}`)
  const trace = findTrace(request.store, hash)
  if (trace === undefined) throw notFound(`${asked}: denomination trace not found`)
  return { denom_trace: renderTrace(trace) }
}

export const denomHash: LcdHandler = (_, request) => {
  const asked = pathPart(request, '*')
  const trace = parseDenomTrace(asked)
  if (trace.baseDenom.trim() === '') {
    throw invalidArgument('base denomination cannot be blank: invalid denomination for cross-chain transfer')
  }
  const hash = traceHash(trace)
  if (findTrace(request.store, hash) === undefined) throw notFound(`${asked}: denomination trace not found`)
  return { hash }
}

export const escrowAddressOf: LcdHandler = (_, request) => ({
  escrow_address: escrowAddress(pathPart(request, 'port'), pathPart(request, 'channel')),
})

/** The path ends in /total_escrow; what comes before is the denom, slashes and all. */
export const totalEscrowOf: LcdHandler = (_, request) => {
  const path = pathPart(request, '*')
  const denom = path.replace(/\/total_escrow$/, '')
  if (denom === path || !isDenom(denom)) throw invalidArgument(`invalid denom: ${denom}`)
  return { amount: coinToJson({ denom, amount: totalEscrow(request.store, denom) }) }
}

export const transferParams: LcdHandler = () => ({ params: { send_enabled: true, receive_enabled: true } })

function renderTrace({ path, baseDenom }: DenomTrace): JsonObject {
  return { path, base_denom: baseDenom }
}
