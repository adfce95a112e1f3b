import { create, toBinary } from '@bufbuild/protobuf'
import type { Coin } from '../../domain/index'
import { messageError } from './codec-error'
import { coins, list, optional, record } from './composite-fields'
import { type DecodeContext, type Field, newDecodeContext, type UnknownField, within } from './field'
import { LegacyAminoPubKeySchema, Secp256k1PubKeySchema } from './gen/keys_pb'
import { AuthInfoSchema } from './gen/tx_pb'
import { parseBytes } from './message-spec'
import { bytes, text, uint64 } from './plain-fields'

export const SIGN_MODE = { direct: 1, aminoJson: 127, eip191: 191 } as const

export type PublicKey =
  | { readonly kind: 'secp256k1'; readonly key: Uint8Array }
  | { readonly kind: 'multisig'; readonly threshold: number; readonly keys: readonly PublicKey[] }
  | { readonly kind: 'unknown'; readonly typeUrl: string; readonly value: Uint8Array }

export type SignMode =
  | { readonly kind: 'single'; readonly mode: number }
  | { readonly kind: 'multi'; readonly modes: readonly SignMode[] }

export interface Signer {
  readonly publicKey: PublicKey | undefined
  readonly mode: SignMode | undefined
  readonly sequence: bigint
}

export interface Fee {
  readonly amount: readonly Coin[]
  readonly gas: bigint
  readonly payer: string
  readonly granter: string
}

/** Who signs and what is paid. `canonical` as in DecodedBody. */
export interface DecodedAuth {
  readonly signers: readonly Signer[]
  readonly fee: Fee | undefined
  readonly canonical: boolean
  readonly unknownFields: readonly UnknownField[]
}

const SECP256K1_URL = '/cosmos.crypto.secp256k1.PubKey'
const MULTISIG_URL = '/cosmos.crypto.multisig.LegacyAminoPubKey'

const integer = protoOnly((value, { path }) => {
  if (typeof value !== 'number') throw messageError(path, 'a number')
  return value
})
const publicKey = protoOnly(readPublicKey)
const mode = protoOnly(readMode)
const rawAny = record({ typeUrl: ['type_url', text], value: ['value', bytes] })
const secp256k1 = record({ key: ['key', bytes] })
const multisig = record({ threshold: ['threshold', integer], keys: ['public_keys', list(publicKey)] })
const single = record({ mode: ['mode', integer] })
const bitArray = record({ extraBits: ['extra_bits_stored', integer], elems: ['elems', bytes] })
const multi = record({ bits: ['bitarray', optional(bitArray)], modes: ['mode_infos', list(mode)] })
const auth = record({
  signers: [
    'signer_infos',
    list(
      record({
        publicKey: ['public_key', optional(publicKey)],
        mode: ['mode_info', optional(mode)],
        sequence: ['sequence', uint64],
      }),
    ),
  ],
  fee: [
    'fee',
    optional(
      record({
        amount: ['amount', coins],
        gas: ['gas_limit', uint64],
        payer: ['payer', text],
        granter: ['granter', text],
      }),
    ),
  ],
})

/** Decodes an AuthInfo. Throws CodecError. Protocol 3.5. */
export function decodeAuthInfo(authInfoBytes: Uint8Array): DecodedAuth {
  const context = newDecodeContext('auth info')
  const decoded = auth.fromProto(parseBytes(AuthInfoSchema, authInfoBytes, context), context)
  const { canonical, unknownFields } = context.notes
  return { ...decoded, canonical: canonical && unknownFields.length === 0, unknownFields }
}

/** Encodes the AuthInfo of one secp256k1 signer (33-byte public key). Protocol 3.5, 10.7. */
export function encodeAuthInfo(given: {
  readonly publicKey: Uint8Array
  readonly mode: number
  readonly sequence: bigint
  readonly fee: Fee
}): Uint8Array {
  const { amount, gas, payer, granter } = given.fee
  const key = toBinary(Secp256k1PubKeySchema, create(Secp256k1PubKeySchema, { key: given.publicKey }))
  const info = create(AuthInfoSchema, {
    signerInfos: [
      {
        publicKey: { typeUrl: SECP256K1_URL, value: key },
        modeInfo: { sum: { case: 'single', value: { mode: given.mode } } },
        sequence: given.sequence,
      },
    ],
    fee: {
      amount: amount.map((coin) => ({ denom: coin.denom, amount: coin.amount.toString() })),
      gasLimit: gas,
      payer,
      granter,
    },
  })
  return toBinary(AuthInfoSchema, info)
}

function readPublicKey(value: unknown, context: DecodeContext): PublicKey {
  const any = rawAny.fromProto(value, context)
  if (any.typeUrl === SECP256K1_URL) {
    const { key } = secp256k1.fromProto(parseBytes(Secp256k1PubKeySchema, any.value, context), context)
    return { kind: 'secp256k1', key }
  }
  if (any.typeUrl !== MULTISIG_URL) return { kind: 'unknown', ...any }
  const inner = parseBytes(LegacyAminoPubKeySchema, any.value, context)
  return { kind: 'multisig', ...multisig.fromProto(inner, within(context, 'multisig')) }
}

/** `sum` is how protobuf-es shows a oneof. */
function readMode(value: unknown, context: DecodeContext): SignMode {
  record({}).fromProto(value, context)
  const { sum } = value as { readonly sum: { readonly case?: string; readonly value?: unknown } }
  if (sum.case === 'single') return { kind: 'single', ...single.fromProto(sum.value, context) }
  if (sum.case !== 'multi') throw messageError(context.path, 'a signing mode')
  return { kind: 'multi', modes: multi.fromProto(sum.value, within(context, 'multi')).modes }
}

function protoOnly<T>(fromProto: Field<T>['fromProto']): Field<T> {
  const refuse = (): never => {
    throw messageError('auth info', 'bytes')
  }
  return { fromProto, toProto: refuse, fromJson: refuse }
}
