import type { Any } from '@bufbuild/protobuf/wkt'
import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { type Address, addressFromBytes } from '../../src/domain/index'
import { unpackAny } from '../codec/any-message'
import type { PubKey } from '../codec/gen/keys_pb'
import type { LegacyAminoPubKey } from '../codec/gen/keys-multisig_pb'
import { sdkError } from './abci-error'

/** A key that may sign: one secp256k1 key of 33 bytes, or several of which `threshold` must. */
export type PublicKey =
  | { readonly kind: 'secp256k1'; readonly key: Uint8Array }
  | { readonly kind: 'multisig'; readonly threshold: number; readonly keys: readonly PublicKey[] }

const COMPRESSED_LENGTH = 33
/** How the keys began in amino's binary form, from which a multisig address is still made. */
const AMINO_SECP256K1 = hex.decode('eb5ae98721')
const AMINO_MULTISIG = hex.decode('22c1f7e2')

/** Reads the key of a signer; throws `invalid pubkey` for one that cannot sign. */
export function readPublicKey(any: Any): PublicKey {
  const { schema, message } = unpackAny(any)
  switch (schema.typeName) {
    case 'cosmos.crypto.secp256k1.PubKey': {
      const { key } = message as PubKey
      if (key.length !== COMPRESSED_LENGTH)
        throw sdkError('invalidPubKey', `invalid secp256k1 key length ${key.length}`)
      return { kind: 'secp256k1', key }
    }
    case 'cosmos.crypto.multisig.LegacyAminoPubKey': {
      const { threshold, publicKeys } = message as LegacyAminoPubKey
      return { kind: 'multisig', threshold, keys: publicKeys.map(readPublicKey) }
    }
    default:
      throw sdkError('invalidPubKey', `unrecognized public key type: ${any.typeUrl}`)
  }
}

/** The account that a key controls. */
export function addressOfKey(publicKey: PublicKey): Address {
  if (publicKey.kind === 'secp256k1') return addressFromBytes(ripemd160(sha256(publicKey.key)))
  return addressFromBytes(sha256(aminoBytes(publicKey)).slice(0, 20))
}

function aminoBytes(publicKey: PublicKey): Uint8Array {
  if (publicKey.kind === 'secp256k1') return Uint8Array.from([...AMINO_SECP256K1, ...publicKey.key])
  const keys = publicKey.keys.map(aminoBytes).flatMap((bytes) => [0x12, ...varint(bytes.length), ...bytes])
  return Uint8Array.from([...AMINO_MULTISIG, 0x08, ...varint(publicKey.threshold), ...keys])
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]
}
