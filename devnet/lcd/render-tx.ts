import { base64, hex } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { parseBytes } from '../codec/any-message'
import { AuthInfoSchema, TxBodySchema } from '../codec/gen/tx_pb'
import { messageToNodeJson } from '../codec/message-json'
import { timeInSeconds } from '../node/time-text'
import type { Transaction } from '../node/transaction'
import { decodeTransaction } from '../node/transaction'
import type { IndexedTx } from '../node/tx-index'

/** A transaction in a block as the tx service answers it (Protocol 4.5). */
export function renderTx(indexed: IndexedTx): { tx: JsonObject; response: JsonObject } {
  const tx = renderTxParts(decodeTransaction(indexed.bytes))
  const response: JsonObject = {
    height: String(indexed.height),
    txhash: indexed.hash,
    codespace: indexed.codespace,
    code: indexed.code,
    data: hex.encode(indexed.data).toUpperCase(),
    raw_log: indexed.log,
    logs: [],
    info: '',
    gas_wanted: String(indexed.gasWanted),
    gas_used: String(indexed.gasUsed),
    tx: { '@type': '/cosmos.tx.v1beta1.Tx', ...tx },
    timestamp: timeInSeconds(indexed.timeMs),
    events: eventsToJson(indexed.events),
  }
  return { tx, response }
}

/** The answer to a broadcast: nothing has run yet but the checks at the door. */
export function renderCheck(result: {
  hash: string
  code: number
  codespace: string
  log: string
}): JsonObject {
  return {
    height: '0',
    txhash: result.hash,
    codespace: result.codespace,
    code: result.code,
    data: '',
    raw_log: result.log,
    logs: [],
    info: '',
    gas_wanted: '0',
    gas_used: '0',
    tx: null,
    timestamp: '',
    events: [],
  }
}

export function eventsToJson(events: IndexedTx['events']): JsonValue {
  return events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value, index }) => ({ key, value, index })),
  }))
}

/** A transaction by its own bytes, as JSON. */
export function renderTxParts({ bodyBytes, authInfoBytes, signatures }: Transaction): JsonObject {
  return {
    body: messageToNodeJson(TxBodySchema, parseBytes(TxBodySchema, bodyBytes)),
    auth_info: messageToNodeJson(AuthInfoSchema, parseBytes(AuthInfoSchema, authInfoBytes)),
    signatures: signatures.map((signature) => base64.encode(signature)),
  }
}
