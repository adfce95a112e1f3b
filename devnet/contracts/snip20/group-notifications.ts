import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { type Address, addressBytes } from '../../../src/domain/index'
import type { ExecuteCall, LogAttribute } from '../contract'
import { plaintext } from '../handlers'
import { concat, uint64 } from './cbor'
import { type GroupChannel, MULTI_RECVD, MULTI_SPENT } from './channels'
import type { Received, Spent } from './notices'
import { decoyAddresses, notificationId, notificationSeed } from './notification-seed'

const HAS_MEMO = 1n << 63n
const SENDER_IS_OWNER = 1n << 62n
const MAX_AMOUNT = (1n << 62n) - 1n
const MAX_UINT64 = (1n << 64n) - 1n
const ID_SIZE = 8
const DIGEST_BITS = 256

interface Packet {
  /** 20 bytes. */
  readonly account: Uint8Array
  readonly content: Uint8Array
}

/** Tells everybody who received by one message (Protocol 6.7, `multirecvd`). */
export function receivedNotification(
  call: ExecuteCall,
  txHash: string,
  notices: readonly Received[],
): LogAttribute {
  const packets = notices.map((notice) => ({ to: notice.to, content: receivedContent(notice) }))
  return groupNotification(call, txHash, MULTI_RECVD, packets)
}

/** Tells everybody whose tokens one message spent (Protocol 6.7, `multispent`). */
export function spentNotification(
  call: ExecuteCall,
  txHash: string,
  notices: readonly Spent[],
): LogAttribute {
  const packets = notices.map((notice) => ({ to: notice.owner, content: spentContent(notice) }))
  return groupNotification(call, txHash, MULTI_SPENT, packets)
}

/** The filter, then as many packets as the channel always has; decoys fill up what is not needed. */
function groupNotification(
  call: ExecuteCall,
  txHash: string,
  channel: GroupChannel,
  wanted: readonly { to: Address; content: Uint8Array }[],
): LogAttribute {
  const packets = onePerAccount(wanted).slice(0, channel.packets)
  const missing = channel.packets - packets.length
  const decoys = decoyAddresses(call.storage, channel.id, txHash, missing).map((account) => ({
    account,
    content: new Uint8Array(channel.size),
  }))
  // Somebody who is told of twice has no packet, yet the filter says to look.
  const told = new Set(wanted.map(({ to }) => to))
  const idOf = (account: Uint8Array): Uint8Array =>
    notificationId(notificationSeed(call.storage, account), channel.id, txHash)
  const accounts = [...[...told].map(addressBytes), ...decoys.map(({ account }) => account)]
  const filter = bloomFilter(channel, accounts.map(idOf))
  const sealed = [...packets, ...decoys].map(({ account, content }) => sealPacket(idOf(account), content))
  return plaintext(`snip52:#${channel.id}`, base64.encode(concat([filter, ...sealed])))
}

function onePerAccount(wanted: readonly { to: Address; content: Uint8Array }[]): Packet[] {
  return wanted
    .filter(({ to }) => wanted.filter((other) => other.to === to).length === 1)
    .map(({ to, content }) => ({ account: addressBytes(to), content }))
}

/** Sets k bits for each id: the chunks of its SHA-256 from the left; bit 0 is the right-most of the filter. */
function bloomFilter({ m, k }: GroupChannel, ids: readonly Uint8Array[]): Uint8Array {
  const chunk = Math.log2(m)
  const filter = new Uint8Array(m / 8)
  for (const id of ids) {
    const digest = sha256(id).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
    for (let at = 1; at <= k; at++) {
      const bit = Number((digest >> BigInt(DIGEST_BITS - at * chunk)) & BigInt(m - 1))
      const place = filter.length - 1 - (bit >> 3)
      filter[place] = (filter[place] ?? 0) | (1 << (bit & 7))
    }
  }
  return filter
}

/** The first 8 bytes of the id find the packet, the following ones are its key. */
function sealPacket(id: Uint8Array, content: Uint8Array): Uint8Array {
  const sealed = content.map((byte, at) => byte ^ (id[ID_SIZE + at] ?? 0))
  return concat([id.subarray(0, ID_SIZE), sealed])
}

function receivedContent({ amount, owner, senderIsOwner, memoLength }: Received): Uint8Array {
  const flags = (memoLength > 0 ? HAS_MEMO : 0n) | (senderIsOwner ? SENDER_IS_OWNER : 0n)
  return concat([uint64(clamp(amount, MAX_AMOUNT) | flags), tailOf(owner)])
}

function spentContent({ amount, recipient, balance, memoLength }: Spent): Uint8Array {
  const flags = memoLength > 0 ? HAS_MEMO : 0n
  const left = uint64(clamp(balance, MAX_UINT64))
  return concat([uint64(clamp(amount, MAX_AMOUNT) | flags), tailOf(recipient), left])
}

/** The last 8 bytes of an address. */
function tailOf(address: Address | undefined): Uint8Array {
  return address === undefined ? new Uint8Array(8) : addressBytes(address).slice(12)
}

function clamp(value: bigint, max: bigint): bigint {
  return value < max ? value : max
}
