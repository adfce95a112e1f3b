import { bech32 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { mintToModule, sendCoins } from '../bank/bank'
import type { Coin } from '../coins'
import {
  type Acknowledgement,
  acknowledgementText,
  errorAcknowledgement,
  printAcknowledgement,
  SUCCESS,
} from './acknowledgement'
import { channelFate } from './channel-fate'
import { requireChannel } from './channels'
import { localDenomOf, parseDenomTrace } from './denom-trace'
import { hasMemoKey } from './hook-memo'
import { ibcError } from './ibc-errors'
import { decodeTransferData, type Packet, type TransferData, whyElapsed } from './packet'
import { type ContractCallback, tellAcknowledgement, tellTimeout } from './packet-callback'
import { acknowledgePacketEvent, timeoutPacketEvent } from './packet-events'
import { findPacket, forgetPacket, packetKey, packetToText } from './packet-store'
import { isOutbound, TRANSFER_MODULE } from './send-transfer'
import { addToEscrow, escrowAddress } from './transfer-store'

/** Code 1 is what a chain says of an error that it has no code for. */
const REFUSED = errorAcknowledgement(1)

/**
 * What the other chain, which is played here, answers to a packet; undefined when it never hears of it. As on real chains that is
 * an error unless the receiver is an address of its own. A chain that is asked by the memo to forward the coins does not read
 * the receiver.
 */
export function answerTo(context: Pick<Context, 'store'>, packet: Packet): Acknowledgement | undefined {
  const channel = requireChannel(packet.sourcePort, packet.sourceChannel)
  const fate = channelFate(context.store, channel.channelId)
  if (fate === 'drop') return undefined
  const { receiver, memo } = decodeTransferData(packet)
  const known = bech32.decodeUnsafe(receiver, 1_023)?.prefix === channel.chain.prefix
  return fate === 'acknowledge' && (known || hasMemoKey(memo, 'forward')) ? SUCCESS : REFUSED
}

/**
 * Ends a packet's way with what it was answered, giving back what was refused. False when it had ended before.
 * Throws AbciError unless the other chain did answer so.
 */
export function acknowledgePacket(
  context: Context,
  packet: Packet,
  answer: string,
  callback?: ContractCallback,
): boolean {
  const channel = requireChannel(packet.sourcePort, packet.sourceChannel)
  if (!isUnsettled(context, packet)) return false
  const ack = answerTo(context, packet)
  if (ack === undefined || acknowledgementText(ack) !== answer) {
    throw ibcError(
      'invalidProof',
      `failed packet acknowledgement verification for client (${channel.clientId})`,
    )
  }
  forgetPacket(context.store, packet)
  context.events.push(...acknowledgePacketEvent(packet, channel))
  settle(context, packet, ack)
  tellAcknowledgement(context, packet, ack, callback)
  return true
}

/** Ends the way of a packet that can no longer arrive, and gives back what it carried. False when it had ended before. Throws AbciError before its time. */
export function timeOutPacket(context: Context, packet: Packet, callback?: ContractCallback): boolean {
  const channel = requireChannel(packet.sourcePort, packet.sourceChannel)
  if (!isUnsettled(context, packet)) return false
  if (whyElapsed(packet, channel.chain.chainId, context.block) === undefined) {
    throw ibcError('timeoutNotReached', 'packet timeout not reached')
  }
  forgetPacket(context.store, packet)
  context.events.push(...timeoutPacketEvent(packet, channel))
  returnCoins(context, packet)
  tellTimeout(context, packet, callback)
  return true
}

/** Whether a packet was sent and is not settled; throws `invalid packet` for one that was sent otherwise. */
function isUnsettled({ store }: Context, packet: Packet): boolean {
  const sent = findPacket(store, packetKey(packet))
  if (sent === undefined) return false
  if (packetToText(sent) === packetToText(packet)) return true
  throw ibcError('invalidPacket', 'commitment bytes are not equal')
}

function settle(context: Context, packet: Packet, ack: Acknowledgement): void {
  const data = decodeTransferData(packet)
  if (ack.kind === 'error') refund(context, packet, data)
  context.events.push(
    event('fungible_token_packet', [
      ['module', 'transfer'],
      ['sender', data.sender],
      ['receiver', data.receiver],
      ['denom', data.denom],
      ['amount', data.amount],
      ['memo', data.memo],
      ['acknowledgement', printAcknowledgement(ack)],
    ]),
    event('fungible_token_packet', [
      ack.kind === 'error' ? ['error', ack.error] : ['success', new TextDecoder().decode(ack.result)],
    ]),
  )
}

function returnCoins(context: Context, packet: Packet): void {
  const data = decodeTransferData(packet)
  refund(context, packet, data)
  context.events.push(
    event('timeout', [
      ['module', 'transfer'],
      ['refund_receiver', data.sender],
      ['refund_denom', data.denom],
      ['refund_amount', data.amount],
      ['memo', data.memo],
    ]),
  )
}

/** Gives the sender back what it sent: out of escrow, or made anew where it was burnt. */
function refund(context: Context, { sourcePort, sourceChannel }: Packet, data: TransferData): void {
  const sender = data.sender as Address
  const coin: Coin = { denom: localDenomOf(parseDenomTrace(data.denom)), amount: BigInt(data.amount) }
  if (isOutbound(data.denom, sourcePort, sourceChannel)) {
    sendCoins(context, escrowAddress(sourcePort, sourceChannel), sender, [coin])
    addToEscrow(context.store, { denom: coin.denom, amount: -coin.amount })
    return
  }
  mintToModule(context, TRANSFER_MODULE, [coin])
  sendCoins(context, TRANSFER_MODULE, sender, [coin])
}
