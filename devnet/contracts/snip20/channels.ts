import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import type { QueryCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { accountSeed, encodeId, notificationId } from './notification-seed'

/** A channel that tells each account on its own, in CBOR. */
export interface DirectChannel {
  readonly id: 'recvd' | 'spent' | 'allowance'
  readonly cddl: string
  /** Bytes of the longest notification; shorter ones are filled with zeros. */
  readonly size: number
}

/** A channel that tells several accounts at once through a Bloom filter. */
export interface GroupChannel {
  readonly id: 'multirecvd' | 'multispent'
  /** How many accounts at most. */
  readonly packets: number
  /** Bits of the filter, a power of two, and how many are set for each account. */
  readonly m: number
  readonly k: number
  /** Bytes of the secret part of a packet, 24 at most. */
  readonly size: number
  readonly members: readonly (readonly [type: string, label: string, description: string])[]
}

export const RECVD: DirectChannel = {
  id: 'recvd',
  cddl: 'recvd=[amount:biguint .size 8,sender:bstr .size 20,memo_len:uint .size 1]',
  size: 34,
}

export const SPENT: DirectChannel = {
  id: 'spent',
  cddl: 'spent=[amount:biguint .size 8,actions:uint .size 1,recipient:bstr .size 20,balance:biguint .size 8]',
  size: 44,
}

export const ALLOWANCE: DirectChannel = {
  id: 'allowance',
  cddl: 'allowance=[amount:biguint .size 8,allower:bstr .size 20,expiration:uint .size 8]',
  size: 42,
}

export const MULTI_RECVD: GroupChannel = {
  id: 'multirecvd',
  packets: 16,
  m: 512,
  k: 22,
  size: 16,
  members: [
    [
      'uint64',
      'flagsAndAmount',
      'Bit field of [0]: non-empty memo; [2]: sender is owner; [2..]: uint62 transfer amount in base denomination',
    ],
    ['bytes8', 'ownerId', "The last 8 bytes of the owner's canonical address"],
  ],
}

export const MULTI_SPENT: GroupChannel = {
  id: 'multispent',
  packets: 4,
  m: 128,
  k: 22,
  size: 24,
  members: [
    [
      'uint64',
      'flagsAndAmount',
      'Bit field of [0]: non-empty memo; [1]: reserved; [2..] uint62 transfer amount in base denomination',
    ],
    ['bytes8', 'recipientId', "The last 8 bytes of the recipient's canonical address"],
    ['uint64', 'balance', "Spender's new balance after the transfer"],
  ],
}

const CHANNELS = [RECVD, SPENT, ALLOWANCE, MULTI_RECVD, MULTI_SPENT] as const

export function listChannels(): JsonValue {
  return { list_channels: { channels: CHANNELS.map(({ id }) => id) } }
}

/** The account's seed, and how to find and read what each of the channels brings it (Protocol 6.7). */
export function channelInfo(call: QueryCall, account: Address, fields: MessageFields): JsonValue {
  const seed = accountSeed(call.storage, account)
  const txHash = fields.optionalString('txhash')
  const channels = fields.strings('channels').map((name) => {
    const channel = CHANNELS.find(({ id }) => id === name)
    if (channel === undefined) throw genericError(`\`${name}\` channel is undefined`)
    const answerId = txHash === undefined ? null : encodeId(notificationId(seed, name, txHash))
    return {
      channel: name,
      ...describeChannel(channel),
      answer_id: answerId,
      counter: null,
      next_id: null,
    }
  })
  const asOfBlock = String(call.env.block.height)
  return { channel_info: { as_of_block: asOfBlock, channels, seed: encodeId(seed) } }
}

function describeChannel(channel: DirectChannel | GroupChannel): JsonObject {
  if ('cddl' in channel) return { mode: 'txhash', parameters: null, data: null, cddl: channel.cddl }
  const { m, k, packets, size } = channel
  const members = channel.members.map(([type, label, description]) => ({ type, label, description }))
  return {
    mode: 'bloom',
    parameters: { m, k, h: 'sha256' },
    data: {
      type: `packet[${packets}]`,
      version: '1',
      packet_size: size,
      data: { type: 'struct', label: 'transfer', members },
    },
    cddl: null,
  }
}
