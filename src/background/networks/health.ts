/** How a network was found the last time it was asked. */
import { ChainError, type Client, getLatestBlock } from '../../chain/index'

export type Health =
  | { readonly kind: 'unknown' }
  | SeenBlock<'online'>
  /** The node answers, but its newest block is old, or it has fewer blocks than there were before. */
  | SeenBlock<'behind'>
  | { readonly kind: 'offline'; readonly message: string; readonly height?: bigint }

interface SeenBlock<Kind> {
  readonly kind: Kind
  /** The highest that was seen. */
  readonly height: bigint
  /** Of the node's newest block, in milliseconds since 1970. */
  readonly blockTime: number
}

/** Blocks come every six seconds; a network that is being upgraded stands still for longer, and that is worth telling too. */
const OLD_MS = 5 * 60_000
/** Nodes that ask each other for blocks are never exactly level. */
const LEVEL_BLOCKS = 20n

/** Asks for the newest block, and compares it with the clock and with what was seen before. */
export async function askHealth(client: Client, before: Health | undefined, now: number): Promise<Health> {
  const seen = before === undefined || before.kind === 'unknown' ? undefined : before.height
  try {
    const { height, time } = await getLatestBlock(client)
    const highest = seen === undefined || height > seen ? height : seen
    const isBehind = now - time > OLD_MS || height + LEVEL_BLOCKS < highest
    return { kind: isBehind ? 'behind' : 'online', height: highest, blockTime: time }
  } catch (error) {
    if (!(error instanceof ChainError)) throw error
    return { kind: 'offline', message: error.message, ...(seen === undefined ? {} : { height: seen }) }
  }
}
