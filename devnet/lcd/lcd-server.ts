import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JsonValue } from '../../src/domain/index'
import { createHttpServer } from '../http-server'
import { AbciError } from '../node/abci-error'
import type { Chain } from '../node/chain'
import { GRPC, GrpcError, grpcErrorFrom, invalidArgument } from './grpc-error'
import type { LcdRequest } from './lcd-request'
import { ROUTES, type Route } from './routes'

const HEIGHT_HEADER = 'x-cosmos-block-height'

/** The chain's REST interface. */
export function createLcdServer(chain: Chain): FastifyInstance {
  const server = createHttpServer((message) => invalidArgument(message).toBody())
  for (const route of ROUTES) {
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(chain, route, request, reply),
    })
  }
  server.setNotFoundHandler((_request, reply) =>
    sendError(reply, new GrpcError(GRPC.unimplemented, 'Not Implemented')),
  )
  server.setErrorHandler((error, _request, reply) => sendError(reply, toGrpcError(error)))
  return server
}

function answer(chain: Chain, route: Route, request: FastifyRequest, reply: FastifyReply): JsonValue {
  const at = stateAt(chain, request.headers[HEIGHT_HEADER])
  reply.header('content-type', 'application/json')
  reply.header('grpc-metadata-x-cosmos-block-height', String(at.block.height))
  return route.handler(chain, {
    params: request.params as Record<string, string>,
    query: new URL(request.url, 'http://localhost').searchParams,
    body: route.method === 'POST' ? parseBody(request.body) : null,
    ...at,
  })
}

/** The state that the request is about; like any node, this one has pruned what lies too far back. */
function stateAt(chain: Chain, header: string | string[] | undefined): Pick<LcdRequest, 'store' | 'block'> {
  const { latest } = chain.blocks
  if (header === undefined || header === '' || header === '0') return { store: chain.store, block: latest }
  const height = /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN
  const store = chain.history.at(height, latest.height)
  const block = chain.blocks.find(height)
  if (store !== undefined && block !== undefined) return { store, block }
  throw invalidArgument(
    `failed to load state at height ${header}; version does not exist (latest height: ${latest.height}): invalid request`,
  )
}

function parseBody(body: unknown): JsonValue {
  try {
    return JSON.parse(typeof body === 'string' ? body : '')
  } catch (cause) {
    if (cause instanceof SyntaxError) throw invalidArgument(`proto: syntax error: ${cause.message}`)
    throw cause
  }
}

function toGrpcError(error: unknown): GrpcError {
  if (error instanceof GrpcError) return error
  if (error instanceof AbciError) return grpcErrorFrom(error)
  const refused = error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
  if (refused) return invalidArgument(error.message)
  return new GrpcError(GRPC.internal, error instanceof Error ? error.message : 'internal error')
}

function sendError(reply: FastifyReply, error: GrpcError): FastifyReply {
  return reply.code(error.httpStatus).send(error.toBody())
}
