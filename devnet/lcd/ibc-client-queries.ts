import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { type Channel, CONNECTIONS } from '../modules/ibc/channels'
import { heightOn, NO_HEIGHT } from '../modules/ibc/height'
import { notFound } from './grpc-error'
import { heightToJson, proven } from './ibc-height'
import { type LcdHandler, type LcdRequest, pathPart } from './lcd-request'
import { paginate } from './pagination'

const LEAF = {
  hash: 'SHA256',
  prehash_key: 'NO_HASH',
  prehash_value: 'SHA256',
  length: 'VAR_PROTO',
  prefix: 'AA==',
}

export const clientStates: LcdHandler = (_, request) => {
  const { items, pagination } = paginate(CONNECTIONS, request.query, ({ clientId }) => clientId)
  return { client_states: items.map((found) => identifiedClient(request, found)), pagination }
}

export const clientState: LcdHandler = (_, request) => {
  const found = requireClient(request)
  return { client_state: renderClient(request, found), ...proven(request) }
}

/** Clients of this network are kept up to date by nobody and never expire. */
export const clientStatus: LcdHandler = (_, request) => {
  requireClient(request)
  return { status: 'Active' }
}

export const clientParams: LcdHandler = () => ({ params: { allowed_clients: ['*'] } })

export const connections: LcdHandler = (_, request) => {
  const { items, pagination } = paginate(CONNECTIONS, request.query, ({ connectionId }) => connectionId)
  const rendered = items.map((found) => ({ id: found.connectionId, ...renderConnection(found) }))
  return { connections: rendered, pagination, height: proven(request).proof_height }
}

export const connection: LcdHandler = (_, request) => ({
  connection: renderConnection(requireConnection(request)),
  ...proven(request),
})

export const clientConnections: LcdHandler = (_, request) => ({
  connection_paths: [requireClient(request).connectionId],
  ...proven(request),
})

export const connectionClientState: LcdHandler = (_, request) => ({
  identified_client_state: identifiedClient(request, requireConnection(request)),
  ...proven(request),
})

/** The client that watches the chain at the other end of a channel. */
export function identifiedClient(request: LcdRequest, channel: Channel): JsonObject {
  return { client_id: channel.clientId, client_state: renderClient(request, channel) }
}

function requireClient(request: LcdRequest): Channel {
  const id = pathPart(request, 'client')
  const found = CONNECTIONS.find(({ clientId }) => clientId === id)
  if (found === undefined) throw notFound(`${id}: light client not found`)
  return found
}

function requireConnection(request: LcdRequest): Channel {
  const id = pathPart(request, 'connection')
  const found = CONNECTIONS.find(({ connectionId }) => connectionId === id)
  if (found === undefined) throw notFound(`${id}: connection not found`)
  return found
}

function renderClient({ block }: LcdRequest, { chain }: Channel): JsonObject {
  return {
    '@type': '/ibc.lightclients.tendermint.v1.ClientState',
    chain_id: chain.chainId,
    trust_level: { numerator: '1', denominator: '3' },
    trusting_period: '1209600s',
    unbonding_period: '1814400s',
    max_clock_drift: '40s',
    frozen_height: heightToJson(NO_HEIGHT),
    latest_height: heightToJson(heightOn(chain.chainId, block)),
    proof_specs: [proofSpec(33, 4, 12), proofSpec(32, 1, 1)],
    upgrade_path: ['upgrade', 'upgradedIBCState'],
    allow_update_after_expiry: true,
    allow_update_after_misbehaviour: true,
  }
}

/** The two proofs of every chain: its store's tree, and the tree over all stores. */
function proofSpec(childSize: number, min: number, max: number): JsonObject {
  return {
    leaf_spec: LEAF,
    inner_spec: {
      child_order: [0, 1],
      child_size: childSize,
      min_prefix_length: min,
      max_prefix_length: max,
      empty_child: null,
      hash: 'SHA256',
    },
    max_depth: 0,
    min_depth: 0,
    prehash_key_before_comparison: false,
  }
}

/** The other end has the same number for its client and its connection. */
function renderConnection({ clientId, connectionId }: Channel): JsonObject {
  return {
    client_id: clientId,
    versions: [{ identifier: '1', features: ['ORDER_ORDERED', 'ORDER_UNORDERED'] }],
    state: 'STATE_OPEN',
    counterparty: {
      client_id: clientId,
      connection_id: connectionId,
      prefix: { key_prefix: base64.encode(new TextEncoder().encode('ibc')) },
    },
    delay_period: '0',
  }
}
