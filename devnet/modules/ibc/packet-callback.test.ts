import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { acknowledgementText, errorAcknowledgement, SUCCESS } from './acknowledgement'
import { setChannelFate } from './channel-fate'
import { between, COSMOS, HUB, transferOf } from './ibc.fake'
import type { Packet } from './packet'
import type { ContractCallback } from './packet-callback'
import { findPending } from './packet-store'
import { acknowledgePacket, timeOutPacket } from './settle-packet'

let chain: Chain
let wallet: TestWallet
let heard: JsonValue[]
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  heard = []
})

const hear: ContractCallback = (_, contract, message) => {
  heard.push([contract, message])
}
const refuse: ContractCallback = () => {
  throw new AbciError('compute', 3, 'no: execute contract failed')
}

function send(memo: string): Packet {
  wallet.run([transferOf(wallet, { memo })])
  const packet = findPending(chain.store, HUB, '1')
  if (packet === undefined) throw new Error('no packet is on its way')
  return packet
}

const callback = () => JSON.stringify({ ibc_callback: wallet.address })
const success = acknowledgementText(SUCCESS)

/** Settles a packet at a time when it can no longer arrive. */
function timeOut(packet: Packet, call: ContractCallback) {
  return between(chain, (context) => {
    const late = { ...context.block, timeMs: context.block.timeMs + 3_600_000 }
    timeOutPacket({ ...context, block: late }, packet, call)
    return context.events
  })
}

describe('a memo that asks for a callback', () => {
  it('lets the sender hear that its packet arrived', () => {
    const packet = send(callback())
    expect(packet.data).toContain('ibc_callback')
    between(chain, (context) => acknowledgePacket(context, packet, success, hear))
    const ack = `"${btoa(success)}"`
    expect(heard).toEqual([
      [
        wallet.address,
        { ibc_lifecycle_complete: { ibc_ack: { channel: 'channel-0', sequence: 1, ack, success: true } } },
      ],
    ])
  })

  it('lets the sender hear of a refusal after it has its coins back', () => {
    setChannelFate(chain.store, 'channel-0', 'error')
    const packet = send(callback())
    const before = getBalance(chain.store, wallet.address, 'uscrt')
    const seen: bigint[] = []
    const look: ContractCallback = ({ store }, contract, message) => {
      seen.push(getBalance(store, contract, 'uscrt'))
      heard.push(message)
    }
    const answer = acknowledgementText(errorAcknowledgement(1))
    between(chain, (context) => acknowledgePacket(context, packet, answer, look))
    expect(seen).toEqual([before + 500n])
    expect(heard).toMatchObject([{ ibc_lifecycle_complete: { ibc_ack: { success: false } } }])
  })

  it('lets the sender hear that its packet timed out', () => {
    timeOut(send(callback()), hear)
    expect(heard).toEqual([
      [wallet.address, { ibc_lifecycle_complete: { ibc_timeout: { channel: 'channel-0', sequence: 1 } } }],
    ])
  })

  it.each([
    ['somebody else', () => JSON.stringify({ ibc_callback: COSMOS })],
    ['no address', () => '{"ibc_callback":7}'],
    ['nobody', () => 'a memo for people'],
  ])('that names %s is words', (_, memo) => {
    between(chain, (context) => acknowledgePacket(context, send(memo()), success, hear))
    expect(heard).toEqual([])
  })
})

describe('a contract that refuses to hear', () => {
  it('fails the acknowledgement', () => {
    const packet = send(callback())
    expect(() => between(chain, (context) => acknowledgePacket(context, packet, success, refuse))).toThrow(
      'Ack callback error: no: execute contract failed',
    )
  })

  it('has its coins back all the same when the packet timed out', () => {
    const packet = send(callback())
    const before = getBalance(chain.store, wallet.address, 'uscrt')
    const events = timeOut(packet, refuse)
    expect(getBalance(chain.store, wallet.address, 'uscrt')).toBe(before + 500n)
    expect(events.find(({ type }) => type === 'ibc-timeout-callback-error')?.attributes).toMatchObject([
      { key: 'contract', value: wallet.address },
      { key: 'message', value: expect.stringContaining('ibc_timeout') },
      { key: 'error', value: 'no: execute contract failed' },
    ])
  })
})
