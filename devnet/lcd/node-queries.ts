import { base64, hex } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { renderConsensusAddress } from '../modules/validator-address'
import { formatGasPrice } from '../node/ante-fee'
import { dataHash, NO_HASH as EMPTY_HASH, transactionsOf } from '../node/block-header'
import { type Block, blockHash } from '../node/block-log'
import type { Chain } from '../node/chain'
import { NODE_INFO } from '../node/node-info'
import { timeInFull } from '../node/time-text'
import { invalidArgument } from './grpc-error'
import { type LcdHandler, numberPart } from './lcd-request'

const NO_HASH = base64.encode(EMPTY_HASH)

export const nodeInfo: LcdHandler = (chain) => ({
  default_node_info: {
    protocol_version: { p2p: '8', block: '11', app: '0' },
    default_node_id: NODE_INFO.id,
    listen_addr: NODE_INFO.listenAddress,
    network: chain.chainId,
    version: NODE_INFO.cometVersion,
    channels: '',
    moniker: NODE_INFO.moniker,
    other: { tx_index: 'on', rpc_address: NODE_INFO.rpcAddress },
  },
  application_version: {
    name: NODE_INFO.appName,
    app_name: 'secretd',
    version: NODE_INFO.appVersion,
    git_commit: '',
    build_tags: 'devnet',
    go_version: '',
    build_deps: [],
    cosmos_sdk_version: 'v0.50.14',
  },
})

export const syncing: LcdHandler = () => ({ syncing: false })

export const latestBlock: LcdHandler = (chain, { node }) => renderBlock(chain, node.latest)

export const blockAt: LcdHandler = (chain, request) => {
  const height = numberPart(request, 'height')
  const { lowest } = chain.blocks
  const { latest } = request.node
  if (height <= 0) throw invalidArgument('height must be greater than 0')
  if (height > latest.height) {
    throw invalidArgument(`requested block height is bigger then the chain length: ${latest.height}`)
  }
  const block = chain.blocks.find(height)
  if (block === undefined) {
    throw invalidArgument(`height ${height} is not available, lowest height is ${lowest}`)
  }
  return renderBlock(chain, block)
}

export const nodeConfig: LcdHandler = (_, { node }) => ({
  minimum_gas_price: formatGasPrice(node.gasPrice),
  pruning_keep_recent: '0',
  pruning_interval: '0',
  halt_height: '0',
})

export const nodeStatus: LcdHandler = (chain, { node }) => {
  const { latest } = node
  const hash = base64.encode(blockHash(latest))
  return {
    earliest_store_height: String(chain.history.lowest(latest.height)),
    height: String(latest.height),
    timestamp: timeInFull(latest.timeMs),
    app_hash: hash,
    validator_hash: hash,
  }
}

/** A block under the names of the node service; `sdk_block` is what it says beyond CometBFT. */
function renderBlock(chain: Chain, block: Block): JsonValue {
  const { header, ...rest } = renderBlockParts(chain, block)
  const proposer = renderConsensusAddress(hex.decode(block.proposer))
  return {
    block_id: blockId(block),
    block: { header, ...rest },
    sdk_block: { header: { ...header, proposer_address: proposer }, ...rest },
  }
}

export function renderBlockParts(chain: Chain, block: Block) {
  const header = renderHeader(chain, block)
  const commit = {
    height: String(block.height - 1),
    round: 0,
    block_id: blockId(chain.blocks.find(block.height - 1)),
    signatures: [],
  }
  return {
    header,
    data: { txs: transactionsOf(chain, block).map((tx) => base64.encode(tx)) },
    evidence: { evidence: [] },
    last_commit: commit,
  }
}

function renderHeader(chain: Chain, block: Block): JsonObject {
  return {
    version: { block: '11', app: '0' },
    chain_id: block.chainId,
    height: String(block.height),
    time: timeInFull(block.timeMs),
    last_block_id: blockId(chain.blocks.find(block.height - 1)),
    last_commit_hash: NO_HASH,
    data_hash: base64.encode(dataHash(chain, block)),
    validators_hash: NO_HASH,
    next_validators_hash: NO_HASH,
    consensus_hash: NO_HASH,
    app_hash: NO_HASH,
    last_results_hash: NO_HASH,
    evidence_hash: NO_HASH,
    proposer_address: base64.encode(hex.decode(block.proposer)),
  }
}

export function blockId(block: Block | undefined): JsonObject {
  const hash = block === undefined ? NO_HASH : base64.encode(blockHash(block))
  return { hash, part_set_header: { total: 1, hash } }
}
