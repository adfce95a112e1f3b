import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { type ConsensusValidator, consensusSet } from '../modules/staking/consensus-set'
import { BLOCK_MAX_GAS } from '../node/ante'
import { type Block, blockHash } from '../node/block-log'
import { matches } from '../node/tx-query'
import {
  blockIdToJson,
  blockMetaToJson,
  blockToJson,
  commitToJson,
  headerToJson,
  hexText,
} from './block-json'
import { emittedAround } from './emitted'
import { parseQuery } from './parse-query'
import type { RpcArgs } from './rpc-args'
import { failure } from './rpc-error'
import { blockOf, isDescending, pageOf, type RpcContext, type RpcMethod } from './rpc-method'
import { eventsToJson, resultToJson } from './tx-json'

const MAX_BLOCKS = 20
const HEIGHT = { height: 'int' } as const

export const CONSENSUS_PARAMS: JsonObject = {
  block: { max_bytes: '22020096', max_gas: String(BLOCK_MAX_GAS) },
  evidence: { max_age_num_blocks: '100000', max_age_duration: '172800000000000', max_bytes: '1048576' },
  validator: { pub_key_types: ['ed25519'] },
  version: { app: '0' },
  abci: { vote_extensions_enable_height: '0' },
}

/** The methods about blocks, in the order of CometBFT's documentation. */
export const BLOCK_METHODS: Readonly<Record<string, RpcMethod>> = {
  blockchain: { args: { minHeight: 'int', maxHeight: 'int' }, run: blockchain },
  header: {
    args: HEIGHT,
    run: (context, args) => ({ header: headerToJson(context.node.chain, blockOf(context, args)) }),
  },
  header_by_hash: {
    args: { hash: 'hexBytes' },
    run: (context, args) => {
      const block = findByHash(context, args)
      return { header: block === undefined ? null : headerToJson(context.node.chain, block) }
    },
  },
  block: { args: HEIGHT, run: (context, args) => renderBlock(context, blockOf(context, args)) },
  block_by_hash: {
    args: { hash: 'bytes' },
    run: (context, args) => renderBlock(context, findByHash(context, args)),
  },
  block_results: { args: HEIGHT, run: blockResults },
  block_search: { args: { query: 'text', page: 'int', per_page: 'int', order_by: 'text' }, run: blockSearch },
  commit: { args: HEIGHT, run: commit },
  validators: { args: { height: 'int', page: 'int', per_page: 'int' }, run: validators },
  consensus_params: {
    args: HEIGHT,
    run: (context, args) => ({
      block_height: String(blockOf(context, args).height),
      consensus_params: CONSENSUS_PARAMS,
    }),
  },
}

function renderBlock({ node }: RpcContext, block: Block | undefined): JsonObject {
  return {
    block_id: blockIdToJson(block),
    block: block === undefined ? null : blockToJson(node.chain, block),
  }
}

function blockchain({ node }: RpcContext, args: RpcArgs): JsonObject {
  const { chain, latest } = node
  const [min, max] = [args.int('minHeight') ?? 0, args.int('maxHeight') ?? 0]
  if (min < 0 || max < 0) throw failure('heights must be non-negative')
  const high = max === 0 ? latest.height : Math.min(latest.height, max)
  const low = Math.max(min === 0 ? 1 : min, chain.blocks.lowest, high - MAX_BLOCKS + 1)
  if (low > high) throw failure(`min height ${low} can't be greater than max height ${high}`)
  const blocks = Array.from({ length: high - low + 1 }, (_, at) => chain.blocks.find(high - at))
  return {
    last_height: String(latest.height),
    block_metas: blocks.flatMap((block) => (block === undefined ? [] : [blockMetaToJson(chain, block)])),
  }
}

function findByHash({ node }: RpcContext, args: RpcArgs): Block | undefined {
  const wanted = hexText(args.bytes('hash'))
  const block = node.chain.blocks.findWhere((one) => hexText(blockHash(one)) === wanted)
  return block !== undefined && block.height <= node.latest.height ? block : undefined
}

function blockResults(context: RpcContext, args: RpcArgs): JsonObject {
  const { chain } = context.node
  const block = blockOf(context, args)
  const events = context.blockEvents.at(block.height)
  if (events === undefined && block.txHashes.length === 0) {
    throw failure(`could not find results for height #${block.height}`)
  }
  const results = block.txHashes.flatMap((hash) => chain.transactions.find(hash) ?? []).map(resultToJson)
  return {
    height: String(block.height),
    txs_results: results.length === 0 ? null : results,
    finalize_block_events: eventsToJson(events ?? []),
    validator_updates: null,
    consensus_param_updates: CONSENSUS_PARAMS,
    app_hash: base64.encode(blockHash(block)),
  }
}

function blockSearch(context: RpcContext, args: RpcArgs): JsonObject {
  const { chain, latest } = context.node
  const conditions = parseQuery(args.text('query'))
  const found = context.blockEvents
    .heights()
    .filter((height) => height <= latest.height)
    .filter((height) => matches(conditions, emittedAround(height, context.blockEvents.at(height) ?? [])))
  const ordered = isDescending(args) ? found.reverse() : found
  const { start, count } = pageOf(args, ordered.length)
  const blocks = ordered.slice(start, start + count).flatMap((height) => chain.blocks.find(height) ?? [])
  return {
    blocks: blocks.map((block) => renderBlock(context, block)),
    total_count: String(ordered.length),
  }
}

function commit(context: RpcContext, args: RpcArgs): JsonObject {
  const block = blockOf(context, args)
  return {
    signed_header: {
      header: headerToJson(context.node.chain, block),
      commit: commitToJson(block, block.height),
    },
    canonical: block.height < context.node.latest.height,
  }
}

function validators(context: RpcContext, args: RpcArgs): JsonObject {
  const { height } = blockOf(context, args)
  const { chain } = context.node
  const store = chain.history.at(height, chain.blocks.latest.height)
  if (store === undefined) throw failure(`could not find validator set for height #${height}`)
  const set = consensusSet(store)
  const { start, count } = pageOf(args, set.length)
  const page = set.slice(start, start + count)
  return {
    block_height: String(height),
    validators: page.map((validator) => ({ ...validatorToJson(validator), proposer_priority: '0' })),
    count: String(page.length),
    total: String(set.length),
  }
}

export function validatorToJson({ address, publicKey, power }: ConsensusValidator): JsonObject {
  return {
    address: hexText(address),
    pub_key: { type: 'tendermint/PubKeyEd25519', value: base64.encode(publicKey) },
    voting_power: String(power),
  }
}
