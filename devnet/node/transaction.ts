import {
  CodecError,
  type DecodedBody,
  decodeAuthInfo,
  decodeTxBody,
  decodeTxRaw,
  type Fee,
  type Signer,
  txHash,
  type UnknownField,
} from '../../src/chain/codec/index'
import { sdkError } from './abci-error'

/** A transaction as it came in, decoded. */
export interface Transaction {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly body: DecodedBody
  readonly signers: readonly Signer[]
  readonly fee: Fee
  readonly signatures: readonly Uint8Array[]
}

const NO_FEE: Fee = { amount: [], gas: 0n, payer: '', granter: '' }

/** Decodes broadcast bytes; whatever cannot be read, or holds fields nobody knows, is `tx parse error`. */
export function decodeTransaction(bytes: Uint8Array): Transaction {
  try {
    const { bodyBytes, authInfoBytes, signatures } = decodeTxRaw(bytes)
    const body = decodeTxBody(bodyBytes)
    const auth = decodeAuthInfo(authInfoBytes)
    refuseUnknown([...body.unknownFields, ...auth.unknownFields])
    return {
      hash: txHash(bytes),
      bytes,
      bodyBytes,
      authInfoBytes,
      body,
      signers: auth.signers,
      fee: auth.fee ?? NO_FEE,
      signatures,
    }
  } catch (error) {
    if (error instanceof CodecError) throw sdkError('txDecode', error.message)
    throw error
  }
}

function refuseUnknown([first]: readonly UnknownField[]): void {
  if (first !== undefined)
    throw sdkError('txDecode', `errUnknownField "${first.path}": {TagNum: ${first.number}}`)
}
