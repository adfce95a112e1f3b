import { base64 } from '@scure/base'
import { type Address, addressFromBytes, type JsonValue } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { type ChainEvent, event } from '../../node/events'
import { sendCoins } from '../bank/bank'
import type { Coin } from '../coins'
import { refuseWhileOff } from '../emergencybutton/ibc-switch'
import { type Acknowledgement, acknowledgementText, errorAcknowledgement } from './acknowledgement'
import { type Channel, findChannel, TRANSFER_PORT } from './channels'
import { localDenomOf, parseDenomTrace } from './denom-trace'
import { NO_HEIGHT } from './height'
import { readHookMemo } from './hook-memo'
import { IBC_CODES, ibcError } from './ibc-errors'
import type { IncomingTransfer } from './incoming-transfer'
import { encodeTransferData, type Packet, type TransferData } from './packet'
import { packetEvent, writeAcknowledgementEvent } from './packet-events'
import { keepAnswer, takeSequence } from './packet-store'
import { denomHere, receiveTransfer } from './receive-transfer'
import { takeIncoming } from './relay-queue'

/** Runs a contract in the open, from nobody, with coins that it holds already; throws AbciError (Protocol 9.1). */
export type ContractHook = (
  context: Context,
  contract: Address,
  message: JsonValue,
  funds: readonly Coin[],
) => void

const TEN_MINUTES = 600_000
/** Who holds the coins of a hook before its contract does. */
const NOBODY = addressFromBytes(new Uint8Array(20))

/**
 * Takes a transfer in as a relayer would bring it, now: gives the receiver vouchers or coins out of escrow, and runs the
 * contract that the memo names. What fails leaves nothing but events and an error acknowledgement, on which the other chain
 * refunds. Without a hook memos are words. Throws `channel not found`.
 */
export function receivePacket(
  context: Context,
  transfer: IncomingTransfer,
  hook?: ContractHook,
): { sequence: bigint; acknowledgement: Acknowledgement } {
  const channel = findChannel(TRANSFER_PORT, transfer.channel)
  if (channel === undefined) throw ibcError('channelNotFound', transfer.channel)
  const data: TransferData = { ...transfer, amount: String(transfer.amount) }
  const packet = incomingPacket(context, channel, data)
  context.events.push(...packetEvent('recv_packet', packet, channel))
  const acknowledgement = takeIn(context, channel, data, hook)
  const answer = acknowledgementText(acknowledgement)
  keepAnswer(context.store, channel, packet.sequence, answer)
  context.events.push(...writeAcknowledgementEvent(packet, channel, answer))
  return { sequence: packet.sequence, acknowledgement }
}

function incomingPacket({ store, block }: Context, channel: Channel, data: TransferData): Packet {
  return {
    sequence: takeSequence(store, 'received', channel),
    sourcePort: channel.otherPortId,
    sourceChannel: channel.otherChannelId,
    destinationPort: channel.portId,
    destinationChannel: channel.channelId,
    data: encodeTransferData(data),
    timeoutHeight: NO_HEIGHT,
    timeoutTimestamp: BigInt(Math.floor(block.timeMs) + TEN_MINUTES) * 1_000_000n,
  }
}

function takeIn(
  context: Context,
  channel: Channel,
  data: TransferData,
  hook: ContractHook | undefined,
): Acknowledgement {
  const store = context.store.branch()
  // Kept even if the work is undone: the reason is among them.
  const events: ChainEvent[] = []
  const inner = { ...context, store, events }
  try {
    refuseWhileOff(store)
    const receive = hook === undefined ? receiveTransfer : receiveWithHook(hook)
    const acknowledgement = receive(inner, channel, data)
    store.commit()
    context.events.push(...events)
    return acknowledgement
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    context.events.push(...events.map(asErrorEvent))
    return errorAcknowledgement(error.code)
  }
}

/** Takes in what other chains sent since the last block. */
export function receiveQueued(context: Context, hook?: ContractHook): void {
  for (const transfer of takeIncoming(context.store)) {
    if (findChannel(TRANSFER_PORT, transfer.channel) !== undefined) receivePacket(context, transfer, hook)
  }
}

/** Events of what was undone are reported under names that nobody takes for the real ones. */
function asErrorEvent({ type, attributes }: ChainEvent): ChainEvent {
  const prefix = 'ibccallbackerror-'
  const renamed = attributes.map(({ key, ...rest }) => ({ ...rest, key: `${prefix}${key}` }))
  return { type: `${prefix}${type}`, attributes: renamed }
}

type Receive = (context: Context, channel: Channel, data: TransferData) => Acknowledgement

function receiveWithHook(hook: ContractHook): Receive {
  return (context, channel, data) => {
    const memo = readHookMemo(data.memo, data.receiver)
    if (memo.kind === 'none') return receiveTransfer(context, channel, data)
    if (memo.kind === 'malformed') throw hookRefusal(context, 'hookValidation', memo.reason)
    const ack = receiveTransfer(context, channel, { ...data, receiver: NOBODY })
    const denom = localDenomOf(parseDenomTrace(denomHere(channel, data)))
    const funds = [{ denom, amount: BigInt(data.amount) }]
    try {
      sendCoins(context, NOBODY, memo.contract, funds)
      hook(context, memo.contract, memo.message, funds)
    } catch (error) {
      if (error instanceof AbciError) throw hookRefusal(context, 'hookFailed', error.message)
      throw error
    }
    return hookAcknowledgement(ack)
  }
}

/** Both answers in one; of the contract's there is nothing to say. */
function hookAcknowledgement(transfer: Acknowledgement): Acknowledgement {
  const inner = base64.encode(new TextEncoder().encode(acknowledgementText(transfer)))
  const both = JSON.stringify({ contract_result: null, ibc_ack: inner })
  return { kind: 'result', result: new TextEncoder().encode(both) }
}

/** Tells the events why, since the acknowledgement tells only a code. */
function hookRefusal(context: Context, name: 'hookValidation' | 'hookFailed', detail: string): AbciError {
  context.events.push(
    event('ibc-acknowledgement-error', [
      ['error', IBC_CODES[name][2]],
      ['error-context', detail],
    ]),
  )
  return ibcError(name, detail)
}
