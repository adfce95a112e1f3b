import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { hex } from '@scure/base'
import type { SignBytes } from './sign-bytes'

const SIGNATURE_LENGTH = 64
/** What stands before a compressed secp256k1 key in its SubjectPublicKeyInfo (RFC 5480). */
const KEY_INFO = hex.decode('3036301006072a8648ce3d020106052b8104000a032200')
const HALF_ORDER = secp256k1.Point.CURVE().n / 2n
const KEPT_KEYS = 1_000

const keys = new Map<string, KeyObject | undefined>()

/** Whether 64 bytes r || s, with the lower of the two s, are this key's signature over any of the documents. */
export function verifySignature(
  publicKey: Uint8Array,
  documents: readonly SignBytes[],
  signature: Uint8Array,
): boolean {
  if (signature.length !== SIGNATURE_LENGTH) return false
  if (BigInt(`0x${hex.encode(signature.subarray(32))}`) > HALF_ORDER) return false
  return documents.some(({ hash, bytes }) =>
    hash === 'sha256'
      ? verifySha256(publicKey, bytes, signature)
      : secp256k1.verify(signature, keccak_256(bytes), publicKey, { prehash: false }),
  )
}

function verifySha256(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = keyObjectOf(publicKey)
  return key !== undefined && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** OpenSSL's form of a key; undefined when the bytes are no point of the curve. */
function keyObjectOf(publicKey: Uint8Array): KeyObject | undefined {
  const name = hex.encode(publicKey)
  if (keys.has(name)) return keys.get(name)
  if (keys.size >= KEPT_KEYS) keys.clear()
  const key = toKeyObject(publicKey)
  keys.set(name, key)
  return key
}

function toKeyObject(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([KEY_INFO, publicKey]), format: 'der', type: 'spki' })
  } catch {
    // Bytes of the right length that are not on the curve: no signature can be valid under them.
    return undefined
  }
}
