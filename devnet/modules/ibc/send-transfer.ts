import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { burnCoins, sendCoins } from '../bank/bank'
import { isSendEnabled } from '../bank/send-enabled'
import type { Coin } from '../coins'
import { refuseWhileOff } from '../emergencybutton/ibc-switch'
import { moduleAddress } from '../module-address'
import { type Channel, requireChannel, TRANSFER_PORT } from './channels'
import { fullDenomOf } from './denom-trace'
import { type Height, isNoHeight } from './height'
import { ibcError } from './ibc-errors'
import { encodeTransferData, type Packet, whyElapsed } from './packet'
import { packetEvent } from './packet-events'
import { keepPacket, takeSequence } from './packet-store'
import { addToEscrow, escrowAddress, findTrace } from './transfer-store'

/** The account through which vouchers are made and destroyed. */
export const TRANSFER_MODULE = moduleAddress('transfer')

const PACKET_GAS = 20_000n

export interface OutgoingTransfer {
  readonly portId: string
  readonly channelId: string
  readonly token: Coin
  readonly sender: Address
  readonly receiver: string
  readonly timeoutHeight: Height
  /** Nanoseconds since 1970; 0 for never. */
  readonly timeoutTimestamp: bigint
  readonly memo: string
}

/** The handler of MsgTransfer: locks the coins or burns the vouchers, and sends the packet. Returns its number. */
export function sendTransfer(context: Context, transfer: OutgoingTransfer): bigint {
  const { token, sender, receiver, memo } = transfer
  if (!isSendEnabled(context.store, token.denom)) {
    throw ibcError('sendDisabled', `transfers are currently disabled for ${token.denom}`)
  }
  const channel = requireOwnChannel(transfer)
  const denom = fullDenomIn(context, token.denom)
  takeIn(context, transfer, denom)
  const data = encodeTransferData({ amount: String(token.amount), denom, memo, receiver, sender })
  const sequence = sendPacket(context, channel, { ...transfer, data })
  context.events.push(
    event('ibc_transfer', [
      ['sender', sender],
      ['receiver', receiver],
      ['amount', String(token.amount)],
      ['denom', token.denom],
      ['memo', memo],
    ]),
    event('message', [['module', 'transfer']]),
  )
  return sequence
}

/** Whether a coin of that whole path goes further from its home through a channel, and not back. */
export function isOutbound(fullDenom: string, portId: string, channelId: string): boolean {
  return !fullDenom.startsWith(`${portId}/${channelId}/`)
}

function requireOwnChannel({ portId, channelId }: OutgoingTransfer): Channel {
  const channel = requireChannel(portId, channelId)
  // Channels of contracts are the contracts' own to send on.
  if (portId !== TRANSFER_PORT) throw ibcError('capabilityNotFound', 'module does not own channel capability')
  return channel
}

function fullDenomIn({ store }: Context, denom: string): string {
  if (!denom.startsWith('ibc/')) return denom
  const hash = denom.slice('ibc/'.length)
  const trace = findTrace(store, hash)
  if (trace === undefined) throw ibcError('traceNotFound', hash)
  return fullDenomOf(trace)
}

function takeIn(context: Context, transfer: OutgoingTransfer, fullDenom: string): void {
  const { portId, channelId, sender, token } = transfer
  if (isOutbound(fullDenom, portId, channelId)) {
    sendCoins(context, sender, escrowAddress(portId, channelId), [token])
    addToEscrow(context.store, token)
    return
  }
  sendCoins(context, sender, TRANSFER_MODULE, [token])
  burnCoins(context, TRANSFER_MODULE, [token])
}

function sendPacket(
  context: Context,
  channel: Channel,
  sent: Pick<Packet, 'data' | 'timeoutHeight' | 'timeoutTimestamp'>,
): bigint {
  refuseWhileOff(context.store)
  context.gas.consume(PACKET_GAS, 'ibc send packet')
  const { data, timeoutHeight, timeoutTimestamp } = sent
  const packet: Packet = {
    sequence: takeSequence(context.store, 'sent', channel),
    sourcePort: channel.portId,
    sourceChannel: channel.channelId,
    destinationPort: channel.otherPortId,
    destinationChannel: channel.otherChannelId,
    data,
    timeoutHeight,
    timeoutTimestamp,
  }
  if (isNoHeight(timeoutHeight) && timeoutTimestamp === 0n) {
    throw ibcError(
      'invalidPacket',
      'constructed packet failed basic validation: packet timeout height and packet timeout timestamp cannot both be 0',
    )
  }
  const elapsed = whyElapsed(packet, channel.chain.chainId, context.block)
  if (elapsed !== undefined) throw ibcError('timeoutElapsed', `invalid packet timeout: ${elapsed}`)
  keepPacket(context.store, packet, context.block.height)
  context.events.push(...packetEvent('send_packet', packet, channel))
  return packet.sequence
}
