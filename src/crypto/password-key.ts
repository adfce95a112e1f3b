import { argon2id } from './argon2'
import { CryptoError } from './crypto-error'
import { OpaqueKey } from './opaque-key'

/** What one guess of a password costs: Argon2id's memory in KiB, passes and lanes. RFC 9106. */
export interface KdfParams {
  readonly memoryKib: number
  readonly iterations: number
  readonly parallelism: number
}

export const DEFAULT_KDF: KdfParams = { memoryKib: 64 * 1024, iterations: 3, parallelism: 1 }
/** Below this a stolen vault is guessed too fast. */
const FLOOR: KdfParams = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }
/** Above this a tampered vault could only be meant to hang the browser. */
const CEILING: KdfParams = { memoryKib: 1024 * 1024, iterations: 20, parallelism: 16 }

const FEWEST_CHARACTERS = 8
const MOST_BYTES = 1024
/** Normalisation is not tried on more; one composed character can be typed as a few code units. */
const MOST_CODE_UNITS = 8192
export const SALT_LENGTH = 32
const KEY_LENGTH = 32

/** The key that a password opens a vault with. */
export class VaultKey extends OpaqueKey {
  constructor(bytes: Uint8Array) {
    super('VaultKey', bytes)
  }

  /** Lends the live 32 bytes to `work`; they must not be kept. Throws `key/wiped` after `wipe`. */
  use<Result>(work: (bytes: Uint8Array<ArrayBuffer>) => Result): Result {
    return work(this.reveal())
  }
}

/** Throws `password/short` below 8 characters, `password/long` above 1,024 bytes, `password/characters` for half a character. */
export function checkPassword(password: string): void {
  passwordBytes(password).fill(0)
}

/**
 * Derives a vault's key from its password (NFKC, UTF-8) and 32 bytes of salt by Argon2id.
 * Throws `password/*`, `bytes/length`, and `kdf/limits` outside 19 MiB to 1 GiB, 2 to 20 passes, 1 to 16 lanes. RFC 9106.
 */
export async function deriveVaultKey(
  password: string,
  salt: Uint8Array,
  params: KdfParams = DEFAULT_KDF,
): Promise<VaultKey> {
  checkKdfParams(params)
  if (salt.length !== SALT_LENGTH) {
    throw new CryptoError(
      'bytes/length',
      `Expected ${SALT_LENGTH} bytes as the salt, got ${salt.length} bytes.`,
    )
  }
  const secret = passwordBytes(password)
  const bytes = await argon2id({
    password: secret,
    salt,
    memorySize: params.memoryKib,
    iterations: params.iterations,
    parallelism: params.parallelism,
    hashLength: KEY_LENGTH,
    outputType: 'binary',
  })
  secret.fill(0)
  const key = new VaultKey(bytes)
  bytes.fill(0)
  return key
}

/** Throws `kdf/limits` for parameters that are too cheap to be safe, or so dear that the browser would hang. */
export function checkKdfParams(params: KdfParams): void {
  const names = ['memoryKib', 'iterations', 'parallelism'] as const
  for (const name of names) {
    const value = params[name]
    if (!Number.isInteger(value) || value < FLOOR[name] || value > CEILING[name]) {
      throw new CryptoError(
        'kdf/limits',
        `The password settings of this vault are outside what is safe: ${name} must be ${FLOOR[name]} to ${CEILING[name]}.`,
      )
    }
  }
}

/** True when a vault with these parameters should be sealed anew under the `wanted` ones at the next unlock. */
export function isWeakKdf(params: KdfParams, wanted: KdfParams = DEFAULT_KDF): boolean {
  return params.memoryKib < wanted.memoryKib || params.iterations < wanted.iterations
}

function passwordBytes(password: string): Uint8Array<ArrayBuffer> {
  if (password.length > MOST_CODE_UNITS) throw tooLong()
  if (!password.isWellFormed()) {
    throw new CryptoError('password/characters', 'This password holds half a character. Type it again.')
  }
  const normal = password.normalize('NFKC')
  const bytes = new TextEncoder().encode(normal)
  if (bytes.length > MOST_BYTES) throw tooLong()
  if ([...normal].length < FEWEST_CHARACTERS) {
    throw new CryptoError('password/short', `Use a password of at least ${FEWEST_CHARACTERS} characters.`)
  }
  return bytes
}

function tooLong(): CryptoError {
  return new CryptoError('password/long', `Use a password of at most ${MOST_BYTES} bytes.`)
}
