import { base64 } from '@scure/base'
import {
  type Address,
  type ChainId,
  type Coin,
  isAddress,
  type JsonObject,
  type JsonValue,
  parseChainId,
  SottoError,
} from '../../domain/index'
import { type ChainMessage, messageFromAmino } from './chain-message'
import { CodecError } from './codec-error'
import { coins, record } from './composite-fields'
import type { NearPermitReason, PermitParams } from './permit'
import { readPermit } from './permit'
import { text, uint64 } from './plain-fields'
import { copyJson, isObject, sameJson } from './plain-json'

/** A transaction in the amino form. `doc` is a plain copy of what was given: encode that one to sign. */
export interface AminoTx {
  readonly kind: 'tx'
  readonly chainId: ChainId
  readonly accountNumber: bigint
  readonly sequence: bigint
  readonly fee: {
    readonly amount: readonly Coin[]
    readonly gas: bigint
    readonly payer: string
    readonly granter: string
  }
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly messages: readonly ChainMessage[]
  readonly doc: JsonObject
}

export type AminoDoc =
  | AminoTx
  | { readonly kind: 'permit'; readonly params: PermitParams; readonly doc: JsonObject }
  /** Almost a permit: never to be signed. */
  | { readonly kind: 'near-permit'; readonly reason: NearPermitReason }
  | { readonly kind: 'adr36'; readonly signer: Address; readonly data: Uint8Array; readonly doc: JsonObject }
  /** Its signature would give away the key to the account's private messages: never to be signed. */
  | { readonly kind: 'tx-seed' }

const ADR36_TYPE = 'sign/MsgSignData'
const TX_SEED_TEXT = /create\s+keplr\s+secret\s+encryption\s+key/i
const KEYS = ['account_number', 'chain_id', 'fee', 'memo', 'msgs', 'sequence', 'timeout_height']

const fee = record({
  amount: ['amount', 1, coins],
  gas: ['gas', 2, uint64],
  payer: ['payer', 3, text],
  granter: ['granter', 4, text],
})

/**
 * Reads a sign document of SIGN_MODE_LEGACY_AMINO_JSON. Key order does not matter, since signing sorts; extra, missing or
 * mistyped members throw CodecError. Protocol 3.3, 6.4, 6.5; ADR-36.
 */
export function decodeAminoDoc(given: unknown): AminoDoc {
  const doc = copyJson(given)
  if (!isObject(doc)) throw documentError('it is not an object')
  if (isTxSeedDoc(doc)) return { kind: 'tx-seed' }
  const permit = readPermit(doc)
  if (permit !== undefined) return permit.kind === 'permit' ? { ...permit, doc } : permit
  return readAdr36(doc) ?? readTx(doc)
}

/** True for text whose signature over itself is the seed of another wallet's message keys. Protocol 1.5. */
export function isTxSeedText(content: string): boolean {
  return TX_SEED_TEXT.test(content)
}

function isTxSeedDoc(doc: JsonObject): boolean {
  return typeof doc['memo'] === 'string' && isTxSeedText(doc['memo'])
}

function readTx(doc: JsonObject): AminoTx {
  const missing = KEYS.find((key) => key !== 'timeout_height' && !Object.hasOwn(doc, key))
  if (missing !== undefined) throw documentError(`it has no ${missing}`)
  if (Object.keys(doc).some((key) => !KEYS.includes(key)))
    throw documentError('it has a part that does not belong')
  const context = { path: '', depth: 0, dialect: 'amino' } as const
  const number = (key: string): bigint => uint64.fromJson(doc[key], { ...context, path: key })
  const messages = doc['msgs']
  if (!Array.isArray(messages) || messages.length === 0) throw documentError('it holds no messages')
  return {
    kind: 'tx',
    chainId: readChainId(doc['chain_id']),
    accountNumber: number('account_number'),
    sequence: number('sequence'),
    fee: readFee(doc['fee']),
    memo: text.fromJson(doc['memo'], { ...context, path: 'memo' }),
    timeoutHeight: number('timeout_height'),
    messages: messages.map((message: JsonValue, index) => messageFromAmino(message, `msgs[${index}]`)),
    doc,
  }
}

function readFee(value: JsonValue | undefined): AminoTx['fee'] {
  const complete = isObject(value) && Object.hasOwn(value, 'amount') && Object.hasOwn(value, 'gas')
  if (!complete) throw documentError('its fee is not complete')
  return fee.fromJson(value, { path: 'fee', depth: 0, dialect: 'amino' })
}

function readChainId(value: JsonValue | undefined): ChainId {
  try {
    return parseChainId(typeof value === 'string' ? value : '')
  } catch (error) {
    if (!(error instanceof SottoError)) throw error
    throw documentError('it names no network')
  }
}

function readAdr36(doc: JsonObject): AminoDoc | undefined {
  const messages = Array.isArray(doc['msgs']) ? (doc['msgs'] as readonly JsonValue[]) : []
  if (!messages.some((message) => isObject(message) && message['type'] === ADR36_TYPE)) return undefined
  const value = isObject(messages[0]) ? messages[0]['value'] : undefined
  const { signer, data } = isObject(value) ? value : {}
  if (!isAddress(signer) || typeof data !== 'string' || !sameJson(doc, adr36Doc(signer, data))) {
    throw documentError('it mixes a message to sign with other things')
  }
  const bytes = readBase64(data)
  if (isTxSeedText(new TextDecoder().decode(bytes))) return { kind: 'tx-seed' }
  return { kind: 'adr36', signer, data: bytes, doc }
}

function adr36Doc(signer: string, data: string): JsonObject {
  return {
    account_number: '0',
    chain_id: '',
    fee: { amount: [], gas: '0' },
    memo: '',
    msgs: [{ type: ADR36_TYPE, value: { data, signer } }],
    sequence: '0',
  }
}

function readBase64(data: string): Uint8Array {
  try {
    return base64.decode(data)
  } catch (cause) {
    throw documentError('the message to sign is not base64', cause)
  }
}

function documentError(what: string, cause?: unknown): CodecError {
  const options = cause === undefined ? undefined : { cause }
  return new CodecError(
    'codec/document',
    `This document cannot be signed: ${what}. Nothing was signed.`,
    options,
  )
}
