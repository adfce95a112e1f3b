import { base64 } from '@scure/base'
import { isIntactVault } from '../../crypto/index'
import { SottoError } from '../../domain/index'
import { KEYS } from '../storage/keys'
import { StorageError } from '../storage/storage-error'
import { hasSealedRecords, readStored, type Store, writeStored } from '../storage/stored'
import type { PlainKey } from '../storage/stored-key'
import { VaultError } from './vault-error'
import type { StoredVault } from './vault-schema'

export type VaultCopies =
  | { readonly kind: 'empty' }
  /** Something is here and none of it is whole, or the vault is gone and its records are not. */
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'found'
      /** Those that are whole, in the order in which they are written: where two differ, the first is the newer. */
      readonly vaults: readonly [StoredVault, ...StoredVault[]]
      /** True when both copies are whole. */
      readonly complete: boolean
      /** True when one of them was there and is damaged. */
      readonly damaged: boolean
    }

type Copy =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly vault: StoredVault }

type VaultKey = PlainKey<StoredVault | null>

/**
 * The vault is kept twice, in two stores of the browser, so that what damages one of them loses nothing. Where a browser
 * has no database for us, the second copy lies beside the first one.
 */
export async function readVaultCopies(store: Store): Promise<VaultCopies> {
  const [copy, spare, main] = await Promise.all([
    readCopy(store, KEYS.vaultCopy).catch(asAbsent),
    readCopy(store, KEYS.vaultSpare),
    readCopy(store, KEYS.vault),
  ])
  const second = copy.kind === 'absent' ? spare : copy
  const [first, ...rest] = [copy, spare, main].flatMap((found) =>
    found.kind === 'read' ? [found.vault] : [],
  )
  const damaged = [copy, spare, main].some(({ kind }) => kind === 'unreadable')
  if (first !== undefined) {
    const complete = main.kind === 'read' && second.kind === 'read'
    return { kind: 'found', vaults: [first, ...rest], complete, damaged }
  }
  return damaged || (await hasSealedRecords(store)) ? { kind: 'damaged' } : { kind: 'empty' }
}

/** Writes the second copy alone, and reads it back: the first one stays as it was. Throws `vault/not-kept`, `storage/refused`. */
export async function writeSecondCopy(store: Store, vault: StoredVault): Promise<void> {
  try {
    await writeCopy(store, KEYS.vaultCopy, vault)
  } catch (error) {
    if (!(error instanceof SottoError)) throw error
    await writeCopy(store, KEYS.vaultSpare, vault)
    return
  }
  await store.areas.local.remove(KEYS.vaultSpare.name)
}

/** Writes both copies, the second one first, and reads each back. Throws `vault/not-kept`, `storage/refused`. */
export async function writeVaultCopies(store: Store, vault: StoredVault): Promise<void> {
  await writeSecondCopy(store, vault)
  await writeCopy(store, KEYS.vault, vault)
}

export function sameVault(a: StoredVault, b: StoredVault): boolean {
  return a.sealed === b.sealed
}

async function writeCopy(store: Store, key: VaultKey, vault: StoredVault): Promise<void> {
  await writeStored(store, key, vault)
  const found = await readCopy(store, key)
  if (found.kind !== 'read' || !sameVault(found.vault, vault)) throw new VaultError('vault/not-kept')
}

async function readCopy(store: Store, key: VaultKey): Promise<Copy> {
  try {
    const vault = await readStored(store, key)
    if (vault === null) return { kind: 'absent' }
    return isIntactVault(base64.decode(vault.sealed)) ? { kind: 'read', vault } : { kind: 'unreadable' }
  } catch (error) {
    if (error instanceof StorageError && error.code === 'storage/unreadable') return { kind: 'unreadable' }
    throw error
  }
}

/** A database that the browser does not open holds nothing that could be read; what was written by a newer Sotto is another matter. */
function asAbsent(error: unknown): Copy {
  if (error instanceof StorageError) throw error
  return { kind: 'absent' }
}
