import { hex } from '@scure/base'
import * as v from 'valibot'
import type { Coin, JsonValue } from '../domain/index'
import { coinSchema, timeSchema, uintText } from './answer'
import { transportError } from './chain-error'
import { type ChainMessage, messageFromLcd } from './codec/chain-message'
import { CodecError } from './codec/codec-error'
import { decodeTxMsgData, type MessageResponse } from './codec/tx-msg-data'
import { readEvents, type TxEvent } from './tx-events'

/** A transaction as the chain keeps it. */
export interface TxResult {
  /** 64 upper-case hex digits. */
  readonly hash: string
  readonly height: bigint
  /** Milliseconds since 1970; undefined when the node did not say. */
  readonly time: number | undefined
  /** 0 means success. */
  readonly code: number
  readonly codespace: string
  readonly rawLog: string
  readonly gasWanted: bigint
  readonly gasUsed: bigint
  readonly memo: string
  readonly fee: readonly Coin[]
  /** Base64, as on the wire. */
  readonly signatures: readonly string[]
  readonly messages: readonly ChainMessage[]
  /** One per message; empty when the transaction failed. */
  readonly responses: readonly MessageResponse[]
  readonly events: readonly TxEvent[]
}

const anyJson = v.custom<JsonValue>(() => true)
const txSchema = v.object({
  body: v.object({ messages: v.array(anyJson), memo: v.optional(v.string(), '') }),
  auth_info: v.object({ fee: v.nullish(v.object({ amount: v.nullish(v.array(coinSchema), []) })) }),
  signatures: v.optional(v.array(v.string()), []),
})
const responseSchema = v.object({
  txhash: v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{64}$/), v.toUpperCase()),
  height: uintText(),
  timestamp: v.optional(v.union([v.literal(''), timeSchema]), ''),
  code: v.optional(v.pipe(v.number(), v.integer()), 0),
  codespace: v.optional(v.string(), ''),
  raw_log: v.optional(v.string(), ''),
  data: v.optional(v.string(), ''),
  gas_wanted: v.optional(uintText(), '0'),
  gas_used: v.optional(uintText(), '0'),
  logs: v.nullish(anyJson),
  events: v.nullish(anyJson),
  tx: v.nullish(txSchema),
})
const recordSchema = v.object({ tx: v.nullish(txSchema), tx_response: responseSchema })

/** Reads a transaction as the LCD gives it: `{tx, tx_response}`. Throws ChainError `chain/bad-answer`. Protocol 4.5, 2.1, 2.5. */
export function readTx(json: unknown): TxResult {
  const parsed = v.safeParse(recordSchema, json)
  const tx = parsed.success ? (parsed.output.tx_response.tx ?? parsed.output.tx) : undefined
  if (!parsed.success || tx === undefined || tx === null) throw transportError('chain/bad-answer')
  const response = parsed.output.tx_response
  return {
    hash: response.txhash,
    height: response.height,
    time: response.timestamp === '' ? undefined : response.timestamp,
    code: response.code,
    codespace: response.codespace,
    rawLog: response.raw_log,
    gasWanted: response.gas_wanted,
    gasUsed: response.gas_used,
    memo: tx.body.memo,
    fee: tx.auth_info.fee?.amount ?? [],
    signatures: tx.signatures,
    messages: tx.body.messages.map(readMessage),
    responses: readResponses(response.data),
    events: readEvents({ events: response.events, logs: response.logs, rawLog: response.raw_log }),
  }
}

/** A message that cannot be read does not hide the others: it stays as its JSON. */
function readMessage(json: JsonValue, index: number): ChainMessage {
  try {
    return messageFromLcd(json, `messages[${index}]`)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return { kind: 'unknown', typeUrl: typeOf(json), value: new Uint8Array(), json }
  }
}

function typeOf(json: JsonValue): string {
  const type = typeof json === 'object' && json !== null && '@type' in json ? json['@type'] : undefined
  return typeof type === 'string' ? type : ''
}

function readResponses(data: string): MessageResponse[] {
  try {
    return decodeTxMsgData(hex.decode(data))
  } catch (error) {
    throw transportError('chain/bad-answer', error)
  }
}
