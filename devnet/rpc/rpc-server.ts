import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JsonValue } from '../../src/domain/index'
import { installFaults } from '../faults/fault-hooks'
import { BODY_TOO_LARGE, createHttpServer, pathOf, queryOf } from '../http-server'
import { answerCall, errorAnswer, findMethod, methodNames, readRequests, toRpcError } from './json-rpc'
import { ArgError, argsFromUri } from './rpc-args'
import { RpcError } from './rpc-error'
import type { RpcContext, RpcMethod } from './rpc-method'
import { serveWebSocket } from './web-socket'

/** The id of answers to calls by URI, which have none. */
const URI_ID = -1

/** A node's CometBFT RPC: JSON-RPC by POST, by URI and over a WebSocket. */
export function createRpcServer(context: RpcContext): FastifyInstance {
  const server = createHttpServer((message) => errorAnswer(null, new RpcError('invalidRequest', message)))
  installFaults(server, context.node, namedPathOf)
  server.post('/', (request, reply) => answerPost(context, request, reply))
  server.get('/', (_request, reply) => sendList(reply))
  server.get('/:method', (request, reply) => answerUri(context, request, reply))
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain').send('404 page not found\n'),
  )
  server.setErrorHandler((error, _request, reply) => {
    const refused = error instanceof Error && 'statusCode' in error && error.statusCode === 413
    const reason = refused
      ? new RpcError('invalidRequest', `error reading request body: ${BODY_TOO_LARGE}`)
      : toRpcError(error)
    return sendJson(reply, 500, errorAnswer(null, reason))
  })
  serveWebSocket(server, context)
  return server
}

/** Faults are limited by method: a single JSON-RPC call counts as its URI. */
function namedPathOf(request: FastifyRequest): string {
  const path = pathOf(request)
  const named =
    typeof request.body === 'string' ? /"method"\s*:\s*"(\w+)"/.exec(request.body)?.[1] : undefined
  return path === '/' && named !== undefined ? `/${named}` : path
}

async function answerPost(
  context: RpcContext,
  { body }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (typeof body !== 'string' || body === '') return sendList(reply)
  let answers: JsonValue[]
  try {
    answers = await Promise.all(readRequests(body).map((request) => answerCall(context, request)))
  } catch (error) {
    return sendJson(reply, 500, errorAnswer(null, toRpcError(error)))
  }
  const [first] = answers
  if (first === undefined) return reply.code(200).send('')
  return sendJson(reply, 200, answers.length === 1 ? first : answers)
}

async function answerUri(
  context: RpcContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const method = findMethod(pathOf(request).slice(1))
  if (method === undefined) return reply.code(404).type('text/plain').send('404 page not found\n')
  try {
    const result = await method.run(context, readUriArgs(method, queryOf(request)))
    return sendJson(reply, 200, { jsonrpc: '2.0', id: URI_ID, result })
  } catch (error) {
    return sendJson(reply, 500, errorAnswer(URI_ID, toRpcError(error)))
  }
}

function readUriArgs({ args }: RpcMethod, query: URLSearchParams) {
  try {
    return argsFromUri(args, query)
  } catch (error) {
    if (!(error instanceof ArgError)) throw error
    throw new RpcError('invalidParams', `error converting http params to arguments: ${error.message}`)
  }
}

function sendJson(reply: FastifyReply, status: number, answer: JsonValue): FastifyReply {
  return reply
    .code(status)
    .type('application/json')
    .send(JSON.stringify(answer, undefined, 2))
}

/** What a browser sees at the root: every method, with its arguments to fill in. */
function sendList(reply: FastifyReply): FastifyReply {
  const links = methodNames().map((name) => {
    const names = Object.keys(findMethod(name)?.args ?? {})
    const link = `/${name}${names.length === 0 ? '' : `?${names.map((one) => `${one}=_`).join('&')}`}`
    return `<a href="${link}">${link}</a><br>`
  })
  return reply
    .type('text/html')
    .send(`<html><body><br>Available endpoints:<br>${links.join('')}</body></html>`)
}
