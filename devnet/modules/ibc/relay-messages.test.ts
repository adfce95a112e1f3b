import { fromBinary, type MessageInitShape } from '@bufbuild/protobuf'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import { TxMsgDataSchema } from '../../codec/gen/abci_pb'
import {
  MsgAcknowledgementResponseSchema,
  MsgAcknowledgementSchema,
  MsgRecvPacketSchema,
  MsgTimeoutSchema,
  ResponseResultType,
} from '../../codec/gen/ibc-channel_pb'
import type { Chain } from '../../node/chain'
import { decodeTransaction } from '../../node/transaction'
import type { IndexedTx } from '../../node/tx-index'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { findAccount } from '../auth/accounts'
import { getBalance } from '../bank/bank'
import { acknowledgementText, SUCCESS } from './acknowledgement'
import { setChannelFate } from './channel-fate'
import { between, HUB, incomingFor, produce, relayed, transferOf } from './ibc.fake'
import { queueIncoming } from './incoming-packets'
import type { Packet } from './packet'
import { packetFromProto, packetToProto } from './packet-message'
import { findPending } from './packet-store'
import { RELAYER_ADDRESS, RELAYER_BALANCE } from './relayer-account'

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

const PROOF = Uint8Array.of(1)
const GAS = { gas: 400_000n }

function sent(): Packet {
  const packet = findPending(chain.store, HUB, '1')
  if (packet === undefined) throw new Error('no packet is on its way')
  return packet
}

function acknowledgement(packet: Packet, answer = acknowledgementText(SUCCESS)): AnyMessage {
  return anyMessage(MsgAcknowledgementSchema, {
    packet: packetToProto(packet),
    acknowledgement: new TextEncoder().encode(answer),
    proofAcked: PROOF,
    signer: wallet.address,
  })
}

function timeout(packet: Packet): AnyMessage {
  const signer = wallet.address
  return anyMessage(MsgTimeoutSchema, { packet: packetToProto(packet), proofUnreceived: PROOF, signer })
}

function resultOf({ data }: IndexedTx): ResponseResultType | undefined {
  const [answer] = fromBinary(TxMsgDataSchema, data).msgResponses
  return answer && fromBinary(MsgAcknowledgementResponseSchema, answer.value).result
}

