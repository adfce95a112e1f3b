import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JsonValue } from '../../src/domain/index'
import { installFaults } from '../faults/fault-hooks'
import type { NodeView } from '../faults/node-view'
import { BODY_TOO_LARGE, createHttpServer, pathOf, queryOf } from '../http-server'
import { AbciError } from '../node/abci-error'
import { GRPC, GrpcError, grpcErrorFrom, invalidArgument } from './grpc-error'
import type { LcdRequest } from './lcd-request'
import { ROUTES, type Route } from './routes'

const HEIGHT_HEADER = 'x-cosmos-block-height'

/** A node's REST interface. */
export function createLcdServer(node: NodeView): FastifyInstance {
  const server = createHttpServer((message) => invalidArgument(message).toBody())
  installFaults(server, node, pathOf)
  for (const route of ROUTES) {
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(node, route, request, reply),
    })
  }
  server.setNotFoundHandler((_request, reply) =>
    sendError(reply, new GrpcError(GRPC.unimplemented, 'Not Implemented')),
  )
  server.setErrorHandler((error, _request, reply) => sendError(reply, toGrpcError(error)))
  return server
}

function answer(node: NodeView, route: Route, request: FastifyRequest, reply: FastifyReply): JsonValue {
  const at = stateAt(node, request.headers[HEIGHT_HEADER])
  reply.header('content-type', 'application/json')
  reply.header('grpc-metadata-x-cosmos-block-height', String(at.block.height))
  return route.handler(node.chain, {
    node,
    path: pathOf(request),
    params: request.params as Record<string, string>,
    query: queryOf(request),
    body: route.method === 'POST' ? parseBody(request.body) : null,
    ...at,
  })
}

/** The state that the request is about; like any node, this one has pruned what lies too far back. */
function stateAt(node: NodeView, header: string | string[] | undefined): Pick<LcdRequest, 'store' | 'block'> {
  const { chain, latest } = node
  const isLatest = header === undefined || header === '' || header === '0'
  const height = isLatest ? latest.height : /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN
  const isKnown = height <= latest.height
  const store = isKnown ? chain.history.at(height, chain.blocks.latest.height) : undefined
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
  if (refused)
    return invalidArgument('statusCode' in error && error.statusCode === 413 ? BODY_TOO_LARGE : error.message)
  return new GrpcError(GRPC.internal, error instanceof Error ? error.message : 'internal error')
}

function sendError(reply: FastifyReply, error: GrpcError): FastifyReply {
  return reply.code(error.httpStatus).send(error.toBody())
}
