import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { findChannel, TRANSFER_PORT } from './channels'
import { NO_HEIGHT } from './height'
import { ibcError } from './ibc-errors'
import { encodeTransferData, type Packet, whyElapsed } from './packet'
import { packetFromText, packetToText, takeSequence } from './packet-store'

/** Packets that other chains have sent and that have not come in, by this end of their channel and their number. */
const INCOMING = 'ibc/incoming'

const TEN_MINUTES = 600_000

/** A transfer that another chain sends here. */
export interface IncomingTransfer {
  /** This chain's end, such as `channel-0`, on the port `transfer`. */
  readonly channel: string
  /** As the other chain sees it: `uatom`, or `transfer/channel-235/uscrt` for a coin of this chain that comes home. */
  readonly denom: string
  readonly amount: bigint
  readonly sender: string
  readonly receiver: string
  readonly memo: string
}

/** Lets another chain send a transfer, which a relayer brings here with the next block. Throws `channel not found`. */
export function queueIncoming(
  { store, block }: Pick<Context, 'store' | 'block'>,
  { channel: channelId, amount, ...data }: IncomingTransfer,
): Packet {
  const channel = findChannel(TRANSFER_PORT, channelId)
  if (channel === undefined) throw ibcError('channelNotFound', channelId)
  const packet: Packet = {
    sequence: takeSequence(store, 'received', channel),
    sourcePort: channel.otherPortId,
    sourceChannel: channel.otherChannelId,
    destinationPort: channel.portId,
    destinationChannel: channel.channelId,
    data: encodeTransferData({ ...data, amount: String(amount) }),
    timeoutHeight: NO_HEIGHT,
    timeoutTimestamp: BigInt(Math.floor(block.timeMs) + TEN_MINUTES) * 1_000_000n,
  }
  store.area(INCOMING).set(keyOf(packet), packetToText(packet))
  return packet
}

/** Whether the other chain has sent that very packet, and it has not come in. */
export function isIncoming(store: Store, packet: Packet): boolean {
  return store.area(INCOMING).get(keyOf(packet)) === packetToText(packet)
}

/** All packets that other chains have sent and that can still come in. */
export function listIncoming({ store, block }: Pick<Context, 'store' | 'block'>): Packet[] {
  const area = store.area(INCOMING)
  return area
    .keys()
    .map((key) => packetFromText(area.get(key) ?? ''))
    .filter((packet) => whyElapsed(packet, block.chainId, block) === undefined)
}

export function forgetIncoming(store: Store, packet: Packet): void {
  store.area(INCOMING).delete(keyOf(packet))
}

/** Numbers of 20 digits, so that the keys are in the order in which the packets were sent. */
function keyOf(packet: Pick<Packet, 'destinationPort' | 'destinationChannel' | 'sequence'>): string {
  const { destinationPort, destinationChannel, sequence } = packet
  return `${destinationPort}/${destinationChannel}/${String(sequence).padStart(20, '0')}`
}
