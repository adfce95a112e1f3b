import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import type { IncomingTransfer } from './incoming-transfer'
import type { Packet } from './packet'
import { packetKey } from './packet-store'

/** So many blocks after a packet was sent, its acknowledgement is there. */
const RELAY_BLOCKS = 2

/** Packets by the height at which they are due, so that a block finds its own at once. */
const QUEUE = 'ibc/queue'
/** Packets that were due and went nowhere. */
const STUCK = 'ibc/stuck'
const FATES = 'ibc/fates'
/** Transfers of other chains that the next block takes in, under one key. */
const INCOMING = 'ibc/incoming'
const ALL = 'all'

const FATE_NAMES = ['acknowledge', 'error', 'drop'] as const

/**
 * What the other end of a channel makes of packets: takes them, refuses them, or never hears of them.
 * Packets of a channel that drops them wait until they time out or its fate changes.
 */
export type ChannelFate = (typeof FATE_NAMES)[number]

/** Decides what becomes of packets sent through a channel of the port `transfer`, such as `channel-0`. */
export function setChannelFate(store: Store, channelId: string, fate: ChannelFate): void {
  if (fate === 'acknowledge') store.area(FATES).delete(channelId)
  else store.area(FATES).set(channelId, fate)
}

export function channelFate(store: Store, channelId: string): ChannelFate {
  const fate = store.area(FATES).get(channelId) ?? ''
  return isChannelFate(fate) ? fate : 'acknowledge'
}

/** Lets a packet be relayed some blocks from now. */
export function queuePacket({ store, block }: Context, packet: Packet): void {
  const queue = store.area(QUEUE)
  const height = String(block.height + RELAY_BLOCKS)
  queue.set(height, JSON.stringify([...dueAt(store, height), packetKey(packet)]))
}

/** Takes the packets out that are to be tried in this block: those that are due, after those that were stuck. */
export function takeDue({ store, block }: Context): string[] {
  const height = String(block.height)
  const due = dueAt(store, height)
  if (due.length > 0) store.area(QUEUE).delete(height)
  return [...store.area(STUCK).keys(), ...due]
}

export function holdBack(store: Store, key: string): void {
  const stuck = store.area(STUCK)
  if (stuck.get(key) === undefined) stuck.set(key, '')
}

export function letGo(store: Store, key: string): void {
  const stuck = store.area(STUCK)
  if (stuck.get(key) !== undefined) stuck.delete(key)
}

/** Lets the next block take in a transfer of another chain. */
export function queueIncoming(store: Store, transfer: IncomingTransfer): void {
  const queued = [...readIncoming(store), { ...transfer, amount: String(transfer.amount) }]
  store.area(INCOMING).set(ALL, JSON.stringify(queued))
}

/** Takes out the transfers that were queued. */
export function takeIncoming(store: Store): IncomingTransfer[] {
  const queued = readIncoming(store)
  if (queued.length > 0) store.area(INCOMING).delete(ALL)
  return queued.map((transfer) => ({ ...transfer, amount: BigInt(transfer.amount) }))
}

function readIncoming(store: Store): (Omit<IncomingTransfer, 'amount'> & { readonly amount: string })[] {
  return JSON.parse(store.area(INCOMING).get(ALL) ?? '[]')
}

function dueAt(store: Store, height: string): string[] {
  return JSON.parse(store.area(QUEUE).get(height) ?? '[]')
}

export function isChannelFate(text: string): text is ChannelFate {
  return FATE_NAMES.some((name) => name === text)
}
