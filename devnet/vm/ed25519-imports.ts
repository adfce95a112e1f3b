import { ed25519 } from '@noble/curves/ed25519.js'
import type { Machine } from './contract-instance'
import { CRYPTO_RESULT, cryptoError, cryptoRegion } from './crypto-result'
import { WASM_GAS } from './gas-costs'
import { splitList } from './region'

const SIGNATURE_LENGTH = 64
const KEY_LENGTH = 32

interface Signed {
  readonly message: number
  readonly signature: number
  readonly publicKey: number
}

/** Ed25519 by the rules of ZIP-215, one signature or many (Protocol 12.3). */
export function ed25519Imports(machine: Machine) {
  return {
    ed25519_verify: (message: number, signature: number, publicKey: number): number =>
      verify(machine, { message, signature, publicKey }),
    ed25519_batch_verify: (message: number, signature: number, publicKey: number): number =>
      verifyBatch(machine, { message, signature, publicKey }),
    ed25519_sign: (message: number, secretKey: number): bigint => sign(machine, message, secretKey),
  }
}

function verify(machine: Machine, signed: Signed): number {
  machine.gas.charge(WASM_GAS.ed25519Verify)
  const message = machine.read(signed.message)
  const signature = machine.read(signed.signature)
  const publicKey = machine.read(signed.publicKey)
  if (signature.length !== SIGNATURE_LENGTH) return CRYPTO_RESULT.signatureFormat
  if (!isPoint(publicKey)) return CRYPTO_RESULT.publicKeyFormat
  return isSigned({ message, signature, publicKey }) ? CRYPTO_RESULT.valid : CRYPTO_RESULT.invalid
}

/** One message may stand for all, and so may one public key. */
function verifyBatch(machine: Machine, signed: Signed): number {
  const messages = splitList(machine.read(signed.message))
  const signatures = splitList(machine.read(signed.signature))
  const publicKeys = splitList(machine.read(signed.publicKey))
  const count = signatures.length
  const sameMessage = messages.length === 1 && publicKeys.length === count
  const sameKey = publicKeys.length === 1 && messages.length === count
  const inPairs = messages.length === count && publicKeys.length === count
  if (!inPairs && !sameMessage && !sameKey) return CRYPTO_RESULT.batchLengths
  machine.gas.charge(WASM_GAS.ed25519BatchBase + BigInt(count) * WASM_GAS.ed25519BatchEach)
  if (signatures.some(({ length }) => length !== SIGNATURE_LENGTH)) return CRYPTO_RESULT.signatureFormat
  if (publicKeys.some(({ length }) => length !== KEY_LENGTH)) return CRYPTO_RESULT.publicKeyFormat
  const areSigned = signatures.every((signature, index) => {
    const message = inPairs || sameKey ? messages[index] : messages[0]
    const publicKey = inPairs || sameMessage ? publicKeys[index] : publicKeys[0]
    return message !== undefined && publicKey !== undefined && isSigned({ message, signature, publicKey })
  })
  return areSigned ? CRYPTO_RESULT.valid : CRYPTO_RESULT.invalid
}

function sign(machine: Machine, messagePointer: number, secretKeyPointer: number): bigint {
  machine.gas.charge(WASM_GAS.ed25519Sign)
  const message = machine.read(messagePointer)
  const secretKey = machine.read(secretKeyPointer)
  if (secretKey.length !== KEY_LENGTH) return cryptoError(CRYPTO_RESULT.secretKeyFormat)
  return cryptoRegion(machine.allocate(ed25519.sign(message, secretKey)))
}

function isSigned(signed: { message: Uint8Array; signature: Uint8Array; publicKey: Uint8Array }): boolean {
  return ed25519.verify(signed.signature, signed.message, signed.publicKey, { zip215: true })
}

function isPoint(publicKey: Uint8Array): boolean {
  try {
    ed25519.Point.fromBytes(publicKey, true)
    return true
  } catch {
    // Not on the curve: the contract is told so.
    return false
  }
}
