import { coin, coins, list, optional, record } from './composite-fields'
import { messageSpec } from './message-spec'
import { account, text, uint64 } from './plain-fields'

const side = list(record({ address: ['address', 1, account], coins: ['coins', 2, coins] }))

/** Bank sends and the transfer to another chain (Protocol 3.4, 9). */
export const BANK_MESSAGES = [
  messageSpec(
    { kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', aminoType: 'cosmos-sdk/MsgSend' },
    { from: ['from_address', 1, account], to: ['to_address', 2, account], amount: ['amount', 3, coins] },
  ),
  messageSpec(
    {
      kind: 'multi-send',
      typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
      aminoType: 'cosmos-sdk/MsgMultiSend',
    },
    { inputs: ['inputs', 1, side], outputs: ['outputs', 2, side] },
  ),
  messageSpec(
    {
      kind: 'ibc-transfer',
      typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
      aminoType: 'cosmos-sdk/MsgTransfer',
    },
    {
      sourcePort: ['source_port', 1, text],
      sourceChannel: ['source_channel', 2, text],
      token: ['token', 3, coin],
      sender: ['sender', 4, account],
      receiver: ['receiver', 5, text],
      timeoutHeight: [
        'timeout_height',
        6,
        optional(
          record({
            revisionNumber: ['revision_number', 1, uint64],
            revisionHeight: ['revision_height', 2, uint64],
          }),
        ),
      ],
      timeoutTimestamp: ['timeout_timestamp', 7, uint64],
      memo: ['memo', 8, text],
    },
  ),
] as const
