/** The stored vault: making it, opening it with the password, reading and changing it with the data key. */
import { base64 } from '@scure/base'
import { DataKey, type KdfParams, type RandomBytes, replaceVaultContent, sealVault } from '../../crypto/index'
import { SottoError } from '../../domain/index'
import type { Store } from '../storage/stored'
import type { Secret } from './secret'
import {
  decodeVaultContent,
  encodeVaultContent,
  nextContent,
  type VaultContent,
  wipeContent,
} from './vault-content'
import { readVaultCopies, sameVault, writeSecondCopy, writeVaultCopies } from './vault-copies'
import { VaultError } from './vault-error'
import { newestContent, openFirst, type Vaults } from './vault-opening'
import type { StoredVault } from './vault-schema'

export interface VaultFileParts {
  readonly store: Store
  readonly random: RandomBytes
  readonly kdf: KdfParams
}

export interface NewWallet {
  readonly secrets: readonly [Secret, ...Secret[]]
  readonly password: string
}

/** Makes a new wallet. Throws `vault/exists`, `vault/damaged`, CryptoError `password/*`. */
export async function createVaultFile(
  parts: VaultFileParts,
  { secrets, password }: NewWallet,
): Promise<DataKey> {
  const copies = await readVaultCopies(parts.store)
  if (copies.kind === 'damaged') throw new VaultError('vault/damaged')
  if (copies.kind === 'found') throw new VaultError('vault/exists')
  const dataKey = DataKey.create(parts.random)
  const content = { revision: 1, secrets }
  await writeVaultCopies(parts.store, await sealed(parts, { password, dataKey, content }))
  return dataKey
}

/**
 * Opens the wallet with its password, and mends or renews its copies. What is renewed goes into the second copy alone: the
 * first stays as it was until the renewed one has opened. Throws `vault/wrong-password`, `vault/damaged`, `vault/empty`.
 */
export async function openVaultFile(parts: VaultFileParts, password: string): Promise<DataKey> {
  const vaults = await storedVaults(parts.store)
  const opened = await openFirst(vaults, password, parts.kdf)
  const { dataKey } = opened
  const newest = await newestContent(vaults, dataKey)
  const renews = opened.outdated || !sameVault(newest.vault, opened.vault)
  try {
    if (renews) {
      const content = nextContent(newest.content, newest.content.secrets)
      await writeSecondCopy(parts.store, await sealed(parts, { password, dataKey, content }))
    } else await mend(parts.store, opened.vault)
  } catch (error) {
    // One good copy is still there and the person is in; the next unlock tries again.
    if (!(error instanceof SottoError)) throw error
  } finally {
    wipeContent(newest.content)
  }
  return dataKey
}

/** The same wallet under another password. Throws as `openVaultFile` does, and CryptoError `password/*` for the new one. */
export async function changeVaultPassword(
  parts: VaultFileParts,
  { password, next }: { readonly password: string; readonly next: string },
): Promise<void> {
  const vaults = await storedVaults(parts.store)
  const { dataKey } = await openFirst(vaults, password, parts.kdf)
  const { content } = await newestContent(vaults, dataKey)
  try {
    await writeVaultCopies(parts.store, await sealed(parts, { password: next, dataKey, content }))
  } finally {
    wipeContent(content)
    dataKey.wipe()
  }
}

/** Lends what the vault holds to `work`, and wipes it afterwards. Throws `vault/damaged`, `vault/locked`. */
export async function withVaultContent<R>(
  store: Store,
  dataKey: DataKey,
  work: (content: VaultContent) => R | Promise<R>,
): Promise<R> {
  const { content } = await newestContent(await storedVaults(store), dataKey)
  try {
    return await work(content)
  } finally {
    wipeContent(content)
  }
}

/** Puts other secrets into the vault, under the same password. Throws what `change` throws, and then nothing is changed. */
export async function changeVaultContent(
  { store, random }: Pick<VaultFileParts, 'store' | 'random'>,
  dataKey: DataKey,
  change: (secrets: readonly Secret[]) => readonly Secret[],
): Promise<void> {
  const { content, vault } = await newestContent(await storedVaults(store), dataKey)
  try {
    const bytes = checkedBytes(nextContent(content, change(content.secrets)))
    const replaced = await replaceVaultContent(base64.decode(vault.sealed), dataKey, bytes, random)
    bytes.fill(0)
    await writeVaultCopies(store, { sealed: base64.encode(replaced) })
  } finally {
    wipeContent(content)
  }
}

/** Nothing is sealed that could not be read again: whoever finds out later has lost the one before. Throws `vault/damaged`. */
function checkedBytes(content: VaultContent): Uint8Array {
  const bytes = encodeVaultContent(content)
  wipeContent(decodeVaultContent(bytes))
  return bytes
}

async function storedVaults(store: Store): Promise<Vaults> {
  const copies = await readVaultCopies(store)
  if (copies.kind !== 'found') throw new VaultError(`vault/${copies.kind}`)
  return copies.vaults
}

async function mend(store: Store, vault: StoredVault): Promise<void> {
  const copies = await readVaultCopies(store)
  const whole = copies.kind === 'found' && copies.complete && !copies.damaged
  if (!whole || copies.vaults.some((other) => !sameVault(other, vault))) await writeVaultCopies(store, vault)
}

async function sealed(
  { random, kdf }: VaultFileParts,
  vault: { readonly password: string; readonly dataKey: DataKey; readonly content: VaultContent },
): Promise<StoredVault> {
  const bytes = checkedBytes(vault.content)
  try {
    return { sealed: base64.encode(await sealVault({ ...vault, content: bytes, kdf }, random)) }
  } finally {
    bytes.fill(0)
  }
}
