import { concatBytes } from './bytes'
import { CryptoError } from './crypto-error'
import { GCM_NONCE_LENGTH } from './gcm'
import { checkKdfParams, type KdfParams, SALT_LENGTH } from './password-key'
import { encodeText } from './text'

/** Everything about a vault that is in the clear and authenticated. */
export interface VaultHeader {
  readonly purpose: SealPurpose
  readonly kdf: KdfParams
  readonly salt: Uint8Array
  /** The nonce under which the data key is wrapped. */
  readonly nonce: Uint8Array
}

/** What is sealed: the wallet's own vault, or a backup file. One cannot be passed off as the other. */
export type SealPurpose = 'vault' | 'backup'

const MAGIC: Record<SealPurpose, Uint8Array> = {
  vault: encodeText('SOTTOVLT'),
  backup: encodeText('SOTTOBAK'),
}
const MAGIC_LENGTH = 8
const VAULT_VERSION = 1
const ARGON2ID = 1
const VERSION_AT = MAGIC_LENGTH
const KDF_AT = VERSION_AT + 1
const MEMORY_AT = KDF_AT + 1
const ITERATIONS_AT = MEMORY_AT + 4
const PARALLELISM_AT = ITERATIONS_AT + 4
const SALT_AT = PARALLELISM_AT + 1
const NONCE_AT = SALT_AT + SALT_LENGTH
export const VAULT_HEADER_LENGTH = NONCE_AT + GCM_NONCE_LENGTH

/** Magic, version, KDF id, memory, passes, lanes, salt, nonce: 63 bytes, numbers big-endian, one spelling for each header. */
export function encodeVaultHeader({ purpose, kdf, salt, nonce }: VaultHeader): Uint8Array<ArrayBuffer> {
  const numbers = new DataView(new ArrayBuffer(SALT_AT - VERSION_AT))
  numbers.setUint8(0, VAULT_VERSION)
  numbers.setUint8(KDF_AT - VERSION_AT, ARGON2ID)
  numbers.setUint32(MEMORY_AT - VERSION_AT, kdf.memoryKib)
  numbers.setUint32(ITERATIONS_AT - VERSION_AT, kdf.iterations)
  numbers.setUint8(PARALLELISM_AT - VERSION_AT, kdf.parallelism)
  return concatBytes(MAGIC[purpose], new Uint8Array(numbers.buffer), salt, nonce)
}

/** Reads the first 63 bytes of an intact vault. Throws `vault/version` for a later format, `kdf/limits`. */
export function decodeVaultHeader(header: Uint8Array, purpose: SealPurpose): VaultHeader {
  const view = new DataView(header.buffer, header.byteOffset, VAULT_HEADER_LENGTH)
  if (view.getUint8(VERSION_AT) !== VAULT_VERSION || view.getUint8(KDF_AT) !== ARGON2ID) {
    throw new CryptoError(
      'vault/version',
      'This vault was made by another version of the wallet. Update it first.',
    )
  }
  const kdf: KdfParams = {
    memoryKib: view.getUint32(MEMORY_AT),
    iterations: view.getUint32(ITERATIONS_AT),
    parallelism: view.getUint8(PARALLELISM_AT),
  }
  checkKdfParams(kdf)
  return {
    purpose,
    kdf,
    salt: header.slice(SALT_AT, NONCE_AT),
    nonce: header.slice(NONCE_AT, VAULT_HEADER_LENGTH),
  }
}

/** True when the bytes begin as everything sealed for that purpose does. */
export function hasMagic(bytes: Uint8Array, purpose: SealPurpose): boolean {
  return MAGIC[purpose].every((byte, index) => bytes[index] === byte)
}
