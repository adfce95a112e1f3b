import { hex } from '@scure/base'
import { type ChainEvent, event } from '../../node/events'
import type { Channel } from './channels'
import { formatHeight } from './height'
import type { Packet } from './packet'

type Attribute = readonly [string, string]

/** `send_packet` and `recv_packet`, with what the packet carries. */
export function packetEvent(
  type: 'send_packet' | 'recv_packet',
  packet: Packet,
  channel: Channel,
): ChainEvent[] {
  return withMessage(event(type, [...dataOf(packet), ...routeOf(packet), ...wayOf(channel)]))
}

/** `write_acknowledgement`: what a packet that came in is answered. */
export function writeAcknowledgementEvent(packet: Packet, channel: Channel, answer: string): ChainEvent[] {
  const attributes = [...dataOf(packet), ...routeOf(packet), ...textAndHex('packet_ack', answer)]
  return withMessage(event('write_acknowledgement', [...attributes, ...wayOf(channel)]))
}

export function acknowledgePacketEvent(packet: Packet, channel: Channel): ChainEvent[] {
  return withMessage(event('acknowledge_packet', [...routeOf(packet), ...wayOf(channel)]))
}

export function timeoutPacketEvent(packet: Packet, channel: Channel): ChainEvent[] {
  const way: Attribute[] = [
    ['connection_id', channel.connectionId],
    ['packet_channel_ordering', 'ORDER_UNORDERED'],
  ]
  return withMessage(event('timeout_packet', [...routeOf(packet), ...way]))
}

function withMessage(found: ChainEvent): ChainEvent[] {
  return [found, event('message', [['module', 'ibc_channel']])]
}

function dataOf({ data }: Packet): Attribute[] {
  return textAndHex('packet_data', data)
}

function textAndHex(name: string, text: string): Attribute[] {
  return [
    [name, text],
    [`${name}_hex`, hex.encode(new TextEncoder().encode(text))],
  ]
}

function routeOf(packet: Packet): Attribute[] {
  return [
    ['packet_timeout_height', formatHeight(packet.timeoutHeight)],
    ['packet_timeout_timestamp', String(packet.timeoutTimestamp)],
    ['packet_sequence', String(packet.sequence)],
    ['packet_src_port', packet.sourcePort],
    ['packet_src_channel', packet.sourceChannel],
    ['packet_dst_port', packet.destinationPort],
    ['packet_dst_channel', packet.destinationChannel],
  ]
}

function wayOf({ connectionId }: Channel): Attribute[] {
  return [
    ['packet_channel_ordering', 'ORDER_UNORDERED'],
    ['packet_connection', connectionId],
    ['connection_id', connectionId],
  ]
}
