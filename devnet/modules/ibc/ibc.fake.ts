import type { MessageInitShape } from '@bufbuild/protobuf'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import { MsgTransferSchema } from '../../codec/gen/ibc_pb'
import type { Chain } from '../../node/chain'
import type { Context } from '../../node/context'
import type { ChainEvent } from '../../node/events'
import { decodeTransaction } from '../../node/transaction'
import type { IndexedTx } from '../../node/tx-index'
import type { TestWallet } from '../../wallet.fake'
import { coinToProto } from '../coins'
import type { Acknowledgement } from './acknowledgement'
import { type IncomingTransfer, queueIncoming } from './incoming-packets'
import { type ContractHook, receivePacket } from './receive-packet'
import { RELAYER_ADDRESS } from './relayer-account'

/** For the tests of IBC: transfers that are right but for what a test changes. */
export const COSMOS = 'cosmos1fl48vsnmsdzcv85q5d2q4z5ajdha8yu34mf0eh'
export const UATOM = 'ibc/27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2'
export const HUB = { portId: 'transfer', channelId: 'channel-0' }

/** The attributes that events about packets share. */
export const ROUTE =
  'packet_timeout_height packet_timeout_timestamp packet_sequence packet_src_port packet_src_channel ' +
  'packet_dst_port packet_dst_channel'
export const WAY = 'packet_channel_ordering packet_connection connection_id'

export type TransferPart = Exclude<MessageInitShape<typeof MsgTransferSchema>, { readonly $typeName: string }>

export function transferOf(
  wallet: TestWallet,
  part: TransferPart = {},
  amount = 500n,
  denom = 'uscrt',
): AnyMessage {
  return anyMessage(MsgTransferSchema, {
    sourcePort: 'transfer',
    sourceChannel: 'channel-0',
    token: coinToProto({ denom, amount }),
    sender: wallet.address,
    receiver: COSMOS,
    timeoutTimestamp: BigInt(wallet.chain.blocks.latest.timeMs + 600_000) * 1_000_000n,
    ...part,
  })
}

export function incomingFor({ address }: TestWallet, part: Partial<IncomingTransfer> = {}): IncomingTransfer {
  return {
    channel: 'channel-0',
    denom: 'uatom',
    amount: 70n,
    sender: COSMOS,
    receiver: address,
    memo: '',
    ...part,
  }
}

/** Lets another chain send a transfer, and takes it in at once. */
export function receive(context: Context, transfer: IncomingTransfer, hook?: ContractHook): Acknowledgement {
  const answer = receivePacket(context, queueIncoming(context, transfer), hook)
  if (answer === undefined) throw new Error('the packet came in before')
  return answer
}

/** Runs work on the state between two blocks, as a control of the network would. */
export function between<T>(chain: Chain, work: (context: Context) => T): T {
  return work({ ...chain.queryContext(), store: chain.store })
}

export function produce(chain: Chain, count: number): void {
  for (let made = 0; made < count; made++) chain.produceBlock()
}

/** The relayer's transactions in the last block. */
export function relayed(chain: Chain): IndexedTx[] {
  const { txHashes } = chain.blocks.latest
  return txHashes
    .flatMap((hash) => chain.transactions.find(hash) ?? [])
    .filter(({ bytes }) => decodeTransaction(bytes).signers.includes(RELAYER_ADDRESS))
}

/** The attributes of the events that the one message of a transaction emitted, without those of its fee and signature. */
export function eventsOf({ events }: IndexedTx): ChainEvent[] {
  return events
    .filter(({ attributes }) => attributes.at(-1)?.key === 'msg_index')
    .slice(1)
    .map(({ type, attributes }) => ({ type, attributes: attributes.slice(0, -1) }))
}

/** Events by their types and the keys of their attributes. */
export function shapeOf(events: readonly ChainEvent[]): string[] {
  return events.map(({ type, attributes }) => [type, ...attributes.map(({ key }) => key)].join(' '))
}
