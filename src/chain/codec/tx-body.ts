import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { type ChainMessage, decodeMessage, encodeMessage } from './chain-message'
import { CodecError } from './codec-error'
import { list, record } from './composite-fields'
import { newDecodeContext, type UnknownField } from './field'
import { SignDocSchema, TxBodySchema, TxRawSchema } from './gen/tx_pb'
import { parseBytes } from './message-spec'
import { bytes, text, uint64 } from './plain-fields'

export interface RawAny {
  readonly typeUrl: string
  readonly value: Uint8Array
}

/** A transaction's body. `canonical` is false when other bytes would say the same, or when anything was skipped. */
export interface DecodedBody {
  readonly messages: readonly ChainMessage[]
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly extensionOptions: readonly RawAny[]
  readonly nonCriticalExtensionOptions: readonly RawAny[]
  readonly canonical: boolean
  readonly unknownFields: readonly UnknownField[]
}

export interface TxRaw {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly signatures: readonly Uint8Array[]
}

const rawAny = record({ typeUrl: ['type_url', text], value: ['value', bytes] })
const body = record({
  messages: ['messages', list({ fromProto: decodeMessage, toProto: encodeMessage, fromJson: refuseJson })],
  memo: ['memo', text],
  timeoutHeight: ['timeout_height', uint64],
  extensionOptions: ['extension_options', list(rawAny)],
  nonCriticalExtensionOptions: ['non_critical_extension_options', list(rawAny)],
})

/** Decodes a TxBody with all its messages. Throws CodecError. Protocol 3.5, ADR-027. */
export function decodeTxBody(bodyBytes: Uint8Array): DecodedBody {
  const context = newDecodeContext('')
  const decoded = body.fromProto(parseBytes(TxBodySchema, bodyBytes, context), context)
  const { canonical, unknownFields } = context.notes
  return { ...decoded, canonical: canonical && unknownFields.length === 0, unknownFields }
}

/** Encodes a TxBody. Throws CodecError for a message that has no bytes. Protocol 3.5. */
export function encodeTxBody(given: {
  readonly messages: readonly ChainMessage[]
  readonly memo: string
  readonly timeoutHeight?: bigint
}): Uint8Array {
  const { memo, timeoutHeight = 0n } = given
  const messages = given.messages.map(encodeMessage)
  return toBinary(TxBodySchema, create(TxBodySchema, { messages, memo, timeoutHeight }))
}

/** Decodes a TxRaw. Throws CodecError. Protocol 3.5. */
export function decodeTxRaw(txBytes: Uint8Array): TxRaw {
  try {
    const { bodyBytes, authInfoBytes, signatures } = fromBinary(TxRawSchema, txBytes)
    return { bodyBytes, authInfoBytes, signatures }
  } catch (cause) {
    throw new CodecError('codec/bytes', 'These bytes are not a transaction.', { cause })
  }
}

/** Encodes a TxRaw: what is broadcast and hashed. Protocol 3.5. */
export function encodeTxRaw({ bodyBytes, authInfoBytes, signatures }: TxRaw): Uint8Array {
  return toBinary(TxRawSchema, create(TxRawSchema, { bodyBytes, authInfoBytes, signatures: [...signatures] }))
}

/** The bytes that SIGN_MODE_DIRECT signs. Protocol 3.5. */
export function encodeSignDoc(doc: {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly chainId: string
  readonly accountNumber: bigint
}): Uint8Array {
  return toBinary(SignDocSchema, create(SignDocSchema, doc))
}

function refuseJson(): never {
  throw new CodecError('codec/document', 'A transaction body is read from bytes only.')
}
