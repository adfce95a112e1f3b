import { coin, coins, list, optional, record } from './composite-fields'
import { MsgMultiSendSchema, MsgSendSchema } from './gen/bank_pb'
import { MsgTransferSchema } from './gen/ibc_pb'
import { messageSpec } from './message-spec'
import { account, text, uint64 } from './plain-fields'

const side = list(record({ address: ['address', account], coins: ['coins', coins] }))

/** Bank sends and the transfer to another chain (Protocol 3.4, 9). */
export const BANK_MESSAGES = [
  messageSpec(
    { kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', aminoType: 'cosmos-sdk/MsgSend' },
    MsgSendSchema,
    { from: ['from_address', account], to: ['to_address', account], amount: ['amount', coins] },
  ),
  messageSpec(
    {
      kind: 'multi-send',
      typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
      aminoType: 'cosmos-sdk/MsgMultiSend',
    },
    MsgMultiSendSchema,
    { inputs: ['inputs', side], outputs: ['outputs', side] },
  ),
  messageSpec(
    {
      kind: 'ibc-transfer',
      typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
      aminoType: 'cosmos-sdk/MsgTransfer',
    },
    MsgTransferSchema,
    {
      sourcePort: ['source_port', text],
      sourceChannel: ['source_channel', text],
      token: ['token', coin],
      sender: ['sender', account],
      receiver: ['receiver', text],
      timeoutHeight: [
        'timeout_height',
        optional(
          record({
            revisionNumber: ['revision_number', uint64],
            revisionHeight: ['revision_height', uint64],
          }),
        ),
      ],
      timeoutTimestamp: ['timeout_timestamp', uint64],
      memo: ['memo', text],
    },
  ),
] as const
