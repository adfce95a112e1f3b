import { type RawAny, rawAny } from './any-field'
import { anyMessage, type ChainMessage } from './chain-message'
import { CodecError } from './codec-error'
import { list } from './composite-fields'
import { newDecodeContext, type UnknownField } from './field'
import { bytes, text, uint64 } from './plain-fields'
import { protoMessage } from './proto-message'

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

const txBody = protoMessage({
  messages: ['messages', 1, list(anyMessage)],
  memo: ['memo', 2, text],
  timeoutHeight: ['timeout_height', 3, uint64],
  extensionOptions: ['extension_options', 1023, list(rawAny)],
  nonCriticalExtensionOptions: ['non_critical_extension_options', 2047, list(rawAny)],
})
/** As a reader sees it who knows neither the chain nor its messages. */
const anyBody = protoMessage({ messages: ['messages', 1, list(rawAny)] })
const txRaw = protoMessage({
  bodyBytes: ['body_bytes', 1, bytes],
  authInfoBytes: ['auth_info_bytes', 2, bytes],
  signatures: ['signatures', 3, list(bytes)],
})
const signDoc = protoMessage({
  bodyBytes: ['body_bytes', 1, bytes],
  authInfoBytes: ['auth_info_bytes', 2, bytes],
  chainId: ['chain_id', 3, text],
  accountNumber: ['account_number', 4, uint64],
})
const signDocDirectAux = protoMessage({
  bodyBytes: ['body_bytes', 1, bytes],
  publicKey: ['public_key', 2, rawAny],
  chainId: ['chain_id', 3, text],
  accountNumber: ['account_number', 4, uint64],
  sequence: ['sequence', 5, uint64],
})

/** Decodes a TxBody with all its messages. Throws CodecError. Protocol 3.5, ADR-027. */
export function decodeTxBody(bodyBytes: Uint8Array): DecodedBody {
  const context = newDecodeContext('')
  const decoded = txBody.decode(bodyBytes, context)
  const { canonical, unknownFields } = context.notes
  return { ...decoded, canonical: canonical && unknownFields.length === 0, unknownFields }
}

/** Encodes a TxBody. Throws CodecError for a message that has no bytes. Protocol 3.5. */
export function encodeTxBody(given: {
  readonly messages: readonly ChainMessage[]
  readonly memo: string
  readonly timeoutHeight?: bigint
}): Uint8Array {
  const options = { extensionOptions: [], nonCriticalExtensionOptions: [] }
  return txBody.encode({ timeoutHeight: 0n, ...given, ...options })
}

/** Decodes a TxRaw. Throws CodecError. Protocol 3.5. */
export function decodeTxRaw(txBytes: Uint8Array): TxRaw {
  try {
    return txRaw.decode(txBytes, newDecodeContext(''))
  } catch (cause) {
    throw new CodecError('codec/bytes', 'These bytes are not a transaction.', { cause })
  }
}

/**
 * True for bytes with the shape of a TxRaw, a SignDoc or a SignDocDirectAux of any chain, whatever its messages hold: each
 * begins with a body, in which there are messages of named types. Protocol 3.5.
 */
export function looksLikeTx(given: Uint8Array): boolean {
  try {
    const { messages } = anyBody.decode(decodeTxRaw(given).bodyBytes, newDecodeContext(''))
    return messages.some(({ typeUrl }) => typeUrl.startsWith('/'))
  } catch (error) {
    if (error instanceof CodecError) return false
    throw error
  }
}

/** Encodes a TxRaw: what is broadcast and hashed. Protocol 3.5. */
export function encodeTxRaw(tx: TxRaw): Uint8Array {
  return txRaw.encode(tx)
}

/** The bytes that SIGN_MODE_DIRECT signs. Protocol 3.5. */
export function encodeSignDoc(doc: {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly chainId: string
  readonly accountNumber: bigint
}): Uint8Array {
  return signDoc.encode(doc)
}

/**
 * The bytes that SIGN_MODE_DIRECT_AUX signs: nothing about the fee, which another signer adds. Field 6, the tip, is gone from
 * the chain. cosmos.tx.v1beta1.SignDocDirectAux.
 */
export function encodeSignDocDirectAux(doc: {
  readonly bodyBytes: Uint8Array
  readonly publicKey: RawAny
  readonly chainId: string
  readonly accountNumber: bigint
  readonly sequence: bigint
}): Uint8Array {
  return signDocDirectAux.encode(doc)
}
