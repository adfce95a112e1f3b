import { bech32 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import { atomically, type Context } from '../../node/context'
import { event } from '../../node/events'
import { mintToModule, sendCoins } from '../bank/bank'
import type { Coin } from '../coins'
import { type Acknowledgement, errorAcknowledgement, printAcknowledgement, SUCCESS } from './acknowledgement'
import { type Channel, findChannel } from './channels'
import { localDenomOf, parseDenomTrace } from './denom-trace'
import { hasMemoKey } from './hook-memo'
import { decodeTransferData, type Packet, type TransferData, whyElapsed } from './packet'
import { acknowledgePacketEvent, timeoutPacketEvent } from './packet-events'
import { findPacket, forgetPacket } from './packet-store'
import { channelFate, holdBack, letGo, takeDue } from './relay-queue'
import { isOutbound, TRANSFER_MODULE } from './send-transfer'
import { addToEscrow, escrowAddress } from './transfer-store'

/** Code 1 is what a chain says of an error that it has no code for. */
const REFUSED = errorAcknowledgement(1)

/** Plays the relayer and the other chains: settles the packets whose time has come. */
export function relayPackets(context: Context): void {
  for (const key of takeDue(context)) relay(context, key)
}

function relay(context: Context, key: string): void {
  const packet = findPacket(context.store, key)
  const channel = packet && findChannel(packet.sourcePort, packet.sourceChannel)
  if (packet === undefined || channel === undefined) {
    letGo(context.store, key)
    return
  }
  try {
    if (settle(context, packet, channel)) letGo(context.store, key)
    else holdBack(context.store, key)
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    // The relayer's transaction failed, as when an escrow account was emptied; it tries again with every block.
    holdBack(context.store, key)
  }
}

/** Ends a packet's way, one way or another; false while it can neither arrive nor time out. */
function settle(context: Context, packet: Packet, channel: Channel): boolean {
  const elapsed = whyElapsed(packet, channel.chain.chainId, context.block) !== undefined
  const fate = channelFate(context.store, channel.channelId)
  if (fate === 'drop' && !elapsed) return false
  atomically(context, (inner) => {
    forgetPacket(inner.store, packet)
    if (elapsed) timeOut(inner, packet, channel)
    else acknowledge(inner, packet, channel, fate === 'error' ? REFUSED : answerTo(packet, channel))
  })
  return true
}

/**
 * What the other chain answers: an error unless the receiver is an address of its own, as real chains do.
 * A chain that is asked by the memo to forward the coins does not read the receiver.
 */
function answerTo(packet: Packet, { chain }: Channel): Acknowledgement {
  const { receiver, memo } = decodeTransferData(packet)
  const known = bech32.decodeUnsafe(receiver, 1_023)?.prefix === chain.prefix
  return known || hasMemoKey(memo, 'forward') ? SUCCESS : REFUSED
}

function acknowledge(context: Context, packet: Packet, channel: Channel, ack: Acknowledgement): void {
  const data = decodeTransferData(packet)
  context.events.push(...acknowledgePacketEvent(packet, channel))
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

function timeOut(context: Context, packet: Packet, channel: Channel): void {
  const data = decodeTransferData(packet)
  context.events.push(...timeoutPacketEvent(packet, channel))
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
