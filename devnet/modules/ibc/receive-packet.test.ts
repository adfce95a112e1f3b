import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../../accounts'
import { AbciError } from '../../node/abci-error'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getSupplyOf } from '../bank/balances'
import { getBalance } from '../bank/bank'
import { FEE_COLLECTOR } from '../module-address'
import {
  between,
  COSMOS,
  eventsOf,
  HUB,
  incomingFor,
  produce,
  ROUTE,
  receive,
  relayed,
  shapeOf,
  transferOf,
  UATOM,
  WAY,
} from './ibc.fake'
import { queueIncoming } from './incoming-packets'
import { findPending, nextSequence } from './packet-store'
import { type ContractHook, receivePacket } from './receive-packet'
import { totalEscrow } from './transfer-store'

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

function uscrt(): bigint {
  return getBalance(chain.store, wallet.address, 'uscrt')
}

describe('a transfer from another chain', () => {
  it('makes vouchers, which are burnt when they go home', () => {
    expect(between(chain, (context) => receive(context, incomingFor(wallet))).kind).toBe('result')
    expect(nextSequence(chain.store, 'received', HUB)).toBe(2n)
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(70n)
    expect(wallet.run([transferOf(wallet, {}, 30n, UATOM)]).code).toBe(0)
    expect(getSupplyOf(chain.store, UATOM)).toBe(40n)
    expect(findPending(chain.store, HUB, '1')?.data).toContain('"denom":"transfer/channel-0/uatom"')
    expect(wallet.run([transferOf(wallet, { receiver: 'nobody' }, 40n, UATOM)]).code).toBe(0)
    expect(getSupplyOf(chain.store, UATOM)).toBe(0n)
    produce(chain, 2)
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(40n)
  })

  it('comes in a transaction of the relayer with the next block, if there is such a channel', () => {
    between(chain, (context) => {
      queueIncoming(context, incomingFor(wallet))
      queueIncoming(context, incomingFor(wallet, { amount: 2n }))
      expect(() => queueIncoming(context, incomingFor(wallet, { channel: 'channel-999' }))).toThrow(
        'channel-999: channel not found',
      )
    })
    chain.produceBlock()
    const txs = relayed(chain)
    expect(txs.map((tx) => eventsOf(tx)[0]?.type)).toEqual(['recv_packet', 'recv_packet'])
    expect(txs.map(({ code }) => code)).toEqual([0, 0])
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(72n)
    chain.produceBlock()
    expect(relayed(chain)).toEqual([])
  })

  it('comes in once, and only while it is neither late nor made up', () => {
    between(chain, (context) => {
      const packet = queueIncoming(context, incomingFor(wallet))
      const forged = { ...packet, data: packet.data.replace('70', '71') }
      expect(() => receivePacket(context, forged)).toThrow('invalid proof')
      const late = { ...context, block: { ...context.block, timeMs: context.block.timeMs + 600_000 } }
      expect(() => receivePacket(late, packet)).toThrow('timeout elapsed')
      expect(receivePacket(context, packet)?.kind).toBe('result')
      expect(receivePacket(context, packet)).toBeUndefined()
    })
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(70n)
  })

  it('lets coins of this chain out of escrow, as many as there are', () => {
    wallet.run([transferOf(wallet)])
    const home = { denom: 'transfer/channel-235/uscrt', amount: 200n }
    const before = uscrt()
    expect(between(chain, (context) => receive(context, incomingFor(wallet, home))).kind).toBe('result')
    expect(uscrt()).toBe(before + 200n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(300n)
    const events = between(chain, (context) => {
      expect(receive(context, incomingFor(wallet, { ...home, amount: 301n }))).toEqual({
        kind: 'error',
        error: 'ABCI code: 5: error handling packet: see events for details',
      })
      return context.events
    })
    expect(shapeOf(events)).toEqual([
      `recv_packet packet_data packet_data_hex ${ROUTE} ${WAY}`,
      'message module',
      expect.stringMatching(/^ibccallbackerror-fungible_token_packet ibccallbackerror-module /),
      `write_acknowledgement packet_data packet_data_hex ${ROUTE} packet_ack packet_ack_hex ${WAY}`,
      'message module',
    ])
  })

  it.each([
    ['a receiver of another chain', { receiver: COSMOS }, 1],
    ['a module', { receiver: FEE_COLLECTOR }, 4],
    ['nothing', { amount: 0n }, 5],
  ])('is refused for %s, and leaves nothing', (_, part, code) => {
    const acknowledgement = between(chain, (context) => receive(context, incomingFor(wallet, part)))
    expect(acknowledgement).toMatchObject({ error: expect.stringContaining(`ABCI code: ${code}:`) })
    expect(getSupplyOf(chain.store, UATOM)).toBe(0n)
  })

  it('runs the contract that its memo names, with the coins in its hands', () => {
    const contract = DEV_ACCOUNTS[3]?.address ?? wallet.address
    const memo = JSON.stringify({ wasm: { contract, msg: { wrap_deposit: {} } } })
    const seen: unknown[] = []
    const hook: ContractHook = ({ store }, address, message, funds) =>
      seen.push([address, message, funds, getBalance(store, address, UATOM)])
    const receiveIt = (part: object, run = hook) =>
      between(chain, (context) =>
        receive(context, incomingFor(wallet, { receiver: contract, memo, ...part }), run),
      )
    expect(receiveIt({}).kind).toBe('result')
    expect(seen).toEqual([[contract, { wrap_deposit: {} }, [{ denom: UATOM, amount: 70n }], 70n]])
    const refused = receiveIt({}, () => {
      throw new AbciError('compute', 3, 'no')
    })
    expect(refused).toMatchObject({ error: expect.stringContaining('ABCI code: 6:') })
    const malformed = receiveIt({ receiver: wallet.address })
    expect(malformed).toMatchObject({ error: expect.stringContaining('ABCI code: 2:') })
    expect(getSupplyOf(chain.store, UATOM)).toBe(70n)
    expect(seen).toHaveLength(1)
  })
})
