import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Chain } from '../../node/chain'
import type { ChainEvent } from '../../node/events'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getOwners, getSupplyOf } from '../bank/balances'
import { getBalance, mintCoins } from '../bank/bank'
import { setChannelFate } from './channel-fate'
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
import { findPending, listPending } from './packet-store'
import { escrowAddress, totalEscrow } from './transfer-store'

const ESCROW = escrowAddress('transfer', 'channel-0')

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

function uscrt(): bigint {
  return getBalance(chain.store, wallet.address, 'uscrt')
}

/** What the relayer's only transaction of the last block says of a packet. */
function saidOfPacket(): ChainEvent[] {
  const [tx, ...others] = relayed(chain)
  expect(others).toEqual([])
  expect(tx).toMatchObject({ code: 0, log: '' })
  return tx === undefined ? [] : eventsOf(tx)
}

describe('a transfer', () => {
  it('locks coins of this chain, and is acknowledged after two blocks', () => {
    const before = uscrt()
    const tx = wallet.run([transferOf(wallet, { memo: 'hi <there>' })])
    expect(tx.log).toBe('')
    expect(shapeOf(tx.events)).toEqual(
      expect.arrayContaining([
        `send_packet packet_data packet_data_hex ${ROUTE} ${WAY} msg_index`,
        'message module msg_index',
        'ibc_transfer sender receiver amount denom memo msg_index',
      ]),
    )
    const data = findPending(chain.store, HUB, '1')?.data
    expect(data).toBe(
      `{"amount":"500","denom":"uscrt","memo":"hi \\u003cthere\\u003e","receiver":"${COSMOS}","sender":"${wallet.address}"}`,
    )
    expect(getBalance(chain.store, ESCROW, 'uscrt')).toBe(500n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
    produce(chain, 2)
    expect(listPending(chain.store, HUB)).toEqual([])
    const events = saidOfPacket()
    expect(shapeOf(events)).toEqual([
      `acknowledge_packet ${ROUTE} ${WAY}`,
      'message module',
      'fungible_token_packet module sender receiver denom amount memo acknowledgement',
      'fungible_token_packet success',
    ])
    expect(events[2]?.attributes.at(-1)?.value).toBe('result:"\\001" ')
    expect(uscrt()).toBe(before - 500n - 15_000n)
  })

  it.each([
    [
      'its receiver is no address of that chain',
      { receiver: 'osmo1fl48vsnmsdzcv85q5d2q4z5ajdha8yu3aq6l09' },
      'acknowledge',
    ],
    ['its receiver is nobody', { receiver: 'nobody' }, 'acknowledge'],
    ['the other chain refuses everything', {}, 'error'],
  ] as const)('comes back when %s', (_, part, fate) => {
    setChannelFate(chain.store, 'channel-0', fate)
    const before = uscrt()
    expect(wallet.run([transferOf(wallet, part)]).code).toBe(0)
    produce(chain, 2)
    expect(uscrt()).toBe(before - 15_000n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(0n)
    const events = saidOfPacket()
    expect(shapeOf(events).slice(0, 3)).toEqual([
      `acknowledge_packet ${ROUTE} ${WAY}`,
      'message module',
      'coin_spent spender amount',
    ])
    expect(events.at(-1)?.attributes).toMatchObject([
      { key: 'error', value: 'ABCI code: 1: error handling packet: see events for details' },
    ])
  })

  it('goes through whoever the receiver is when the memo forwards it', () => {
    wallet.run([transferOf(wallet, { receiver: 'pfm', memo: '{"forward":{}}' })])
    produce(chain, 2)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
  })

  it('times out and comes back when nobody carries it', () => {
    setChannelFate(chain.store, 'channel-0', 'drop')
    const before = uscrt()
    const timeoutTimestamp = BigInt(chain.blocks.latest.timeMs + 5_000) * 1_000_000n
    wallet.run([transferOf(wallet, { timeoutTimestamp })])
    produce(chain, 3)
    expect(listPending(chain.store, HUB)).toHaveLength(1)
    produce(chain, 1)
    expect(listPending(chain.store, HUB)).toEqual([])
    expect(uscrt()).toBe(before - 15_000n)
    const events = saidOfPacket()
    expect(shapeOf(events)[0]).toBe(`timeout_packet ${ROUTE} connection_id packet_channel_ordering`)
    expect(shapeOf(events).at(-1)).toBe('timeout module refund_receiver refund_denom refund_amount memo')
    produce(chain, 1)
    expect(relayed(chain)).toEqual([])
  })

  it('waits for a relayer that comes back', () => {
    setChannelFate(chain.store, 'channel-0', 'drop')
    wallet.run([transferOf(wallet)])
    produce(chain, 5)
    expect(listPending(chain.store, HUB)).toHaveLength(1)
    setChannelFate(chain.store, 'channel-0', 'acknowledge')
    produce(chain, 1)
    expect(listPending(chain.store, HUB)).toEqual([])
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
  })
})

/** The block's own new coins, in uscrt. */
function mintedIn(events: readonly ChainEvent[]): bigint {
  const minted = events.find(({ type }) => type === 'mint')?.attributes.find(({ key }) => key === 'amount')
  return BigInt(minted?.value ?? '0')
}

describe('coins on their way', () => {
  it('are neither made nor lost, whatever becomes of their packets', () => {
    mintCoins(chain.store, wallet.address, { denom: 'uatom', amount: 1_000n })
    const amount = fc.bigInt({ min: 1n, max: 600n })
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('send' as const),
        denom: fc.constantFrom('uscrt', 'uatom', UATOM),
        amount,
        good: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('receive' as const),
        denom: fc.constantFrom('uatom', 'transfer/channel-235/uscrt'),
        amount,
      }),
      fc.record({
        kind: fc.constant('fate' as const),
        fate: fc.constantFrom('acknowledge', 'error', 'drop'),
      }),
      fc.record({ kind: fc.constant('block' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let expected = getSupplyOf(chain.store, 'uscrt')
        for (const found of steps) {
          if (found.kind === 'send') {
            const receiver = found.good ? COSMOS : 'nobody'
            const timeoutTimestamp = BigInt(chain.blocks.latest.timeMs + 4_000) * 1_000_000n
            chain.broadcast(
              wallet.sign([transferOf(wallet, { receiver, timeoutTimestamp }, found.amount, found.denom)]),
            )
          } else if (found.kind === 'receive') {
            between(chain, (context) =>
              receive(context, incomingFor(wallet, { denom: found.denom, amount: found.amount })),
            )
          } else if (found.kind === 'fate') setChannelFate(chain.store, 'channel-0', found.fate)
          expected += mintedIn(chain.produceBlock().events)
          for (const denom of ['uscrt', 'uatom', UATOM]) {
            const owners = getOwners(chain.store, denom)
            expect(owners.reduce((sum, owner) => sum + owner.amount, 0n)).toBe(
              getSupplyOf(chain.store, denom),
            )
            expect(getBalance(chain.store, ESCROW, denom)).toBe(totalEscrow(chain.store, denom))
          }
        }
        expect(getSupplyOf(chain.store, 'uscrt')).toBe(expected)
      }),
      { numRuns: 25 },
    )
  })
})
