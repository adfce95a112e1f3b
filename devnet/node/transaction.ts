import type { DescMessage } from '@bufbuild/protobuf'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import type { Address } from '../../src/domain/index'
import { type AnyMessage, parseBytes, unpackAny } from '../codec/any-message'
import { CodecError } from '../codec/codec-error'
import { AuthInfoSchema, type SignerInfo, type TxBody, TxBodySchema, TxRawSchema } from '../codec/gen/tx_pb'
import { signersOf } from '../codec/signers'
import { refuseUnknownFields } from '../codec/unknown-fields'
import { type Coin, coinsFromProto } from '../modules/coins'
import { sdkError } from './abci-error'
import { refuseOddTxRaw } from './raw-tx'

export interface TxFee {
  readonly amount: readonly Coin[]
  readonly gas: bigint
  readonly payer: string
  readonly granter: string
}

/** A transaction as it came in, decoded. */
export interface Transaction {
  /** SHA-256 of the bytes, upper-case hex. */
  readonly hash: string
  readonly bytes: Uint8Array
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly body: TxBody
  readonly messages: readonly AnyMessage[]
  /** Who must sign, each once: the signers of the messages in order. */
  readonly signers: readonly Address[]
  readonly signerInfos: readonly SignerInfo[]
  readonly fee: TxFee
  readonly signatures: readonly Uint8Array[]
}

/** Decodes broadcast bytes; whatever cannot be read, or holds fields nobody knows, is `tx parse error`. */
export function decodeTransaction(bytes: Uint8Array): Transaction {
  try {
    return decode(bytes)
  } catch (error) {
    if (error instanceof CodecError) throw sdkError('txDecode', error.message)
    throw error
  }
}

export function txHash(bytes: Uint8Array): string {
  return hex.encode(sha256(bytes)).toUpperCase()
}

function decode(bytes: Uint8Array): Transaction {
  refuseOddTxRaw(bytes)
  const { bodyBytes, authInfoBytes, signatures } = parseStrictly(TxRawSchema, bytes)
  const body = parseStrictly(TxBodySchema, bodyBytes, true)
  const authInfo = parseStrictly(AuthInfoSchema, authInfoBytes)
  const messages = body.messages.map(unpackAny)
  const { fee } = authInfo
  return {
    hash: txHash(bytes),
    bytes,
    bodyBytes,
    authInfoBytes,
    body,
    messages,
    signers: [...new Set(messages.flatMap(signersOf))],
    signerInfos: authInfo.signerInfos,
    fee: {
      amount: coinsFromProto(fee?.amount ?? []),
      gas: fee?.gasLimit ?? 0n,
      payer: fee?.payer ?? '',
      granter: fee?.granter ?? '',
    },
    signatures,
  }
}

function parseStrictly<S extends DescMessage>(schema: S, bytes: Uint8Array, mayskip = false) {
  const message = parseBytes(schema, bytes)
  refuseUnknownFields(schema, message, mayskip)
  return message
}
