import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changeAnswer } from './changed-answer'
import type { NodeView } from './node-view'

const TRICKLE_BYTES = 16
const GARBAGE = '<html><body>upstream gone</body></html>'

/** Puts a node's faults in front of its server. `pathOf` names a request as faults are limited by it. */
export function installFaults(
  server: FastifyInstance,
  node: NodeView,
  pathOf: (request: FastifyRequest) => string,
): void {
  server.addHook('preHandler', (request, reply, done) =>
    node.faults.none ? done() : disturbRequest(node, pathOf(request), reply),
  )
  server.addHook('onSend', (request, reply, payload, done) => {
    const isText = typeof payload === 'string' && request.method !== 'OPTIONS'
    const isLeft = node.faults.none || !isText
    done(null, isLeft ? payload : disturbAnswer(node, pathOf(request), reply, payload))
  })
}

/** What happens before a request is looked at. */
async function disturbRequest({ faults }: NodeView, path: string, reply: FastifyReply): Promise<unknown> {
  const latency = faults.take('latency', path)
  if (latency !== undefined) await delay(latency.ms)
  if (faults.take('timeout', path) !== undefined) return reply.hijack()
  const redirect = faults.take('redirect', path)
  if (redirect !== undefined) return reply.redirect(redirect.location)
  const failure = faults.take('status', path)
  if (failure === undefined) return undefined
  if (failure.status === 429) reply.header('retry-after', '1')
  return reply.code(failure.status).type('text/html').send(`<html><body>${failure.status}</body></html>`)
}

/** What happens to the answer. */
function disturbAnswer(node: NodeView, path: string, reply: FastifyReply, payload: string): unknown {
  const { faults } = node
  const body = resize(node, path, changeAnswer(node, path, payload))
  if (faults.take('half-open', path) !== undefined) return Readable.from(beginning(body))
  if (faults.take('reset', path) !== undefined) {
    return Readable.from(broken(body, () => reply.raw.socket?.resetAndDestroy()))
  }
  const slow = faults.take('slow', path)
  return slow === undefined ? body : Readable.from(trickle(body, slow.ms))
}

function resize({ faults }: NodeView, path: string, body: string): string {
  if (faults.take('garbage', path) !== undefined) return GARBAGE
  const shorter = faults.take('truncate', path)
  if (shorter !== undefined) return body.slice(0, shorter.bytes)
  const longer = faults.take('oversize', path)
  return longer === undefined ? body : `${' '.repeat(longer.bytes)}${body}`
}

async function* beginning(body: string): AsyncGenerator<string> {
  yield body.slice(0, Math.ceil(body.length / 2))
  await new Promise(() => undefined)
}

async function* broken(body: string, reset: () => void): AsyncGenerator<string> {
  yield body.slice(0, Math.ceil(body.length / 2))
  // The first half has to be on its way before the connection goes.
  await delay(1)
  reset()
}

async function* trickle(body: string, ms: number): AsyncGenerator<string> {
  for (let at = 0; at < body.length; at += TRICKLE_BYTES) {
    yield body.slice(at, at + TRICKLE_BYTES)
    await delay(ms)
  }
}
