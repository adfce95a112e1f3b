import { base64, hex } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { formatGasPrice } from '../node/ante-fee'
import { type Block, blockHash } from '../node/block-log'
import type { Chain } from '../node/chain'
import { invalidArgument } from './grpc-error'
import { type LcdHandler, numberPart } from './lcd-request'
import { timeInFull } from './time-text'

const NO_HASH = base64.encode(new Uint8Array(32))
const PROPOSER = base64.encode(new Uint8Array(20))

export const nodeInfo: LcdHandler = (chain) => ({
  default_node_info: {
    protocol_version: { p2p: '8', block: '11', app: '0' },
    default_node_id: '0'.repeat(40),
    listen_addr: 'tcp://127.0.0.1:26656',
    network: chain.chainId,
    version: '0.38.17',
    channels: '',
    moniker: 'devnet',
    other: { tx_index: 'on', rpc_address: 'tcp://127.0.0.1:26657' },
  },
  application_version: {
    name: 'SecretNetwork',
    app_name: 'secretd',
    version: '1.25.0-devnet',
    git_commit: '',
    build_tags: 'devnet',
    go_version: '',
    build_deps: [],
    cosmos_sdk_version: 'v0.50.14',
  },
})

export const syncing: LcdHandler = () => ({ syncing: false })

export const latestBlock: LcdHandler = (chain) => renderBlock(chain, chain.blocks.latest)

export const blockAt: LcdHandler = (chain, request) => {
  const height = numberPart(request, 'height')
  const { latest, lowest } = chain.blocks
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

export const nodeConfig: LcdHandler = (chain) => ({
  minimum_gas_price: formatGasPrice(chain.gasPrice),
  pruning_keep_recent: '0',
  pruning_interval: '0',
  halt_height: '0',
})

export const nodeStatus: LcdHandler = (chain) => {
  const { latest } = chain.blocks
  const hash = base64.encode(blockHash(latest))
  return {
    earliest_store_height: String(chain.history.lowest(latest.height)),
    height: String(latest.height),
    timestamp: timeInFull(latest.timeMs),
    app_hash: hash,
    validator_hash: hash,
  }
}

function renderBlock(chain: Chain, block: Block): JsonValue {
  const header = renderHeader(chain, block)
  const txs = block.txHashes.flatMap((hash) => chain.transactions.find(hash)?.bytes ?? [])
  const commit = {
    height: String(block.height - 1),
    round: 0,
    block_id: blockId(chain.blocks.find(block.height - 1)),
    signatures: [],
  }
  const rest = {
    data: { txs: txs.map((tx) => base64.encode(tx)) },
    evidence: { evidence: [] },
    last_commit: commit,
  }
  const proposer = `secretvalcons1${hex.encode(new Uint8Array(10))}`
  return {
    block_id: blockId(block),
    block: { header, ...rest },
    sdk_block: { header: { ...header, proposer_address: proposer }, ...rest },
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
    data_hash: NO_HASH,
    validators_hash: NO_HASH,
    next_validators_hash: NO_HASH,
    consensus_hash: NO_HASH,
    app_hash: NO_HASH,
    last_results_hash: NO_HASH,
    evidence_hash: NO_HASH,
    proposer_address: PROPOSER,
  }
}

function blockId(block: Block | undefined): JsonObject {
  const hash = block === undefined ? NO_HASH : base64.encode(blockHash(block))
  return { hash, part_set_header: { total: 1, hash } }
}
