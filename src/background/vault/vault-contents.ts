/** What is inside a stored vault: sealing it, opening it with the password, reading it with the data key. */
import { base64, utf8 } from '@scure/base'
import * as v from 'valibot'
import {
  CryptoError,
  DataKey,
  isWeakKdf,
  type KdfParams,
  openRecord,
  openVault,
  openVaultContent,
  type RandomBytes,
  sealRecord,
  sealVault,
} from '../../crypto/index'
import type { Sealer } from '../storage/stored'
import { VaultError } from './vault-error'
import { type StoredVault, type VaultContent, vaultContentSchema } from './vault-schema'

export interface OpenedVault {
  readonly dataKey: DataKey
  /** The vault to keep from now on. */
  readonly vault: StoredVault
}

interface NewVault {
  readonly content: VaultContent
  readonly password: string
}

interface SealingParts {
  readonly random: RandomBytes
  readonly kdf: KdfParams
}

/** Seals a new vault under a new data key. Throws CryptoError `password/*`. */
export async function sealNewVault(
  { content, password }: NewVault,
  { random, kdf }: SealingParts,
): Promise<OpenedVault> {
  const dataKey = DataKey.create(random)
  const bytes = utf8.decode(JSON.stringify(content))
  const sealed = await sealVault({ password, dataKey, content: bytes, kdf }, random)
  bytes.fill(0)
  return { dataKey, vault: { sealed: base64.encode(sealed) } }
}

/**
 * Opens the first copy that the password opens. Copies that differ may have different passwords, when a change of it
 * was cut short, so a wrong one is only known after the last. Throws `vault/wrong-password`, `vault/damaged`.
 */
export async function openFirst(
  vaults: readonly StoredVault[],
  password: string,
  parts: SealingParts,
): Promise<OpenedVault> {
  let failure = new VaultError('vault/damaged')
  const different = vaults.filter(
    (vault, index) => vaults.findIndex((other) => other.sealed === vault.sealed) === index,
  )
  for (const vault of different) {
    const opened = await openOne(vault, password, parts)
    if (!(opened instanceof VaultError)) return opened
    if (opened.code === 'vault/wrong-password') failure = opened
  }
  throw failure
}

/** The first recovery phrase, with the data key alone. Throws `vault/damaged`. */
export async function phraseOf(vaults: readonly StoredVault[], dataKey: DataKey): Promise<string> {
  for (const { sealed } of vaults) {
    const bytes = await asDamage(() => openVaultContent(base64.decode(sealed), dataKey))
    if (bytes instanceof VaultError) continue
    const [entry] = readContent(bytes).entries
    if (entry !== undefined) return entry.phrase
  }
  throw new VaultError('vault/damaged')
}

/** Seals and opens records under the wallet's data key. Throws `vault/locked`, also when that happens on the way. */
export function sealerOf(dataKey: DataKey, random: RandomBytes): Sealer {
  return {
    name: (identity) => whileHeld(async () => dataKey.recordName(identity)),
    seal: (identity, plaintext) => whileHeld(() => sealRecord(dataKey, identity, plaintext, random)),
    open: (identity, sealed) => whileHeld(() => openRecord(dataKey, identity, sealed)),
  }
}

async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof CryptoError && cause.code === 'key/wiped')
      throw new VaultError('vault/locked', { cause })
    throw cause
  }
}

async function openOne(
  vault: StoredVault,
  password: string,
  { random, kdf: wanted }: SealingParts,
): Promise<OpenedVault | VaultError> {
  const opened = await asDamage(() => openVault(base64.decode(vault.sealed), password))
  if (opened instanceof VaultError) return opened
  const { dataKey, content, kdf } = opened
  readContent(content)
  const kept = isWeakKdf(kdf, wanted)
    ? { sealed: base64.encode(await sealVault({ password, dataKey, content, kdf: wanted }, random)) }
    : vault
  content.fill(0)
  return { dataKey, vault: kept }
}

/** Every refusal of the seal, other than a wrong password, means that this copy is of no use. */
async function asDamage<T>(open: () => Promise<T>): Promise<T | VaultError> {
  try {
    return await open()
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause
    if (cause.code === 'key/wiped') throw new VaultError('vault/locked', { cause })
    const code = cause.code === 'vault/wrong-password' ? cause.code : 'vault/damaged'
    return new VaultError(code, { cause })
  }
}

function readContent(bytes: Uint8Array): VaultContent {
  const content = v.safeParse(vaultContentSchema, JSON.parse(utf8.encode(bytes)))
  if (!content.success) throw new VaultError('vault/damaged')
  return content.output
}
