import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Machine } from './contract-instance'
import { CRYPTO_RESULT, cryptoError, cryptoRegion } from './crypto-result'
import { WASM_GAS } from './gas-costs'

const HASH_LENGTH = 32
const SIGNATURE_LENGTH = 64
const SECRET_KEY_LENGTH = 32
const COMPRESSED_LENGTH = 33
const UNCOMPRESSED_LENGTH = 65
const UNCOMPRESSED = 0x04
/** A form that carries both coordinates and, in its first byte, whether the second one is odd. */
const HYBRID_EVEN = 0x06
const HYBRID_ODD = 0x07

interface Signed {
  readonly hash: number
  readonly signature: number
}

/** ECDSA over secp256k1 (Protocol 12.3). Signatures are 64 bytes, r and s. */
export function secp256k1Imports(machine: Machine) {
  return {
    secp256k1_verify: (hash: number, signature: number, publicKey: number): number =>
      verify(machine, { hash, signature }, publicKey),
    secp256k1_recover_pubkey: (hash: number, signature: number, recovery: number): bigint =>
      recover(machine, { hash, signature }, recovery),
    secp256k1_sign: (message: number, secretKey: number): bigint => sign(machine, message, secretKey),
  }
}

function verify(machine: Machine, signed: Signed, publicKeyPointer: number): number {
  machine.gas.charge(WASM_GAS.secp256k1Verify)
  const hash = machine.read(signed.hash)
  const signature = machine.read(signed.signature)
  const publicKey = machine.read(publicKeyPointer)
  if (hash.length !== HASH_LENGTH) return CRYPTO_RESULT.hashFormat
  if (signature.length !== SIGNATURE_LENGTH) return CRYPTO_RESULT.signatureFormat
  if (publicKey.length !== publicKeyLength(publicKey[0])) return CRYPTO_RESULT.publicKeyFormat
  const key = plainForm(publicKey)
  if (!isInRange(signature) || key === undefined || !secp256k1.utils.isValidPublicKey(key)) {
    return CRYPTO_RESULT.generic
  }
  const isValid = secp256k1.verify(signature, hash, key, { prehash: false, lowS: true, format: 'compact' })
  return isValid ? CRYPTO_RESULT.valid : CRYPTO_RESULT.invalid
}

function recover(machine: Machine, signed: Signed, recovery: number): bigint {
  machine.gas.charge(WASM_GAS.secp256k1Verify)
  const hash = machine.read(signed.hash)
  const signature = machine.read(signed.signature)
  if (hash.length !== HASH_LENGTH) return cryptoError(CRYPTO_RESULT.hashFormat)
  if (signature.length !== SIGNATURE_LENGTH) return cryptoError(CRYPTO_RESULT.signatureFormat)
  const publicKey = recoverPublicKey(hash, signature, recovery)
  return publicKey === undefined
    ? cryptoError(CRYPTO_RESULT.generic)
    : cryptoRegion(machine.allocate(publicKey))
}

function recoverPublicKey(hash: Uint8Array, signature: Uint8Array, recovery: number): Uint8Array | undefined {
  try {
    return secp256k1.Signature.fromBytes(signature, 'compact')
      .addRecoveryBit(recovery)
      .recoverPublicKey(hash)
      .toBytes(false)
  } catch {
    // No point of the curve belongs to these numbers: the contract is told so.
    return undefined
  }
}

/** Signs the SHA-256 of the message. */
function sign(machine: Machine, messagePointer: number, secretKeyPointer: number): bigint {
  machine.gas.charge(WASM_GAS.secp256k1Sign)
  const message = machine.read(messagePointer)
  const secretKey = machine.read(secretKeyPointer)
  if (secretKey.length !== SECRET_KEY_LENGTH || !secp256k1.utils.isValidSecretKey(secretKey)) {
    return cryptoError(CRYPTO_RESULT.secretKeyFormat)
  }
  const signature = secp256k1.sign(sha256(message), secretKey, {
    prehash: false,
    lowS: true,
    format: 'compact',
  })
  return cryptoRegion(machine.allocate(signature))
}

function publicKeyLength(form: number | undefined): number | undefined {
  if (form === 0x02 || form === 0x03) return COMPRESSED_LENGTH
  const isWhole = form === UNCOMPRESSED || form === HYBRID_EVEN || form === HYBRID_ODD
  return isWhole ? UNCOMPRESSED_LENGTH : undefined
}

/** The key without the hybrid form; undefined when that form contradicts itself. */
function plainForm(publicKey: Uint8Array): Uint8Array | undefined {
  const [form] = publicKey
  if (form !== HYBRID_EVEN && form !== HYBRID_ODD) return publicKey
  const isOdd = ((publicKey.at(-1) ?? 0) & 1) === 1
  if (isOdd !== (form === HYBRID_ODD)) return undefined
  const plain = publicKey.slice()
  plain[0] = UNCOMPRESSED
  return plain
}

/** Both numbers are below the order of the curve; zero is read, and fails later. */
function isInRange(signature: Uint8Array): boolean {
  const { n } = secp256k1.Point.CURVE()
  return bigEndian(signature.subarray(0, 32)) < n && bigEndian(signature.subarray(32)) < n
}

function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}
