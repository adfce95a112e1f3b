import { base64 } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { blockHash } from '../node/block-log'
import type { BlockResult, Chain } from '../node/chain'
import { blockIdToJson, blockToJson, headerToJson } from './block-json'
import { CONSENSUS_PARAMS } from './block-methods'
import { type Emitted, emittedByBlock, emittedByTx } from './emitted'
import { pushedEventsToJson, pushedTxToJson } from './tx-json'

/** Something that subscribers hear about. */
export interface PushedEvent {
  readonly emitted: Emitted
  /** `type` and `value`, made when somebody wants it. */
  readonly data: () => JsonObject
}

/** What a block makes subscribers hear, in CometBFT's order. */
export function eventsOfBlock(chain: Chain, { block, txs, events }: BlockResult): PushedEvent[] {
  const height = String(block.height)
  const finalized = (): JsonObject => ({
    ...(events.length > 0 && { events: pushedEventsToJson(events) }),
    validator_updates: null,
    consensus_param_updates: CONSENSUS_PARAMS,
    app_hash: base64.encode(blockHash(block)),
  })
  return [
    pushed('NewBlock', emittedByBlock('NewBlock', events), () => ({
      block: blockToJson(chain, block),
      block_id: blockIdToJson(block),
      result_finalize_block: finalized(),
    })),
    pushed('NewBlockHeader', emittedByBlock('NewBlockHeader', []), () => ({
      header: headerToJson(chain, block),
    })),
    pushed('NewBlockEvents', emittedByBlock('NewBlockEvents', events), () => ({
      height,
      events: pushedEventsToJson(events),
      num_txs: String(txs.length),
    })),
    ...txs.map((tx) => pushed('Tx', emittedByTx(tx), () => ({ TxResult: pushedTxToJson(tx) }))),
  ]
}

/** Everything emitted, by `type.key` in the order of their names, as Go writes a map. */
export function emittedToJson(emitted: Emitted): JsonValue {
  return Object.fromEntries([...emitted].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function pushed(name: string, emitted: Emitted, value: () => JsonObject): PushedEvent {
  return { emitted, data: () => ({ type: `tendermint/event/${name}`, value: value() }) }
}
