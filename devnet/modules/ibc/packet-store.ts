import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import type { Store } from '../../store/store'
import type { Channel } from './channels'
import type { Packet, PendingPacket } from './packet'

/** Next numbers of packets by channel: `sent` for ours, `received` for those of the other end. */
const NEXT = { sent: 'ibc/next-sent', received: 'ibc/next-received' } as const
/** Packets that were sent and are not settled. */
const PENDING = 'ibc/pending'
/** Packets that came in, with the hash of what they were answered, base64. */
const ANSWERED = 'ibc/answered'

type End = Pick<Channel, 'portId' | 'channelId'>

export function nextSequence(store: Store, way: keyof typeof NEXT, end: End): bigint {
  return BigInt(store.area(NEXT[way]).get(endKey(end)) ?? '1')
}

/** Takes the next number of a channel. */
export function takeSequence(store: Store, way: keyof typeof NEXT, end: End): bigint {
  const sequence = nextSequence(store, way, end)
  store.area(NEXT[way]).set(endKey(end), String(sequence + 1n))
  return sequence
}

/** A packet as text; two are the same if their texts are. */
export function packetToText(packet: Packet): string {
  const { sourcePort, sourceChannel, destinationPort, destinationChannel, data } = packet
  const { revisionNumber, revisionHeight } = packet.timeoutHeight
  const numbers = [packet.sequence, packet.timeoutTimestamp, revisionNumber, revisionHeight].map(String)
  return JSON.stringify([sourcePort, sourceChannel, destinationPort, destinationChannel, data, ...numbers])
}

/** Mirrors packetToText. */
export function packetFromText(text: string): Packet {
  const [sourcePort, sourceChannel, destinationPort, destinationChannel, data, ...rest] = JSON.parse(text)
  const [sequence, timeoutTimestamp, revisionNumber, revisionHeight] = rest.map(BigInt)
  const timeoutHeight = { revisionNumber, revisionHeight }
  return {
    sequence,
    sourcePort,
    sourceChannel,
    destinationPort,
    destinationChannel,
    data,
    timeoutHeight,
    timeoutTimestamp,
  }
}

/** The name of a sent packet in the store. */
export function packetKey({ sourcePort, sourceChannel, sequence }: Packet): string {
  return `${sourcePort}/${sourceChannel}/${sequence}`
}

/** Keeps a packet that was sent in the block of that height. */
export function keepPacket(store: Store, packet: Packet, sentAt: number): void {
  store.area(PENDING).set(packetKey(packet), `${sentAt} ${packetToText(packet)}`)
}

export function forgetPacket(store: Store, packet: Packet): void {
  store.area(PENDING).delete(packetKey(packet))
}

/** A packet that was sent and is not settled. */
export function findPacket(store: Store, key: string): PendingPacket | undefined {
  const text = store.area(PENDING).get(key)
  if (text === undefined) return undefined
  const end = text.indexOf(' ')
  return { ...packetFromText(text.slice(end + 1)), sentAt: Number(text.slice(0, end)) }
}

/** Every packet that was sent and is not settled, in the order in which they were sent. */
export function listUnsettled(store: Store): PendingPacket[] {
  return store
    .area(PENDING)
    .keys()
    .flatMap((key) => findPacket(store, key) ?? [])
    .sort((a, b) => a.sentAt - b.sentAt || Number(a.sequence - b.sequence))
}

/** The unsettled packet of that number on a channel. */
export function findPending(store: Store, end: End, sequence: string): Packet | undefined {
  return findPacket(store, `${endKey(end)}/${sequence}`)
}

/** All unsettled packets of a channel, in the order of their numbers. */
export function listPending(store: Store, end: End): Packet[] {
  return store
    .area(PENDING)
    .keys(`${endKey(end)}/`)
    .flatMap((key) => findPacket(store, key) ?? [])
    .sort((a, b) => Number(a.sequence - b.sequence))
}

export function keepAnswer(store: Store, end: End, sequence: bigint, acknowledgement: string): void {
  const hash = sha256(new TextEncoder().encode(acknowledgement))
  store.area(ANSWERED).set(`${endKey(end)}/${sequence}`, base64.encode(hash))
}

/** The hash of what a packet was answered, base64; undefined if none of that number came in. */
export function findAnswer(store: Store, end: End, sequence: string): string | undefined {
  return store.area(ANSWERED).get(`${endKey(end)}/${sequence}`)
}

/** The numbers of the packets that came in through a channel. */
export function listAnswered(store: Store, end: End): string[] {
  const prefix = `${endKey(end)}/`
  const sequences = store
    .area(ANSWERED)
    .keys(prefix)
    .map((key) => key.slice(prefix.length))
  return sequences.sort((a, b) => Number(a) - Number(b))
}

function endKey({ portId, channelId }: End): string {
  return `${portId}/${channelId}`
}
