import { base64, hex } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { dataHash, NO_HASH, transactionsOf } from '../node/block-header'
import { type Block, blockHash } from '../node/block-log'
import type { Chain } from '../node/chain'
import { timeInFull } from '../node/time-text'

/** Upper-case hex, as hashes are written here. */
export function hexText(bytes: Uint8Array): string {
  return hex.encode(bytes).toUpperCase()
}

export function headerToJson(chain: Chain, block: Block): JsonObject {
  const none = hexText(NO_HASH)
  return {
    version: { block: '11' },
    chain_id: block.chainId,
    height: String(block.height),
    time: timeInFull(block.timeMs),
    last_block_id: blockIdToJson(chain.blocks.find(block.height - 1)),
    last_commit_hash: none,
    data_hash: hexText(dataHash(chain, block)),
    validators_hash: none,
    next_validators_hash: none,
    consensus_hash: none,
    app_hash: none,
    last_results_hash: none,
    evidence_hash: none,
    proposer_address: block.proposer.toUpperCase(),
  }
}

export function blockToJson(chain: Chain, block: Block): JsonObject {
  return {
    header: headerToJson(chain, block),
    data: { txs: transactionsOf(chain, block).map((tx) => base64.encode(tx)) },
    evidence: { evidence: [] },
    last_commit: commitToJson(chain.blocks.find(block.height - 1), block.height - 1),
  }
}

/** A block has one part; before the first block there is none. */
export function blockIdToJson(block: Block | undefined): JsonObject {
  if (block === undefined) return { hash: '', parts: { total: 0, hash: '' } }
  const hash = hexText(blockHash(block))
  return { hash, parts: { total: 1, hash } }
}

/** Nobody signs blocks here, so a commit has no signatures. */
export function commitToJson(block: Block | undefined, height: number): JsonObject {
  return { height: String(height), round: 0, block_id: blockIdToJson(block), signatures: [] }
}

/** What a list of blocks tells of one. */
export function blockMetaToJson(chain: Chain, block: Block): JsonObject {
  const size = transactionsOf(chain, block).reduce((sum, { length }) => sum + length, 0)
  return {
    block_id: blockIdToJson(block),
    block_size: String(size),
    header: headerToJson(chain, block),
    num_txs: String(block.txHashes.length),
  }
}
