import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { transactionsOf } from '../node/block-header'
import type { Chain } from '../node/chain'
import type { TxResult } from '../node/deliver'
import type { ChainEvent } from '../node/events'
import { merkleProof, merkleRoot } from '../node/merkle'
import type { IndexedTx } from '../node/tx-index'
import { hexText } from './block-json'

/** A transaction that was found, with the proof that its block holds it when that is asked for. */
export function foundTxToJson(chain: Chain, tx: IndexedTx, isProved: boolean): JsonObject {
  return {
    hash: tx.hash,
    height: String(tx.height),
    index: tx.index,
    tx_result: resultToJson(tx),
    tx: base64.encode(tx.bytes),
    ...(isProved && { proof: proofToJson(chain, tx) }),
  }
}

/** What became of a transaction, every member present. */
export function resultToJson(result: TxResult): JsonObject {
  return {
    code: result.code,
    data: result.data.length === 0 ? null : base64.encode(result.data),
    log: result.log,
    info: '',
    gas_wanted: String(result.gasWanted),
    gas_used: String(result.gasUsed),
    events: eventsToJson(result.events),
    codespace: result.codespace,
  }
}

export function eventsToJson(events: readonly ChainEvent[]): JsonValue {
  return events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value, index }) => ({ key, value, index })),
  }))
}

/** The same inside an event of a subscription, where members with their empty value are left out. */
export function pushedTxToJson(tx: IndexedTx): JsonObject {
  return {
    height: String(tx.height),
    ...(tx.index !== 0 && { index: tx.index }),
    tx: base64.encode(tx.bytes),
    result: {
      ...(tx.code !== 0 && { code: tx.code }),
      ...(tx.data.length > 0 && { data: base64.encode(tx.data) }),
      ...(tx.log !== '' && { log: tx.log }),
      ...(tx.gasWanted !== 0n && { gas_wanted: String(tx.gasWanted) }),
      ...(tx.gasUsed !== 0n && { gas_used: String(tx.gasUsed) }),
      ...(tx.events.length > 0 && { events: pushedEventsToJson(tx.events) }),
      ...(tx.codespace !== '' && { codespace: tx.codespace }),
    },
  }
}

export function pushedEventsToJson(events: readonly ChainEvent[]): JsonValue {
  return events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value, index }) => ({
      key,
      ...(value !== '' && { value }),
      ...(index && { index }),
    })),
  }))
}

function proofToJson(chain: Chain, tx: IndexedTx): JsonObject {
  const block = chain.blocks.find(tx.height)
  const leaves = (block === undefined ? [] : transactionsOf(chain, block)).map((bytes) => sha256(bytes))
  const { leafHash, aunts } = merkleProof(leaves, tx.index)
  return {
    root_hash: hexText(merkleRoot(leaves)),
    data: base64.encode(tx.bytes),
    proof: {
      total: String(leaves.length),
      index: String(tx.index),
      leaf_hash: base64.encode(leafHash),
      aunts: aunts.map((aunt) => base64.encode(aunt)),
    },
  }
}

/** What a node says to a transaction at its door. */
export function broadcastToJson(result: TxResult & { readonly hash: string }): JsonObject {
  return {
    code: result.code,
    data: hex.encode(result.data).toUpperCase(),
    log: result.log,
    codespace: result.codespace,
    hash: result.hash,
  }
}
