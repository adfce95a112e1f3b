import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import type { BlockResult } from '../node/chain'
import { answerCall, errorAnswer, type RpcRequest, readArgs, readRequests, toRpcError } from './json-rpc'
import { eventsOfBlock } from './pushed-events'
import { failure, RpcError } from './rpc-error'
import type { RpcContext } from './rpc-method'
import { Subscriptions } from './subscriptions'

const PATH = '/websocket'
const MAX_MESSAGE = 1_000_000
/** CometBFT's own default. */
const MAX_SUBSCRIBERS = 100
/** Blocks that a node can be late in telling of. */
const MAX_BEHIND = 1_000

const CONTROLS = {
  subscribe: { query: 'text' },
  unsubscribe: { query: 'text' },
  unsubscribe_all: {},
} as const

type Clients = Map<WebSocket, Subscriptions>

/** Serves `/websocket`: every method of the RPC, and subscriptions to what blocks bring. */
export function serveWebSocket(server: FastifyInstance, context: RpcContext): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE })
  const clients: Clients = new Map()
  /** Connections that a fault keeps waiting; they end with the server. */
  const held = new Set<Duplex>()
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isRefused(context, request, socket, held)) return
    sockets.handleUpgrade(request, socket, head, (client) => welcome(context, clients, client))
  })
  const unlisten = listenToBlocks(context, clients)
  server.addHook('preClose', async () => {
    unlisten()
    for (const client of clients.keys()) client.terminate()
    for (const socket of held) socket.destroy()
    sockets.close()
  })
}

/** Refuses what is for another path, or what the node's faults are for. */
function isRefused(
  { node }: RpcContext,
  request: IncomingMessage,
  socket: Duplex,
  held: Set<Duplex>,
): boolean {
  socket.on('error', () => socket.destroy())
  if (request.url?.split('?')[0] !== PATH) {
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
    return true
  }
  if (node.faults.take('timeout', PATH) !== undefined) {
    held.add(socket)
    socket.on('close', () => held.delete(socket))
    return true
  }
  if (node.faults.take('reset', PATH) !== undefined) {
    socket.destroy()
    return true
  }
  const failed = node.faults.take('status', PATH)
  if (failed === undefined) return false
  socket.end(`HTTP/1.1 ${failed.status} Refused\r\nconnection: close\r\n\r\n`)
  return true
}

function welcome(context: RpcContext, clients: Clients, client: WebSocket): void {
  clients.set(client, new Subscriptions())
  client.on('message', (message) => void answerMessage(context, clients, client, message))
  client.on('close', () => clients.delete(client))
  // A message that breaks the protocol ends this connection and no other.
  client.on('error', () => client.terminate())
}

async function answerMessage(
  context: RpcContext,
  clients: Clients,
  client: WebSocket,
  message: RawData,
): Promise<void> {
  try {
    const [request] = readRequests(String(message))
    if (request !== undefined) send(client, await answer(context, clients, client, request))
  } catch (error) {
    send(client, errorAnswer(null, toRpcError(error)))
  }
}

async function answer(
  context: RpcContext,
  clients: Clients,
  client: WebSocket,
  request: RpcRequest,
): Promise<JsonObject> {
  const { id, method } = request
  if (!Object.hasOwn(CONTROLS, method)) return await answerCall(context, request)
  try {
    control(clients, client, request)
    return { jsonrpc: '2.0', id, result: {} }
  } catch (error) {
    return errorAnswer(id, toRpcError(error))
  }
}

function control(clients: Clients, client: WebSocket, { id, method, params }: RpcRequest): void {
  const own = clients.get(client)
  if (own === undefined) throw new RpcError('internal', 'the connection is closed')
  const query = readArgs({ args: CONTROLS[method as keyof typeof CONTROLS] }, params).text('query')
  if (method === 'unsubscribe_all') own.removeAll()
  else if (method === 'unsubscribe') own.remove(query)
  else {
    const subscribers = [...clients.values()].filter(({ size }) => size > 0).length
    if (subscribers >= MAX_SUBSCRIBERS) throw failure(`max_subscription_clients ${MAX_SUBSCRIBERS} reached`)
    own.add(id, query)
  }
}

/** Tells subscribers of every block, as late as the node is. */
function listenToBlocks({ node }: RpcContext, clients: Clients): () => void {
  const untold: BlockResult[] = []
  return node.chain.onBlock((result) => {
    untold.push(result)
    const behind = Math.min(node.faults.current('lag')?.blocks ?? 0, MAX_BEHIND)
    for (const block of untold.splice(0, Math.max(0, untold.length - behind))) {
      tell(clients, eventsOfBlock(node.chain, block))
    }
  })
}

function tell(clients: Clients, events: ReturnType<typeof eventsOfBlock>): void {
  for (const event of events) {
    for (const [client, subscriptions] of clients) {
      for (const message of subscriptions.messagesFor(event)) send(client, message)
    }
  }
}

function send(client: WebSocket, message: JsonValue): void {
  if (client.readyState === client.OPEN) client.send(JSON.stringify(message))
}
