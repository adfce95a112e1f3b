import { MsgTransferResponseSchema, MsgTransferSchema } from '../../codec/gen/ibc_pb'
import { type ChainModule, handler, response } from '../../node/chain-module'
import { coinFromProto } from '../coins'
import { readAddress } from '../message-address'
import { checkTransfer } from './check-transfer'
import { NO_HEIGHT } from './height'
import { relayPackets } from './relayer'
import { sendTransfer } from './send-transfer'

/** IBC as far as a wallet meets it: transfers to other chains, which are played here (Protocol 9). */
export const ibcModule: ChainModule = {
  name: 'ibc',
  messages: [
    handler(
      MsgTransferSchema,
      (context, { sourcePort, sourceChannel, token, sender, receiver, memo, ...timeout }) => {
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
      },
      { check: checkTransfer },
    ),
  ],
  endBlock: relayPackets,
}
