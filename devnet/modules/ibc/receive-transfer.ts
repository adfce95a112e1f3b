import { isAddress } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { checkReceiver, mintToModule, sendCoins } from '../bank/bank'
import { findMetadata, setMetadata } from '../bank/denom-metadata'
import type { Coin } from '../coins'
import { type Acknowledgement, SUCCESS } from './acknowledgement'
import type { Channel } from './channels'
import { type DenomTrace, fullDenomOf, localDenomOf, parseDenomTrace, traceHash } from './denom-trace'
import { ibcError, plainError } from './ibc-errors'
import type { TransferData } from './packet'
import { TRANSFER_MODULE } from './send-transfer'
import { addToEscrow, escrowAddress, rememberTrace } from './transfer-store'

/** Gives the receiver of a packet its coins, and says in an event whether that worked; throws AbciError. */
export function receiveTransfer(context: Context, channel: Channel, data: TransferData): Acknowledgement {
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

/** The whole path of a packet's coin on this chain: one step shorter when it comes home, one longer otherwise. */
export function denomHere(channel: Channel, data: TransferData): string {
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
