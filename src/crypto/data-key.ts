import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import { checkLength, concatBytes, equalBytes } from './bytes'
import { OpaqueKey } from './opaque-key'
import { type RandomBytes, randomBytes } from './random'
import { encodeText } from './text'

/** What a data key seals; each purpose has a key of its own under it. */
export type DataPurpose = 'vault-content' | 'record'

export const DATA_KEY_LENGTH = 32
const CHECK_LENGTH = 4
const NAME_LENGTH = 16
const MOST_NAMES = 500

/** The random 256-bit key under which everything of a wallet is sealed; only the vault's password opens it. */
export class DataKey extends OpaqueKey {
  readonly #derived = new Map<DataPurpose, Promise<CryptoKey>>()
  /** Names say nothing, but which identities were asked for does: they go with the key. */
  readonly #names = new Map<string, string>()

  private constructor(bytes: Uint8Array) {
    super('DataKey', bytes)
  }

  /** Makes a new key from 32 random bytes. Throws `bytes/length` if `random` gives another length. */
  static create(random: RandomBytes = randomBytes): DataKey {
    const bytes = random(DATA_KEY_LENGTH)
    const key = DataKey.fromBytes(bytes)
    bytes.fill(0)
    return key
  }

  /** Takes the 32 bytes of a key. Throws `bytes/length`. */
  static fromBytes(bytes: Uint8Array): DataKey {
    checkLength(bytes, DATA_KEY_LENGTH, 'data key')
    return new DataKey(bytes)
  }

  /** Reads what `toSession` wrote; undefined when it is garbled, which means that the wallet is locked. */
  static fromSession(text: string): DataKey | undefined {
    const bytes = decodeSession(text)
    if (bytes?.length !== DATA_KEY_LENGTH + CHECK_LENGTH) return undefined
    const key = bytes.subarray(0, DATA_KEY_LENGTH)
    if (!equalBytes(bytes.subarray(DATA_KEY_LENGTH), sessionCheck(key))) return undefined
    return DataKey.fromBytes(key)
  }

  /** The key as base64 with a check, for the browser's in-memory session storage alone. Throws `key/wiped` after `wipe`. */
  toSession(): string {
    const bytes = this.reveal()
    return base64.encode(concatBytes(bytes, sessionCheck(bytes)))
  }

  /** Lends the live 32 bytes to `work`; they must not be kept. Throws `key/wiped` after `wipe`. */
  use<Result>(work: (bytes: Uint8Array<ArrayBuffer>) => Result): Result {
    return work(this.reveal())
  }

  /** The platform's AES-256-GCM key for one purpose: HKDF-SHA256 of this key, never extractable. Throws `key/wiped`. RFC 5869. */
  cipherKey(purpose: DataPurpose): Promise<CryptoKey> {
    const bytes = this.reveal()
    const known = this.#derived.get(purpose)
    if (known !== undefined) return known
    const derived = deriveKey(bytes, purpose)
    const made = crypto.subtle.importKey('raw', Uint8Array.from(derived), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ])
    derived.fill(0)
    this.#derived.set(purpose, made)
    return made
  }

  /**
   * What a record of that identity is called in storage: 16 bytes in hex, HMAC-SHA256 under a key of its own. Always the same
   * name for the same identity, and no way back from the name. Throws `key/wiped`. RFC 2104, RFC 5869.
   */
  recordName(identity: string): string {
    const bytes = this.reveal()
    const known = this.#names.get(identity)
    if (known !== undefined) return known
    const key = deriveKey(bytes, 'record-name')
    const name = hex.encode(hmac(sha256, key, encodeText(identity)).subarray(0, NAME_LENGTH))
    key.fill(0)
    if (this.#names.size >= MOST_NAMES) this.#names.clear()
    this.#names.set(identity, name)
    return name
  }

  override wipe(): void {
    this.#derived.clear()
    this.#names.clear()
    super.wipe()
  }
}

function deriveKey(bytes: Uint8Array, purpose: DataPurpose | 'record-name'): Uint8Array {
  return hkdf(sha256, bytes, encodeText('sotto/data-key/v1'), encodeText(purpose), DATA_KEY_LENGTH)
}

function sessionCheck(key: Uint8Array): Uint8Array {
  return sha256(key).subarray(0, CHECK_LENGTH)
}

function decodeSession(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text)
  } catch (error) {
    // Whatever storage gives back that is not base64 is a garbled key, an expected outcome.
    if (error instanceof Error) return undefined
    throw error
  }
}
