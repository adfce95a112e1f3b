import type { Coin } from '../../domain/index'
import { type RawAny, rawAny } from './any-field'
import { messageError } from './codec-error'
import { coins, list, messageWire, optional, record, type ShapeValue, wireFields } from './composite-fields'
import { type DecodeContext, type Field, newDecodeContext, type UnknownField, within } from './field'
import { bytes, text, uint64 } from './plain-fields'
import { protoMessage } from './proto-message'

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

const uint32: Field<number> = number('uint32')
const int32: Field<number> = number('int32')
const publicKey: Field<PublicKey> = {
  wire: rawAny.wire,
  fromProto: readPublicKey,
  toProto(key) {
    if (key.kind !== 'secp256k1') throw messageError('auth info', 'a key of this wallet')
    return rawAny.toProto(publicKeyAny(key.key))
  },
  fromJson: bytesOnly,
}
const secp256k1 = protoMessage({ key: ['key', 1, bytes] })
const multisig = protoMessage({
  threshold: ['threshold', 1, uint32],
  keys: ['public_keys', 2, list(publicKey)],
})
const mode: Field<SignMode> = {
  wire: messageWire(() => wireFields(MODE)),
  fromProto: (value, context) => readMode(modes.fromProto(value, context), context),
  toProto(given) {
    if (given.kind !== 'single') throw messageError('auth info', 'the mode of one signer')
    return modes.toProto({ single: given, multi: undefined })
  },
  fromJson: bytesOnly,
}
const MODE = {
  single: ['single', 1, optional(record({ mode: ['mode', 1, int32] }))],
  multi: [
    'multi',
    2,
    optional(
      record({
        bits: [
          'bitarray',
          1,
          optional(record({ extraBits: ['extra_bits_stored', 1, uint32], elems: ['elems', 2, bytes] })),
        ],
        modes: ['mode_infos', 2, list(mode)],
      }),
    ),
  ],
} as const
const modes = record(MODE)
const signerInfo = record({
  publicKey: ['public_key', 1, optional(publicKey)],
  mode: ['mode_info', 2, optional(mode)],
  sequence: ['sequence', 3, uint64],
})
const fee = record({
  amount: ['amount', 1, coins],
  gas: ['gas_limit', 2, uint64],
  payer: ['payer', 3, text],
  granter: ['granter', 4, text],
})
const authInfo = protoMessage({
  signers: ['signer_infos', 1, list(signerInfo)],
  fee: ['fee', 2, optional(fee)],
})

/** Decodes an AuthInfo. Throws CodecError. Protocol 3.5. */
export function decodeAuthInfo(authInfoBytes: Uint8Array): DecodedAuth {
  const context = newDecodeContext('auth info')
  const decoded = authInfo.decode(authInfoBytes, context)
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
  const { publicKey: key, mode, sequence, fee } = given
  const signer = {
    publicKey: { kind: 'secp256k1', key },
    mode: { kind: 'single', mode },
    sequence,
  } as const
  return authInfo.encode({ signers: [signer], fee })
}

/** A secp256k1 key (33 bytes) as transactions name it. */
export function publicKeyAny(key: Uint8Array): RawAny {
  return { typeUrl: SECP256K1_URL, value: secp256k1.encode({ key }) }
}

function readPublicKey(value: unknown, context: DecodeContext): PublicKey {
  const any = rawAny.fromProto(value, context)
  if (any.typeUrl === SECP256K1_URL) return { kind: 'secp256k1', ...secp256k1.decode(any.value, context) }
  if (any.typeUrl !== MULTISIG_URL) return { kind: 'unknown', ...any }
  return { kind: 'multisig', ...multisig.decode(any.value, within(context, 'multisig')) }
}

/** One of the two, never both: what stands for two things would be read in two ways. */
function readMode({ single, multi }: ShapeValue<typeof MODE>, { path }: DecodeContext): SignMode {
  if (single !== undefined && multi === undefined) return { kind: 'single', mode: single.mode }
  if (multi === undefined || single !== undefined) throw messageError(path, 'one signing mode')
  return { kind: 'multi', modes: multi.modes }
}

function number(wire: 'uint32' | 'int32'): Field<number> {
  return {
    wire,
    fromProto(value, { path }) {
      if (typeof value !== 'number') throw messageError(path, 'a number')
      return value
    },
    toProto: (value) => value,
    fromJson: bytesOnly,
  }
}

function bytesOnly(): never {
  throw messageError('auth info', 'bytes')
}
