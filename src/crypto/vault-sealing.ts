import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes } from './bytes'
import { CryptoError } from './crypto-error'
import { DATA_KEY_LENGTH, DataKey } from './data-key'
import { GCM_NONCE_LENGTH, GCM_TAG_LENGTH, openGcm, sealGcm } from './gcm'
import { DEFAULT_KDF, deriveVaultKey, type KdfParams, SALT_LENGTH, type VaultKey } from './password-key'
import { type RandomBytes, randomBytes } from './random'
import { padSealed, unpadSealed } from './sealed-padding'
import {
  decodeVaultHeader,
  encodeVaultHeader,
  hasMagic,
  type SealPurpose,
  VAULT_HEADER_LENGTH,
} from './vault-header'

/*
 * A vault: header (63) ‖ wrapped data key (48) ‖ content nonce (12) ‖ sealed content (n) ‖ SHA-256 of all before it (32).
 * The data key is wrapped under the password's key with the header as associated data. The content (the phrases) is sealed
 * under the data key with header and wrapped key as associated data, so neither half of two vaults can be exchanged.
 * The plain checksum only tells damage from a wrong password; it protects nothing, the two AEAD tags do.
 */
const WRAPPED_END = VAULT_HEADER_LENGTH + DATA_KEY_LENGTH + GCM_TAG_LENGTH
const CONTENT_START = WRAPPED_END + GCM_NONCE_LENGTH
const CHECKSUM_LENGTH = 32
const SHORTEST_VAULT = CONTENT_START + 512 + GCM_TAG_LENGTH + CHECKSUM_LENGTH

export interface VaultToSeal {
  readonly password: string
  readonly dataKey: DataKey
  /** What the vault keeps: phrases and private keys, in the caller's own encoding. */
  readonly content: Uint8Array
  readonly kdf?: KdfParams
  /** What it is sealed as; a wallet's own vault unless given. */
  readonly purpose?: SealPurpose
}

export interface OpenedVault {
  readonly dataKey: DataKey
  readonly content: Uint8Array
  /** What the password was stretched with; see `isWeakKdf`. */
  readonly kdf: KdfParams
}

/** Seals a data key and the secrets under it with a password, everything about it fresh. Throws `password/*`, `kdf/limits`, `key/wiped`. */
export async function sealVault(
  { password, dataKey, content, kdf = DEFAULT_KDF, purpose = 'vault' }: VaultToSeal,
  random: RandomBytes = randomBytes,
): Promise<Uint8Array> {
  const salt = random(SALT_LENGTH)
  const nonce = random(GCM_NONCE_LENGTH)
  const vaultKey = await deriveVaultKey(password, salt, kdf)
  const header = encodeVaultHeader({ purpose, kdf, salt, nonce })
  const wrapped = await dataKey.use(async (bytes) =>
    sealGcm(await wrappingKey(vaultKey), { nonce, associatedData: header }, bytes),
  )
  vaultKey.wipe()
  return sealContent(concatBytes(header, wrapped), dataKey, { content, random })
}

/**
 * Opens a vault with its password.
 * Throws `vault/damaged` when a byte of it changed, `vault/wrong-password`, `vault/version`, `kdf/limits`.
 */
export async function openVault(
  sealed: Uint8Array,
  password: string,
  purpose: SealPurpose = 'vault',
): Promise<OpenedVault> {
  const head = checkIntact(sealed, purpose)
  const header = decodeVaultHeader(head, purpose)
  const vaultKey = await deriveVaultKey(password, header.salt, header.kdf).catch(asWrongPassword)
  const key = await wrappingKey(vaultKey)
  vaultKey.wipe()
  const context = { nonce: header.nonce, associatedData: head.subarray(0, VAULT_HEADER_LENGTH) }
  const bytes = await openGcm(key, context, head.subarray(VAULT_HEADER_LENGTH))
  if (bytes === undefined) throw wrongPassword()
  const dataKey = DataKey.fromBytes(bytes)
  bytes.fill(0)
  return { dataKey, content: await openVaultContent(sealed, dataKey, purpose), kdf: header.kdf }
}

/** Opens the content of an unlocked vault with its data key. Throws `vault/damaged`, also when the key is another vault's; `key/wiped`. */
export async function openVaultContent(
  sealed: Uint8Array,
  dataKey: DataKey,
  purpose: SealPurpose = 'vault',
): Promise<Uint8Array> {
  const head = checkIntact(sealed, purpose)
  const key = await dataKey.cipherKey('vault-content')
  const context = { nonce: sealed.subarray(WRAPPED_END, CONTENT_START), associatedData: head }
  const padded = await openGcm(key, context, sealed.subarray(CONTENT_START, -CHECKSUM_LENGTH))
  const content = padded && unpadSealed(padded)
  if (content === undefined) throw damaged()
  padded?.fill(0)
  return content
}

/** The same vault (password, salt, data key) with other content under a fresh nonce. Throws `vault/damaged` unless the key is this vault's. */
export async function replaceVaultContent(
  sealed: Uint8Array,
  dataKey: DataKey,
  content: Uint8Array,
  random: RandomBytes = randomBytes,
): Promise<Uint8Array> {
  const before = await openVaultContent(sealed, dataKey)
  before.fill(0)
  return sealContent(sealed.slice(0, WRAPPED_END), dataKey, { content, random })
}

async function sealContent(
  head: Uint8Array,
  dataKey: DataKey,
  { content, random }: { content: Uint8Array; random: RandomBytes },
): Promise<Uint8Array> {
  const nonce = random(GCM_NONCE_LENGTH)
  const padded = padSealed(content)
  const key = await dataKey.cipherKey('vault-content')
  const body = await sealGcm(key, { nonce, associatedData: head }, padded)
  padded.fill(0)
  const all = concatBytes(head, nonce, body)
  return concatBytes(all, sha256(all))
}

/** Gives header and wrapped key. Damage is looked for first, so that it is never taken for a wrong password. */
function checkIntact(sealed: Uint8Array, purpose: SealPurpose): Uint8Array {
  if (!isIntactVault(sealed, purpose)) throw damaged()
  return sealed.subarray(0, WRAPPED_END)
}

/** True when nothing of it is missing or changed, as far as can be told without its password. */
export function isIntactVault(sealed: Uint8Array, purpose: SealPurpose = 'vault'): boolean {
  if (sealed.length < SHORTEST_VAULT || !hasMagic(sealed, purpose)) return false
  const checksum = sealed.subarray(-CHECKSUM_LENGTH)
  return equalBytes(sha256(sealed.subarray(0, -CHECKSUM_LENGTH)), checksum)
}

function wrappingKey(vaultKey: VaultKey): Promise<CryptoKey> {
  return vaultKey.use((bytes) =>
    crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']),
  )
}

/** A password that no vault can have been sealed with is simply the wrong one. */
function asWrongPassword(error: unknown): never {
  if (error instanceof CryptoError && error.code.startsWith('password/')) throw wrongPassword()
  throw error
}

function wrongPassword(): CryptoError {
  return new CryptoError('vault/wrong-password', 'This is not the password of this wallet.')
}

function damaged(): CryptoError {
  return new CryptoError('vault/damaged', 'The stored wallet is damaged and cannot be opened from this copy.')
}
