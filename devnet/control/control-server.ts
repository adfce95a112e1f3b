import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { createClosedServer } from '../http-server'
import { CommandError } from './command-body'
import { COMMANDS } from './commands'
import type { Network } from './network'

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/

/** The endpoint that drives a running network. Only programs on this machine reach it: no web page does. */
export function createControlServer(network: Network): FastifyInstance {
  const server = createClosedServer((error) => ({ error }))
  server.addHook('onRequest', async (request, reply) => {
    const refusal = refusalOf(request)
    if (refusal !== undefined) await reply.code(403).send({ error: refusal })
  })
  server.get('/', () => COMMANDS.map(({ method, path, about }) => ({ method, path, about })))
  for (const { method, path, run } of COMMANDS) {
    server.route({
      method,
      url: path,
      handler: (request, reply) => reply.send(JSON.stringify(run(network, readBody(request.body)))),
    })
  }
  server.addHook('onSend', async (_request, reply, payload) => {
    reply.header('content-type', 'application/json')
    return payload
  })
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'There is no such command; GET / lists them.' }),
  )
  server.setErrorHandler((error, _request, reply) =>
    reply.code(400).send({ error: error instanceof Error ? error.message : String(error) }),
  )
  return server
}

/** Browsers name the page that asks, and a name that resolves to loopback is not this machine's own. */
function refusalOf({ headers }: FastifyRequest): string | undefined {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    return 'Web pages cannot drive this network.'
  }
  if (!LOOPBACK.test(headers.host ?? '')) return 'The control endpoint answers on loopback only.'
  return undefined
}

function readBody(body: unknown): JsonObject {
  if (typeof body !== 'string' || body.trim() === '') return {}
  const json = parse(body)
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject
  throw new CommandError('The body of a command is a JSON object.')
}

function parse(body: string): JsonValue {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new CommandError('The body of a command is a JSON object.', { cause })
  }
}
