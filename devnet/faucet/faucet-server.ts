import type { FastifyInstance } from 'fastify'
import { isAddress } from '../../src/domain/index'
import { createHttpServer, queryOf } from '../http-server'
import type { Chain } from '../node/chain'
import { dispense, FAUCET_ADDRESS, FAUCET_AMOUNT } from './faucet'

/** The faucet in LocalSecret's shape: `/status`, and `/faucet?address=` that answers `{"txhash"}`. */
export function createFaucetServer(chain: Chain): FastifyInstance {
  const server = createHttpServer((error) => ({ error }))
  const status = () => ({ faucet_address: FAUCET_ADDRESS, amount: String(FAUCET_AMOUNT) })
  server.get('/', status)
  server.get('/status', status)
  server.get('/faucet', (request, reply) => {
    const address = queryOf(request).get('address') ?? ''
    if (address === '') return reply.code(400).send({ error: 'address is required' })
    if (!isAddress(address)) return reply.code(400).send({ error: `${address} is not an address` })
    const result = dispense(chain, address)
    if (result.code !== 0) return reply.code(500).send({ error: result.log })
    return { txhash: result.hash }
  })
  return server
}
