import { base64 } from '@scure/base'
import { type Address, addressFromBytes, type JsonValue } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { type ChainEvent, event } from '../../node/events'
import { sendCoins } from '../bank/bank'
import type { Coin } from '../coins'
import { refuseWhileOff } from '../emergencybutton/ibc-switch'
import { type Acknowledgement, acknowledgementText, errorAcknowledgement } from './acknowledgement'
import { type Channel, requireChannel } from './channels'
import { localDenomOf, parseDenomTrace } from './denom-trace'
import { readHookMemo } from './hook-memo'
import { IBC_CODES, ibcError } from './ibc-errors'
import { forgetIncoming, isIncoming } from './incoming-packets'
import { decodeTransferData, type Packet, type TransferData, whyElapsed } from './packet'
import { packetEvent, writeAcknowledgementEvent } from './packet-events'
import { findAnswer, keepAnswer } from './packet-store'
import { denomHere, receiveTransfer } from './receive-transfer'

/** Runs a contract in the open, from nobody, with coins that it holds already; throws AbciError (Protocol 9.1). */
export type ContractHook = (
  context: Context,
  contract: Address,
  message: JsonValue,
  funds: readonly Coin[],
) => void

/** Who holds the coins of a hook before its contract does. */
const NOBODY = addressFromBytes(new Uint8Array(20))

/**
 * Takes in a packet that another chain has sent: gives the receiver vouchers or coins out of escrow, and runs the contract that
 * the memo names. What fails leaves nothing but events and an error acknowledgement, on which the other chain refunds. Without
 * a hook memos are words. Undefined when the packet came in before. Throws AbciError for a packet that was never sent or is late.
 */
export function receivePacket(
  context: Context,
  packet: Packet,
  hook?: ContractHook,
): Acknowledgement | undefined {
  const { destinationPort, destinationChannel, sequence } = packet
  const channel = requireChannel(destinationPort, destinationChannel)
  if (findAnswer(context.store, channel, String(sequence)) !== undefined) return undefined
  checkArrival(context, packet, channel)
  forgetIncoming(context.store, packet)
  context.events.push(...packetEvent('recv_packet', packet, channel))
  const acknowledgement = takeIn(context, channel, decodeTransferData(packet), hook)
  const answer = acknowledgementText(acknowledgement)
  keepAnswer(context.store, channel, sequence, answer)
  context.events.push(...writeAcknowledgementEvent(packet, channel, answer))
  return acknowledgement
}

/** Throws for a packet that is late, or that the other chain, which is played here, has not sent. */
function checkArrival({ store, block }: Context, packet: Packet, channel: Channel): void {
  const elapsed = whyElapsed(packet, block.chainId, block)
  if (elapsed !== undefined) throw ibcError('timeoutElapsed', elapsed)
  if (isIncoming(store, packet)) return
  throw ibcError(
    'invalidProof',
    `couldn't verify counterparty packet commitment: failed packet commitment verification for client (${channel.clientId})`,
  )
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