describe('the relayer', () => {
  it('signs, pays and counts its transactions as everybody does', () => {
    wallet.run([transferOf(wallet)])
    wallet.run([transferOf(wallet, {}, 7n)])
    between(chain, (context) => queueIncoming(context, incomingFor(wallet)))
    produce(chain, 2)
    const account = findAccount(chain.store, RELAYER_ADDRESS)
    expect(account?.sequence).toBe(3n)
    const found = [2, 3, 4, 5].flatMap(
      (height) =>
        chain.blocks.find(height)?.txHashes.flatMap((hash) => chain.transactions.find(hash) ?? []) ?? [],
    )
    const own = found.filter(({ bytes }) => decodeTransaction(bytes).signers.includes(RELAYER_ADDRESS))
    expect(own.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(own.every(({ gasUsed, gasWanted }) => gasUsed < gasWanted)).toBe(true)
    const decoded = own.map(({ bytes }) => decodeTransaction(bytes))
    expect(decoded.map(({ signerInfos }) => signerInfos[0]?.sequence)).toEqual([0n, 1n, 2n])
    const fees = decoded.map(({ fee }) => fee.amount[0]?.amount ?? 0n)
    expect(getBalance(chain.store, RELAYER_ADDRESS, 'uscrt')).toBe(
      RELAYER_BALANCE - fees.reduce((sum, fee) => sum + fee, 0n),
    )
    expect(decoded.map(({ messages }) => messages[0]?.typeUrl).sort()).toEqual([
      '/ibc.core.channel.v1.MsgAcknowledgement',
      '/ibc.core.channel.v1.MsgAcknowledgement',
      '/ibc.core.channel.v1.MsgRecvPacket',
    ])
  })

  it('is found by what its packet is called, as clients look for it', () => {
    wallet.run([transferOf(wallet)])
    produce(chain, 2)
    const equals = (key: string, value: string) => ({ kind: 'equals', key, value }) as const
    const found = chain.transactions.search([
      equals('acknowledge_packet.packet_src_channel', 'channel-0'),
      equals('acknowledge_packet.packet_sequence', '1'),
    ])
    expect(found.total).toBe(1)
    expect(found.page({ start: 0, count: 1, descending: false })[0]?.hash).toBe(relayed(chain)[0]?.hash)
  })

  it('keeps back what would fail, and tries again', () => {
    setChannelFate(chain.store, 'channel-0', 'error')
    wallet.run([transferOf(wallet)])
    const store = chain.store.branch()
    const area = store.area('bank/balances')
    const emptied = area.keys().filter((key) => !key.includes(wallet.address))
    for (const key of emptied) area.delete(key)
    store.commit()
    produce(chain, 3)
    expect(relayed(chain)).toEqual([])
    expect(sent().sequence).toBe(1n)
  })
})

describe("a relayer of one's own", () => {
  it('may settle a packet before the other does, and what comes second does nothing', () => {
    wallet.run([transferOf(wallet)])
    const packet = sent()
    const first = wallet.run([acknowledgement(packet)], GAS)
    expect(first.log).toBe('')
    expect(resultOf(first)).toBe(ResponseResultType.SUCCESS)
    expect(resultOf(wallet.run([acknowledgement(packet)], GAS))).toBe(ResponseResultType.NOOP)
    expect(resultOf(wallet.run([timeout(packet)], GAS))).toBe(ResponseResultType.NOOP)
  })

  it.each([
    [
      'another answer than the one that was given',
      (packet: Packet) => acknowledgement(packet, '{"error":"no"}'),
      'commitment',
      2,
      'acknowledge packet verification failed: failed packet acknowledgement verification for client (07-tendermint-0): invalid proof',
    ],
    [
      'a packet that was sent otherwise',
      (packet: Packet) => acknowledgement({ ...packet, data: '{}' }),
      'channel',
      13,
      'acknowledge packet verification failed: commitment bytes are not equal: invalid packet',
    ],
    [
      'a packet of an unknown channel',
      (packet: Packet) => acknowledgement({ ...packet, sourceChannel: 'channel-999' }),
      'channel',
      3,
      'acknowledge packet verification failed: port ID (transfer) channel ID (channel-999): channel not found',
    ],
    [
      'a timeout before its time',
      timeout,
      'channel',
      41,
      'timeout packet verification failed: packet timeout not reached: timeout not reached',
    ],
    [
      'a packet that no chain has sent',
      (packet: Packet) =>
        anyMessage(MsgRecvPacketSchema, {
          packet: packetToProto({
            ...packet,
            destinationPort: packet.sourcePort,
            destinationChannel: packet.sourceChannel,
          }),
          proofCommitment: PROOF,
          signer: wallet.address,
        }),
      'commitment',
      2,
      "receive packet verification failed: couldn't verify counterparty packet commitment: failed packet commitment verification for client (07-tendermint-0): invalid proof",
    ],
  ])('is refused for %s', (_, make, codespace, code, log) => {
    wallet.run([transferOf(wallet)])
    const tx = wallet.run([make(sent())], GAS)
    expect(tx).toMatchObject({ codespace, code, log: `failed to execute message; message index: 0: ${log}` })
  })

  it('is refused at the door without a proof', () => {
    const message = anyMessage(MsgTimeoutSchema, { signer: wallet.address })
    expect(chain.broadcast(wallet.sign([message]))).toMatchObject({
      codespace: 'commitment',
      code: 2,
      log: 'cannot submit an empty proof: invalid proof',
    })
  })

  it('cannot make anything of packets that are odd', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('transfer', 'channel-0', '{"amount":"1"}'))
    const packet = fc.record({
      sequence: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      sourcePort: text,
      sourceChannel: text,
      destinationPort: text,
      destinationChannel: text,
      data: fc.uint8Array({ maxLength: 30 }),
      timeoutTimestamp: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
    })
    const wrap = fc.constantFrom(
      (odd: MessageInitShape<typeof MsgRecvPacketSchema>['packet']) =>
        anyMessage(MsgRecvPacketSchema, { packet: odd, proofCommitment: PROOF, signer: wallet.address }),
      (odd: MessageInitShape<typeof MsgRecvPacketSchema>['packet']) =>
        anyMessage(MsgAcknowledgementSchema, { packet: odd, proofAcked: PROOF, signer: wallet.address }),
      (odd: MessageInitShape<typeof MsgRecvPacketSchema>['packet']) =>
        anyMessage(MsgTimeoutSchema, { packet: odd, proofUnreceived: PROOF, signer: wallet.address }),
    )
    fc.assert(
      fc.property(wrap, packet, (make, odd) => {
        const tx = wallet.run([make(odd)], GAS)
        expect([0, 2, 3, 40]).toContain(tx.code)
        expect(tx.log).not.toMatch(/panic|TypeError/)
      }),
      { numRuns: 100 },
    )
    expect(packetFromProto(undefined).data).toBe('')
  })
})
