import type { JsonValue } from '../../src/domain/index'
import type { NodeView } from '../faults/node-view'
import type { Block } from '../node/block-log'
import type { BlockEvents } from './block-events'
import type { ArgKinds, RpcArgs } from './rpc-args'
import { failure } from './rpc-error'

/** What a call is made on. */
export interface RpcContext {
  readonly node: NodeView
  readonly blockEvents: BlockEvents
}

/** One method: its arguments in order, and what it answers. Throws RpcError. */
export interface RpcMethod {
  readonly args: ArgKinds
  readonly run: (context: RpcContext, args: RpcArgs) => JsonValue | Promise<JsonValue>
}

const MAX_PER_PAGE = 100
const DEFAULT_PER_PAGE = 30

/** The block of the height that was asked for, the last one by default; throws what CometBFT says to others. */
export function blockOf({ node }: RpcContext, args: RpcArgs, name = 'height'): Block {
  const height = args.int(name)
  const { chain, latest } = node
  if (height === undefined) return latest
  if (height <= 0) throw failure(`height must be greater than 0, but got ${height}`)
  if (height > latest.height) {
    throw failure(
      `height ${height} must be less than or equal to the current blockchain height ${latest.height}`,
    )
  }
  const block = chain.blocks.find(height)
  if (block === undefined) {
    throw failure(`height ${height} is not available, lowest height is ${chain.blocks.lowest}`)
  }
  return block
}

/** Where the page that was asked for begins in a list of so many, and how long pages are. */
export function pageOf(args: RpcArgs, total: number): { start: number; count: number } {
  const asked = args.int('per_page') ?? DEFAULT_PER_PAGE
  const count = asked < 1 ? DEFAULT_PER_PAGE : Math.min(asked, MAX_PER_PAGE)
  const page = args.int('page') ?? 1
  const pages = Math.max(1, Math.ceil(total / count))
  if (page < 1 || page > pages) throw failure(`page should be within [1, ${pages}] range, given ${page}`)
  return { start: (page - 1) * count, count }
}

/** Whether the newest come first; throws for an order that there is not. */
export function isDescending(args: RpcArgs): boolean {
  const order = args.text('order_by')
  if (order === 'desc') return true
  if (order === 'asc' || order === '') return false
  throw failure('expected order_by to be either `asc` or `desc` or empty')
}
