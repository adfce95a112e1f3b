import { create, toBinary } from '@bufbuild/protobuf'
import { AnySchema } from '@bufbuild/protobuf/wkt'
import type { AnyMessage } from '../codec/any-message'
import { packAny } from '../codec/any-message'
import { PubKeySchema } from '../codec/gen/keys_pb'
import { AuthInfoSchema, SignDocSchema, SignMode, TxBodySchema, TxRawSchema } from '../codec/gen/tx_pb'
import { coinToProto } from '../modules/coins'
import type { TxFee } from './transaction'

/** A transaction to be signed, with everything that may be odd about it. */
export interface TxParts {
  readonly messages: readonly AnyMessage[]
  readonly memo?: string
  readonly timeoutHeight?: bigint
  readonly fee: TxFee
  /** 33 bytes. */
  readonly publicKey: Uint8Array
  readonly mode?: SignMode
  readonly sequence: bigint
}

/** The two parts of a transaction with one secp256k1 signer (Protocol 3.5). */
export function encodeTxParts(parts: TxParts): { bodyBytes: Uint8Array; authInfoBytes: Uint8Array } {
  const { messages, memo = '', timeoutHeight = 0n, fee, publicKey, mode = SignMode.DIRECT, sequence } = parts
  const body = create(TxBodySchema, {
    messages: messages.map(({ typeUrl, schema, message }) =>
      create(AnySchema, { typeUrl, value: toBinary(schema, message) }),
    ),
    memo,
    timeoutHeight,
  })
  const authInfo = create(AuthInfoSchema, {
    signerInfos: [
      {
        publicKey: packAny(PubKeySchema, { key: publicKey }),
        modeInfo: { sum: { case: 'single', value: { mode } } },
        sequence,
      },
    ],
    fee: { amount: fee.amount.map(coinToProto), gasLimit: fee.gas, payer: fee.payer, granter: fee.granter },
  })
  return { bodyBytes: toBinary(TxBodySchema, body), authInfoBytes: toBinary(AuthInfoSchema, authInfo) }
}

export function encodeSignDoc(doc: {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly chainId: string
  readonly accountNumber: bigint
}): Uint8Array {
  return toBinary(SignDocSchema, create(SignDocSchema, doc))
}

export function encodeTxRaw(raw: {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly signatures: Uint8Array[]
}): Uint8Array {
  return toBinary(TxRawSchema, create(TxRawSchema, raw))
}
