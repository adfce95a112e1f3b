import { create } from '@bufbuild/protobuf'
import { PacketSchema, type Packet as ProtoPacket } from '../../codec/gen/ibc-channel_pb'
import { NO_HEIGHT } from './height'
import type { Packet } from './packet'

/** A packet as relayers' messages carry it. */
export function packetToProto({ data, timeoutHeight, ...packet }: Packet): ProtoPacket {
  const { revisionNumber, revisionHeight } = timeoutHeight
  return create(PacketSchema, {
    ...packet,
    data: new TextEncoder().encode(data),
    timeoutHeight: { revisionNumber, revisionHeight },
  })
}

/** Mirrors packetToProto; bytes that are no text become a text that no packet has. */
export function packetFromProto(message: ProtoPacket | undefined): Packet {
  const { data, timeoutHeight, ...rest } = message ?? create(PacketSchema)
  const { revisionNumber, revisionHeight } = timeoutHeight ?? NO_HEIGHT
  return {
    sequence: rest.sequence,
    sourcePort: rest.sourcePort,
    sourceChannel: rest.sourceChannel,
    destinationPort: rest.destinationPort,
    destinationChannel: rest.destinationChannel,
    data: new TextDecoder().decode(data),
    timeoutHeight: { revisionNumber, revisionHeight },
    timeoutTimestamp: rest.timeoutTimestamp,
  }
}
