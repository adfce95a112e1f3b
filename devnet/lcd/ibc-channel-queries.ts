import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { CHANNELS, type Channel, findChannel } from '../modules/ibc/channels'
import { NO_HEIGHT } from '../modules/ibc/height'
import { commitPacket } from '../modules/ibc/packet'
import { findAnswer, findPending, listAnswered, listPending, nextSequence } from '../modules/ibc/packet-store'
import { invalidArgument, notFound } from './grpc-error'
import { identifiedClient } from './ibc-client-queries'
import { heightToJson, proven } from './ibc-height'
import { type LcdHandler, type LcdRequest, numberPart, pathPart } from './lcd-request'
import { paginate } from './pagination'

const TEN_MINUTES = '600000000000'

export const channels: LcdHandler = (_, request) => channelPage(request, CHANNELS)

export const connectionChannels: LcdHandler = (_, request) => {
  const id = pathPart(request, 'connection')
  return channelPage(
    request,
    CHANNELS.filter(({ connectionId }) => connectionId === id),
  )
}

export const channel: LcdHandler = (_, request) => ({
  channel: renderChannel(requireChannel(request)),
  ...proven(request),
})

export const channelClientState: LcdHandler = (_, request) => ({
  identified_client_state: identifiedClient(request, requireChannel(request)),
  ...proven(request),
})

export const packetCommitments: LcdHandler = (_, request) => {
  const states = listPending(request.store, requireChannel(request)).map((packet) => ({
    sequence: String(packet.sequence),
    data: base64.encode(commitPacket(packet)),
  }))
  const { items, pagination, height } = packetPage(request, states)
  return { commitments: items, pagination, height }
}

export const packetCommitment: LcdHandler = (_, request) => {
  const packet = findPending(request.store, requireChannel(request), sequenceOf(request))
  if (packet === undefined) throw notFound('packet commitment hash not found')
  return { commitment: base64.encode(commitPacket(packet)), ...proven(request) }
}

export const packetReceipt: LcdHandler = (_, request) => ({
  received: findAnswer(request.store, requireChannel(request), sequenceOf(request)) !== undefined,
  ...proven(request),
})

export const packetAcknowledgement: LcdHandler = (_, request) => {
  const acknowledgement = findAnswer(request.store, requireChannel(request), sequenceOf(request))
  if (acknowledgement === undefined) throw notFound('packet acknowledgement hash not found')
  return { acknowledgement, ...proven(request) }
}

export const packetAcknowledgements: LcdHandler = (_, request) => {
  const end = requireChannel(request)
  const states = listAnswered(request.store, end).map((sequence) => ({
    sequence,
    data: findAnswer(request.store, end, sequence) ?? '',
  }))
  const { items, pagination, height } = packetPage(request, states)
  return { acknowledgements: items, pagination, height }
}

/** Which of some packets of the other end have not come in. */
export const unreceivedPackets: LcdHandler = (_, request) => {
  const end = requireChannel(request)
  const sequences = sequencesOf(request).filter((each) => findAnswer(request.store, end, each) === undefined)
  return { sequences, height: proven(request).proof_height }
}

/** Which of some packets of this end wait for what they were answered. */
export const unreceivedAcks: LcdHandler = (_, request) => {
  const end = requireChannel(request)
  const sequences = sequencesOf(request).filter((each) => findPending(request.store, end, each) !== undefined)
  return { sequences, height: proven(request).proof_height }
}

/** An unordered channel takes packets in any order, so the number never moves. */
export const nextSequenceReceive: LcdHandler = (_, request) => {
  requireChannel(request)
  return { next_sequence_receive: '1', ...proven(request) }
}

export const nextSequenceSend: LcdHandler = (_, request) => ({
  next_sequence_send: String(nextSequence(request.store, 'sent', requireChannel(request))),
  ...proven(request),
})

export const channelParams: LcdHandler = () => ({
  params: { upgrade_timeout: { height: heightToJson(NO_HEIGHT), timestamp: TEN_MINUTES } },
})

function requireChannel(request: LcdRequest): Channel {
  const channelId = pathPart(request, 'channel')
  const portId = pathPart(request, 'port')
  const found = findChannel(portId, channelId)
  if (found === undefined) {
    throw notFound(`port-id: ${portId}, channel-id ${channelId}: channel not found`)
  }
  return found
}

function sequenceOf(request: LcdRequest): string {
  const sequence = numberPart(request, 'sequence')
  if (sequence === 0) throw invalidArgument('packet sequence cannot be 0')
  return String(sequence)
}

function sequencesOf(request: LcdRequest): string[] {
  const sequences = pathPart(request, 'sequence').split(',')
  const odd = sequences.find((each) => !/^[1-9]\d{0,18}$/.test(each))
  if (odd !== undefined) throw invalidArgument(`packet sequence ${odd} cannot be 0`)
  return sequences
}

function channelPage(request: LcdRequest, list: readonly Channel[]) {
  const { items, pagination } = paginate(
    list,
    request.query,
    ({ portId, channelId }) => `${portId}/${channelId}`,
  )
  const rendered = items.map((found) => ({
    ...renderChannel(found),
    port_id: found.portId,
    channel_id: found.channelId,
  }))
  return { channels: rendered, pagination, height: proven(request).proof_height }
}

function packetPage(request: LcdRequest, states: readonly { sequence: string; data: string }[]) {
  const { portId, channelId } = requireChannel(request)
  const { items, pagination } = paginate(states, request.query, ({ sequence }) => sequence)
  const named = items.map((state) => ({ port_id: portId, channel_id: channelId, ...state }))
  return { items: named, pagination, height: proven(request).proof_height }
}

function renderChannel({ otherPortId, otherChannelId, connectionId }: Channel): JsonObject {
  return {
    state: 'STATE_OPEN',
    ordering: 'ORDER_UNORDERED',
    counterparty: { port_id: otherPortId, channel_id: otherChannelId },
    connection_hops: [connectionId],
    version: 'ics20-1',
    upgrade_sequence: '0',
  }
}
