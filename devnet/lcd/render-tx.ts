import { base64, hex } from '@scure/base'
import { SIGN_MODE, type Signer } from '../../src/chain/codec/index'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { coinsToJson, findHandler, type MessageHandlers } from '../modules/message-handler'
import type { Transaction } from '../node/transaction'
import { decodeTransaction } from '../node/transaction'
import type { IndexedTx } from '../node/tx-index'
import { timeInSeconds } from './time-text'

const SIGN_MODE_NAMES: Readonly<Record<number, string>> = {
  [SIGN_MODE.direct]: 'SIGN_MODE_DIRECT',
  [SIGN_MODE.aminoJson]: 'SIGN_MODE_LEGACY_AMINO_JSON',
  [SIGN_MODE.eip191]: 'SIGN_MODE_EIP_191',
}

/** A transaction in a block as the tx service answers it (Protocol 4.5). */
export function renderTx(
  indexed: IndexedTx,
  handlers: MessageHandlers,
): { tx: JsonObject; response: JsonObject } {
  const tx = renderBody(decodeTransaction(indexed.bytes), handlers)
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

function renderBody(tx: Transaction, handlers: MessageHandlers): JsonObject {
  return {
    body: {
      messages: tx.body.messages.map((message) => ({
        '@type': message.typeUrl,
        ...findHandler(handlers, message).toLcd(message),
      })),
      memo: tx.body.memo,
      timeout_height: String(tx.body.timeoutHeight),
      extension_options: [],
      non_critical_extension_options: [],
    },
    auth_info: {
      signer_infos: tx.signers.map(renderSigner),
      fee: {
        amount: coinsToJson(tx.fee.amount),
        gas_limit: String(tx.fee.gas),
        payer: tx.fee.payer,
        granter: tx.fee.granter,
      },
      tip: null,
    },
    signatures: tx.signatures.map((signature) => base64.encode(signature)),
  }
}

function renderSigner({ publicKey, mode, sequence }: Signer): JsonObject {
  const name = mode?.kind === 'single' ? SIGN_MODE_NAMES[mode.mode] : undefined
  return {
    public_key: publicKey?.kind === 'secp256k1' ? renderPublicKey(publicKey.key) : null,
    mode_info: { single: { mode: name ?? 'SIGN_MODE_UNSPECIFIED' } },
    sequence: String(sequence),
  }
}

export function renderPublicKey(key: Uint8Array): JsonObject {
  return { '@type': '/cosmos.crypto.secp256k1.PubKey', key: base64.encode(key) }
}
