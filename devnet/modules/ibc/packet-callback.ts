import { base64 } from '@scure/base'
import type { Address, JsonObject } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import { atomically, type Context } from '../../node/context'
import { event } from '../../node/events'
import { type Acknowledgement, acknowledgementText } from './acknowledgement'
import { readCallback } from './hook-memo'
import { decodeTransferData, type Packet } from './packet'

/** Tells a contract, through its entry `sudo`, what became of its packet; throws AbciError (Protocol 9.1). */
export type ContractCallback = (context: Context, contract: Address, message: JsonObject) => void

/** Lets the contract that sent a packet hear its answer, if the memo asks for it; if it refuses, so does the whole. */
export function tellAcknowledgement(
  context: Context,
  packet: Packet,
  ack: Acknowledgement,
  callback?: ContractCallback,
): void {
  const contract = calledBack(packet)
  if (contract === undefined || callback === undefined) return
  const bytes = new TextEncoder().encode(acknowledgementText(ack))
  // The chain writes bytes as JSON does, so that the text has quotation marks of its own.
  const text = JSON.stringify(base64.encode(bytes))
  const ibcAck = { ...named(packet), ack: text, success: ack.kind === 'result' }
  try {
    callback(context, contract, { ibc_lifecycle_complete: { ibc_ack: ibcAck } })
  } catch (error) {
    if (error instanceof AbciError) throw error.at('Ack callback error')
    throw error
  }
}

/** Lets the contract that sent a packet hear that it timed out; that it refuses changes nothing and is reported in an event. */
export function tellTimeout(context: Context, packet: Packet, callback?: ContractCallback): void {
  const contract = calledBack(packet)
  if (contract === undefined || callback === undefined) return
  const message = { ibc_lifecycle_complete: { ibc_timeout: named(packet) } }
  try {
    atomically(context, (inner) => callback(inner, contract, message))
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    context.events.push(
      event('ibc-timeout-callback-error', [
        ['contract', contract],
        ['message', JSON.stringify(message)],
        ['error', error.message],
      ]),
    )
  }
}

function calledBack(packet: Packet): Address | undefined {
  const { memo, sender } = decodeTransferData(packet)
  return readCallback(memo, sender)
}

function named({ sourceChannel, sequence }: Packet): JsonObject {
  return { channel: sourceChannel, sequence: Number(sequence) }
}
