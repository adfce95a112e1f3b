import type { Any } from '@bufbuild/protobuf/wkt'
import { type MsgTransfer, MsgTransferResponseSchema, MsgTransferSchema } from '../../codec/gen/ibc_pb'
import { type ChainModule, handler, response } from '../../node/chain-module'
import type { Context } from '../../node/context'
import { mintCoins } from '../bank/bank'
import { coinFromProto } from '../coins'
import { readAddress } from '../message-address'
import { checkTransfer } from './check-transfer'
import { NO_HEIGHT } from './height'
import { type ContractHooks, relayMessages } from './relay-messages'
import { relayPackets } from './relayer'
import { RELAYER_ADDRESS, RELAYER_BALANCE } from './relayer-account'
import { sendTransfer } from './send-transfer'

/**
 * IBC as far as a wallet meets it: transfers to and from other chains, which are played here (Protocol 9).
 * `hooks` run the contracts that memos name; without them those memos are words.
 */
export function ibcModule(hooks?: ContractHooks): ChainModule {
  return {
    name: 'ibc',
    messages: [handler(MsgTransferSchema, transfer, { check: checkTransfer }), ...relayMessages(hooks)],
    genesis: ({ store }) => mintCoins(store, RELAYER_ADDRESS, { denom: 'uscrt', amount: RELAYER_BALANCE }),
    propose: relayPackets,
  }
}

function transfer(context: Context, message: MsgTransfer): Any {
  const { sourcePort, sourceChannel, token, sender, receiver, memo, ...timeout } = message
  const sequence = sendTransfer(context, {
    portId: sourcePort,
    channelId: sourceChannel,
    token: coinFromProto(token),
    sender: readAddress(sender, 'string could not be parsed as address'),
    receiver,
    timeoutHeight: timeout.timeoutHeight ?? NO_HEIGHT,
    timeoutTimestamp: timeout.timeoutTimestamp,
    memo,
  })
  return response(MsgTransferResponseSchema, { sequence })
}
