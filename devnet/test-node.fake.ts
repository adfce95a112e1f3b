import type { FastifyInstance } from 'fastify'
import { Faults } from './faults/faults'
import { NodeView } from './faults/node-view'
import { createLcdServer } from './lcd/lcd-server'
import type { Chain } from './node/chain'
import { BlockEvents } from './rpc/block-events'
import { createRpcServer } from './rpc/rpc-server'
import { startTestChain } from './wallet.fake'

/** For the tests of this room: a node that is asked in-process, whose blocks are made by hand. */
export interface TestNode {
  readonly chain: Chain
  readonly node: NodeView
  readonly lcd: FastifyInstance
  readonly rpc: FastifyInstance
}

export function startTestNode(chain = startTestChain()): TestNode {
  const node = new NodeView(chain, new Faults(new Uint8Array(32)))
  const rpc = createRpcServer({ node, blockEvents: new BlockEvents(chain) })
  return { chain, node, lcd: createLcdServer(node), rpc }
}

export interface Answer {
  readonly status: number
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown
}

/** Asks a server without a socket; a body makes it a POST. */
export async function ask(server: FastifyInstance, url: string, body?: string | object): Promise<Answer> {
  const payload = typeof body === 'object' ? JSON.stringify(body) : body
  const { statusCode, payload: text } = await server.inject({
    url,
    method: payload === undefined ? 'GET' : 'POST',
    ...(payload !== undefined && { payload, headers: { 'content-type': 'application/json' } }),
  })
  return { status: statusCode, text, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Pages and broken answers are what some tests are about.
    return undefined
  }
}
