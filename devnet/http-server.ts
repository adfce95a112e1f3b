import type { ServerResponse } from 'node:http'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'

/** Ten megabytes: more than any transaction the chain takes. */
const BODY_LIMIT = 10 * 1024 * 1024
/** What the chain's own servers say to a body beyond that. */
export const BODY_TOO_LARGE = 'http: request body too large'
const ONE_DAY = '86400'

/** A loopback HTTP server open to pages of any origin, as LocalSecret's is. `badRequestBody` words what cannot be routed. */
export function createHttpServer(badRequestBody: (message: string) => object): FastifyInstance {
  const server = createClosedServer(badRequestBody)
  openToPages(server)
  return server
}

/** The same without a word to pages. Bodies come in as text: clients send JSON under every content type. */
export function createClosedServer(badRequestBody: (message: string) => object): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    // What cannot even be routed, such as a path with broken escapes, never reaches an error handler.
    frameworkErrors: (error, _request, reply) => refuse(reply.raw, badRequestBody(error.message)),
    forceCloseConnections: true,
    // Handlers read the query with `queryOf`.
    routerOptions: { maxParamLength: 1_024, querystringParser: () => ({}) },
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  return server
}

function openToPages(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('access-control-allow-origin', '*')
    reply.header('access-control-expose-headers', '*')
    if (request.method !== 'OPTIONS') return done()
    reply.header('access-control-allow-methods', 'GET, POST, OPTIONS')
    reply.header('access-control-allow-headers', '*')
    reply.header('access-control-allow-private-network', 'true')
    reply.header('access-control-max-age', ONE_DAY)
    reply.code(204).send()
  })
}

/** The part of a request's URL before the question mark. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? ''
}

/** The part after it. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.slice(pathOf(request).length))
}

/** Starts listening on loopback and tells the address; port 0 takes a free one. */
export async function listenOnLoopback(server: FastifyInstance, port: number): Promise<string> {
  await server.listen({ host: '127.0.0.1', port })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address')
  return `http://127.0.0.1:${address.port}`
}

function refuse(response: ServerResponse, body: object): void {
  response.writeHead(400, { 'access-control-allow-origin': '*', 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
