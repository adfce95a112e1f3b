import { type AnyMessage, anyMessage } from '../../codec/any-message'
import {
  MsgAcknowledgementSchema,
  MsgRecvPacketSchema,
  MsgTimeoutSchema,
} from '../../codec/gen/ibc-channel_pb'
import { AbciError } from '../../node/abci-error'
import { BLOCK_MAX_GAS } from '../../node/ante'
import { atomically, type Context } from '../../node/context'
import { GasMeter } from '../../node/gas-meter'
import { acknowledgementText } from './acknowledgement'
import { requireChannel } from './channels'
import { heightOn } from './height'
import { listIncoming } from './incoming-packets'
import { commitPacket, type Packet, type PendingPacket, whyElapsed } from './packet'
import { packetToProto } from './packet-message'
import { listUnsettled } from './packet-store'
import { RELAYER_ADDRESS, signAsRelayer } from './relayer-account'
import { answerTo } from './settle-packet'

/** So many blocks after a packet was sent, its acknowledgement is there. */
const RELAY_BLOCKS = 2

/**
 * Plays the relayer: transactions for the block to come, one for every packet whose time has come. As real relayers do it tries
 * each message first and keeps back what would fail, such as a refund out of an escrow account that was emptied.
 */
export function relayPackets(context: Context): Uint8Array[] {
  const store = context.store.branch()
  const sent: Uint8Array[] = []
  for (const message of messagesDue(context)) {
    const gasUsed = tryMessage({ ...context, store }, message)
    if (gasUsed !== undefined) sent.push(signAsRelayer(context, message, { gasUsed, place: sent.length }))
  }
  return sent
}

/** The gas that a message needs; undefined when it would fail. */
function tryMessage(context: Context, message: AnyMessage): bigint | undefined {
  const gas = new GasMeter(BLOCK_MAX_GAS)
  try {
    atomically({ ...context, gas }, (inner) => context.router.run(inner, message))
    return gas.used
  } catch (error) {
    if (error instanceof AbciError) return undefined
    throw error
  }
}

function messagesDue(context: Context): AnyMessage[] {
  const due = listUnsettled(context.store).filter(
    ({ sentAt }) => sentAt + RELAY_BLOCKS <= context.block.height,
  )
  return [
    ...due.flatMap((packet) => settlement(context, packet) ?? []),
    ...listIncoming(context).map((packet) => arrival(context, packet)),
  ]
}

/** How a packet's way ends; undefined while it can neither arrive nor time out. */
function settlement(context: Context, pending: PendingPacket): AnyMessage | undefined {
  const { chain } = requireChannel(pending.sourcePort, pending.sourceChannel)
  const signer = RELAYER_ADDRESS
  const packet = packetToProto(pending)
  const proofHeight = heightOn(chain.chainId, context.block)
  if (whyElapsed(pending, chain.chainId, context.block) !== undefined) {
    const proofUnreceived = proofOf(pending)
    return anyMessage(MsgTimeoutSchema, {
      packet,
      proofUnreceived,
      proofHeight,
      nextSequenceRecv: 1n,
      signer,
    })
  }
  const answer = answerTo(context, pending)
  if (answer === undefined) return undefined
  const acknowledgement = new TextEncoder().encode(acknowledgementText(answer))
  return anyMessage(MsgAcknowledgementSchema, {
    packet,
    acknowledgement,
    proofAcked: proofOf(pending),
    proofHeight,
    signer,
  })
}

function arrival({ block }: Context, incoming: Packet): AnyMessage {
  const { chain } = requireChannel(incoming.destinationPort, incoming.destinationChannel)
  return anyMessage(MsgRecvPacketSchema, {
    packet: packetToProto(incoming),
    proofCommitment: proofOf(incoming),
    proofHeight: heightOn(chain.chainId, block),
    signer: RELAYER_ADDRESS,
  })
}

/** Stands where a Merkle proof would: this chain plays the others, so it knows what they hold. */
function proofOf(packet: Packet): Uint8Array {
  return commitPacket(packet)
}
