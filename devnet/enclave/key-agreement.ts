import { createHmac, createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { hex } from '@scure/base'
import { HKDF_SALT, type KeyPair } from './enclave-keys'

/** What stands before the 32 bytes of an X25519 key in its DER forms (RFC 8410). */
const PRIVATE_KEY_INFO = hex.decode('302e020100300506032b656e04220420')
const PUBLIC_KEY_INFO = hex.decode('302a300506032b656e032100')
/** HKDF numbers the blocks of its output; 32 bytes are the first one. */
const FIRST_BLOCK = Uint8Array.of(1)
const KEPT_SECRETS = 1_000

/** What one of the enclave's keys made of the clients' keys. */
interface Agreements {
  readonly privateKey: KeyObject
  /** Shared secrets by public key, the one used last at the end. */
  readonly secrets: Map<string, Uint8Array>
}

const agreements = new WeakMap<KeyPair, Agreements>()

/** The key of one message, 32 bytes (Protocol 1.1); undefined for a public key of low order, which OpenSSL refuses. */
export function agreeTxKey(ioKey: KeyPair, publicKey: Uint8Array, nonce: Uint8Array): Uint8Array | undefined {
  const secret = sharedSecret(agreementsOf(ioKey), publicKey)
  if (secret === undefined) return undefined
  const extracted = createHmac('sha256', HKDF_SALT).update(secret).update(nonce).digest()
  return createHmac('sha256', extracted).update(FIRST_BLOCK).digest()
}

/** A client uses one key for all its messages, so what was agreed with the last ones is kept. */
function sharedSecret({ privateKey, secrets }: Agreements, publicKey: Uint8Array): Uint8Array | undefined {
  const name = hex.encode(publicKey)
  const secret = secrets.get(name) ?? agree(privateKey, publicKey)
  if (secret === undefined) return undefined
  secrets.delete(name)
  secrets.set(name, secret)
  const [oldest] = secrets.keys()
  if (oldest !== undefined && secrets.size > KEPT_SECRETS) secrets.delete(oldest)
  return secret
}

/** OpenSSL's X25519 takes a twentieth of the time that JavaScript does, and every new client needs one. */
function agree(privateKey: KeyObject, publicKey: Uint8Array): Uint8Array | undefined {
  const der = Buffer.concat([PUBLIC_KEY_INFO, publicKey])
  try {
    return diffieHellman({
      privateKey,
      publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }),
    })
  } catch {
    // Bytes that make no agreement are not a message to this enclave.
    return undefined
  }
}

function agreementsOf(ioKey: KeyPair): Agreements {
  const known = agreements.get(ioKey)
  if (known !== undefined) return known
  const der = Buffer.concat([PRIVATE_KEY_INFO, ioKey.secretKey])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const made: Agreements = { privateKey, secrets: new Map() }
  agreements.set(ioKey, made)
  return made
}
