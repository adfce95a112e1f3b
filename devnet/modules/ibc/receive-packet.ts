import { base64 } from '@scure/base'
import { type Address, addressFromBytes, isAddress, type JsonValue } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { type ChainEvent, event } from '../../node/events'
import { checkReceiver, mintToModule, sendCoins } from '../bank/bank'
import { findMetadata, setMetadata } from '../bank/denom-metadata'
import type { Coin } from '../coins'
import { refuseWhileOff } from '../emergencybutton/ibc-switch'
import { type Acknowledgement, acknowledgementText, errorAcknowledgement, SUCCESS } from './acknowledgement'
import { type Channel, findChannel, TRANSFER_PORT } from './channels'
import { type DenomTrace, fullDenomOf, localDenomOf, parseDenomTrace, traceHash } from './denom-trace'
import { NO_HEIGHT } from './height'
import { readHookMemo } from './hook-memo'
import { IBC_CODES, ibcError, plainError } from './ibc-errors'
import { encodeTransferData, type Packet, type TransferData } from './packet'
import { packetEvent, writeAcknowledgementEvent } from './packet-events'
import { keepAnswer, takeSequence } from './packet-store'
import { TRANSFER_MODULE } from './send-transfer'
import { addToEscrow, escrowAddress, rememberTrace } from './transfer-store'

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

/** The transfer module's part, with its event whether it takes the coins or not. */
function receiveTransfer(context: Context, channel: Channel, data: TransferData): Acknowledgement {
  const report = (failure?: AbciError) =>
    context.events.push(
      event('fungible_token_packet', [
        ['module', 'transfer'],
        ['sender', data.sender],
        ['receiver', data.receiver],
        ['denom', data.denom],
        ['amount', data.amount],
        ['memo', data.memo],
        ['success', String(failure === undefined)],
        ...(failure === undefined ? [] : [['error', failure.message] as const]),
      ]),
    )
  try {
    giveOut(context, channel, data)
  } catch (error) {
    if (error instanceof AbciError) report(error)
    throw error
  }
  report()
  return SUCCESS
}

function giveOut(context: Context, channel: Channel, data: TransferData): void {
  const { receiver } = data
  const amount = BigInt(data.amount)
  if (amount <= 0n)
    throw ibcError(
      'invalidAmount',
      `error validating ICS-20 transfer packet data: amount must be strictly positive: got ${amount}`,
    )
  if (!isAddress(receiver))
    throw plainError(`failed to decode receiver address: ${receiver}: decoding bech32 failed`)
  const trace = parseDenomTrace(denomHere(channel, data))
  const coin: Coin = { denom: localDenomOf(trace), amount }
  if (isHomecoming(channel, data)) {
    checkReceiver(receiver)
    sendCoins(context, escrowAddress(channel.portId, channel.channelId), receiver, [coin])
    addToEscrow(context.store, { denom: coin.denom, amount: -amount })
    return
  }
  describeVoucher(context, trace)
  mintToModule(context, TRANSFER_MODULE, [coin])
  checkReceiver(receiver)
  sendCoins(context, TRANSFER_MODULE, receiver, [coin])
}

function isHomecoming({ otherPortId, otherChannelId }: Channel, { denom }: TransferData): boolean {
  return denom.startsWith(`${otherPortId}/${otherChannelId}/`)
}

/** The whole path of a coin on this chain: one step shorter when it comes home, one longer otherwise. */
function denomHere(channel: Channel, data: TransferData): string {
  return isHomecoming(channel, data)
    ? data.denom.slice(`${channel.otherPortId}/${channel.otherChannelId}/`.length)
    : `${channel.portId}/${channel.channelId}/${data.denom}`
}

function describeVoucher({ store, events }: Context, trace: DenomTrace): void {
  const denom = localDenomOf(trace)
  rememberTrace(store, trace)
  if (findMetadata(store, denom) === undefined) setMetadata(store, denom, metadataOf(trace))
  events.push(
    event('denomination_trace', [
      ['trace_hash', traceHash(trace)],
      ['denom', denom],
    ]),
  )
}

function metadataOf(trace: DenomTrace) {
  const full = fullDenomOf(trace)
  return {
    description: `IBC token from ${full}`,
    denom_units: [{ denom: trace.baseDenom, exponent: 0, aliases: [] }],
    base: localDenomOf(trace),
    display: full,
    name: `${full} IBC token`,
    symbol: trace.baseDenom.toUpperCase(),
    uri: '',
    uri_hash: '',
  }
}
