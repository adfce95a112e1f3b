import type { Any } from '@bufbuild/protobuf/wkt'
import {
  type MsgAcknowledgement,
  MsgAcknowledgementResponseSchema,
  MsgAcknowledgementSchema,
  type MsgRecvPacket,
  MsgRecvPacketResponseSchema,
  MsgRecvPacketSchema,
  type MsgTimeout,
  MsgTimeoutResponseSchema,
  MsgTimeoutSchema,
  ResponseResultType,
} from '../../codec/gen/ibc-channel_pb'
import { AbciError } from '../../node/abci-error'
import { handler, type MessageHandler, response } from '../../node/chain-module'
import type { Context } from '../../node/context'
import { ibcError } from './ibc-errors'
import type { ContractCallback } from './packet-callback'
import { packetFromProto } from './packet-message'
import { type ContractHook, receivePacket } from './receive-packet'
import { acknowledgePacket, timeOutPacket } from './settle-packet'

/** How packets reach contracts; without it they reach none. */
export interface ContractHooks {
  readonly execute: ContractHook
  readonly sudo: ContractCallback
}

/** The messages of relayers; anybody may be one. */
export function relayMessages(hooks?: ContractHooks): readonly MessageHandler[] {
  const receive = (context: Context, message: MsgRecvPacket): Any => {
    const packet = packetFromProto(message.packet)
    const taken = verified('receive', () => receivePacket(context, packet, hooks?.execute))
    return response(MsgRecvPacketResponseSchema, resultOf(taken !== undefined))
  }
  const acknowledge = (context: Context, message: MsgAcknowledgement): Any => {
    const answer = new TextDecoder().decode(message.acknowledgement)
    const packet = packetFromProto(message.packet)
    const settled = verified('acknowledge', () => acknowledgePacket(context, packet, answer, hooks?.sudo))
    return response(MsgAcknowledgementResponseSchema, resultOf(settled))
  }
  const timeOut = (context: Context, message: MsgTimeout): Any => {
    const packet = packetFromProto(message.packet)
    const settled = verified('timeout', () => timeOutPacket(context, packet, hooks?.sudo))
    return response(MsgTimeoutResponseSchema, resultOf(settled))
  }
  return [
    handler(MsgRecvPacketSchema, receive, { check: (message) => checkProof(message.proofCommitment) }),
    handler(MsgAcknowledgementSchema, acknowledge, { check: (message) => checkProof(message.proofAcked) }),
    handler(MsgTimeoutSchema, timeOut, { check: (message) => checkProof(message.proofUnreceived) }),
  ]
}

/** A packet that was brought before is no failure: nothing is done. */
function resultOf(done: boolean): { readonly result: ResponseResultType } {
  return { result: done ? ResponseResultType.SUCCESS : ResponseResultType.NOOP }
}

function verified<T>(what: 'receive' | 'acknowledge' | 'timeout', work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AbciError) throw error.at(`${what} packet verification failed`)
    throw error
  }
}

function checkProof(proof: Uint8Array): void {
  if (proof.length === 0) throw ibcError('invalidProof', 'cannot submit an empty proof')
}
