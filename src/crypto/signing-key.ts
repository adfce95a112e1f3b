import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { HDKey } from '@scure/bip32'
import { type AccountPath, checkPath, FIRST_HARDENED } from './account-path'
import { checkLength } from './bytes'
import { CryptoError } from './crypto-error'
import { OpaqueKey } from './opaque-key'
import { encodeText } from './text'

export interface Derivation {
  /** Names the purpose and its version. */
  readonly label: string
  /** What the result is bound to, such as a chain id. */
  readonly context: string
  readonly length: number
}

const KEY_LENGTH = 32
const DIGEST_LENGTH = 32
const PUBLIC_KEY_LENGTH = 33
const SIGNATURE_LENGTH = 64

/** An account's secp256k1 private key. */
export class SigningKey extends OpaqueKey {
  #publicKey: Uint8Array | undefined

  /** Derives an account's key from a seed of 16 to 64 bytes. Throws `key/path`, `bytes/length`. BIP-32, BIP-44. */
  static fromSeed(seed: Uint8Array, path: AccountPath): SigningKey {
    const [key] = SigningKey.manyFromSeed(seed, [path])
    if (key === undefined) throw new CryptoError('key/range', 'This path has no key.')
    return key
  }

  /** As `fromSeed` for many paths, in their order; what they have in common is derived once. */
  static manyFromSeed(seed: Uint8Array, paths: readonly AccountPath[]): SigningKey[] {
    if (seed.length < 16 || seed.length > 64) {
      throw new CryptoError('bytes/length', `Expected 16 to 64 bytes as the seed, got ${seed.length} bytes.`)
    }
    for (const path of paths) checkPath(path)
    const root = HDKey.fromMasterSeed(seed)
    const nodes = new Map<string, HDKey>()
    try {
      return paths.map((path) => SigningKey.#fromNode(parentOf(path, root, nodes).deriveChild(path.index)))
    } finally {
      for (const node of [root, ...nodes.values()]) node.wipePrivateData()
    }
  }

  static #fromNode(node: HDKey): SigningKey {
    const { privateKey, publicKey } = node
    if (privateKey === null || privateKey === undefined)
      throw new CryptoError('key/range', 'This path has no key.')
    const key = SigningKey.fromBytes(privateKey)
    // It was computed with the node: computing it again would be half of the work.
    key.#publicKey = publicKey ?? undefined
    node.wipePrivateData()
    return key
  }

  /** Takes the 32 bytes of a private key. Throws `bytes/length`, and `key/range` for 0 and for the group order or more. */
  static fromBytes(bytes: Uint8Array): SigningKey {
    checkLength(bytes, KEY_LENGTH, 'private key')
    if (!secp256k1.utils.isValidSecretKey(bytes)) {
      throw new CryptoError(
        'key/range',
        'These 32 bytes are not a private key: the number is zero or too large.',
      )
    }
    return new SigningKey('SigningKey', bytes)
  }

  /** Lends the live 32 bytes to `work`; they must not be kept. Throws `key/wiped` after `wipe`. */
  use<Result>(work: (bytes: Uint8Array<ArrayBuffer>) => Result): Result {
    return work(this.reveal())
  }

  /** The compressed public key, 33 bytes. SEC 1 section 2.3.3. */
  publicKey(): Uint8Array {
    this.#publicKey ??= secp256k1.getPublicKey(this.reveal(), true)
    return Uint8Array.from(this.#publicKey)
  }

  /** The account's 20 address bytes. */
  accountBytes(): Uint8Array {
    return accountBytesOf(this.publicKey())
  }

  /** Signs a 32-byte digest: 64 bytes r ‖ s, deterministic, low s. Throws `digest/length`, `key/wiped`. RFC 6979. */
  signDigest(digest: Uint8Array): Uint8Array {
    checkLength(digest, DIGEST_LENGTH, 'digest', 'digest/length')
    return secp256k1.sign(digest, this.reveal(), {
      prehash: false,
      lowS: true,
      extraEntropy: false,
      format: 'compact',
    })
  }

  /** Signs the SHA-256 digest of the bytes, as both sign modes do. Throws `key/wiped`. Protocol 3.3 and 3.5. */
  signBytes(bytes: Uint8Array): Uint8Array {
    return this.signDigest(sha256(bytes))
  }

  /** Other key bytes that only this key's holder can compute: HKDF-SHA256, salt = label, info = context. Throws `key/wiped`. RFC 5869. */
  deriveBytes({ label, context, length }: Derivation): Uint8Array {
    return hkdf(sha256, this.reveal(), encodeText(label), encodeText(context), length)
  }
}

/** The node right above an account's key. It and those above it are kept in `nodes`, for other paths and to be wiped. */
function parentOf({ coinType, account, change }: AccountPath, root: HDKey, nodes: Map<string, HDKey>): HDKey {
  const hardened = [44, coinType, account].map((step) => FIRST_HARDENED + step)
  let [node, name] = [root, '']
  for (const step of [...hardened, change]) {
    name += `/${step}`
    node = nodes.get(name) ?? node.deriveChild(step)
    nodes.set(name, node)
  }
  return node
}

/** True when r ‖ s (64 bytes, low s only) is the signature of the 32-byte digest by the key of that compressed public key. */
export function verifySignature(publicKey: Uint8Array, digest: Uint8Array, signature: Uint8Array): boolean {
  if (
    publicKey.length !== PUBLIC_KEY_LENGTH ||
    digest.length !== DIGEST_LENGTH ||
    signature.length !== SIGNATURE_LENGTH
  )
    return false
  if (!secp256k1.utils.isValidPublicKey(publicKey, true)) return false
  return secp256k1.verify(signature, digest, publicKey, { prehash: false, lowS: true, format: 'compact' })
}

/** The 20 address bytes of a 33-byte public key: RIPEMD-160 of SHA-256. Throws `bytes/length`. Protocol, chain facts. */
export function accountBytesOf(publicKey: Uint8Array): Uint8Array {
  checkLength(publicKey, PUBLIC_KEY_LENGTH, 'public key')
  return ripemd160(sha256(publicKey))
}
