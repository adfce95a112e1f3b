import { KEYS } from '../storage/keys'
import { StorageError } from '../storage/storage-error'
import { hasSealedRecords, readStored, type Store, writeStored } from '../storage/stored'
import type { PlainKey } from '../storage/stored-key'
import { VaultError } from './vault-error'
import type { StoredVault } from './vault-schema'

export type VaultCopies =
  | { readonly kind: 'empty' }
  /** Something is here and none of it can be read, or the vault is gone and its records are not. */
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'found'
      /** One or two, the main one first. */
      readonly vaults: readonly [StoredVault, ...StoredVault[]]
      readonly complete: boolean
    }

type Copy =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly vault: StoredVault }

/** The vault is kept twice, so that one damaged record loses nothing. */
export async function readVaultCopies(store: Store): Promise<VaultCopies> {
  const [main, copy] = await Promise.all([readCopy(store, KEYS.vault), readCopy(store, KEYS.vaultCopy)])
  const [first, ...rest] = [main, copy].flatMap((found) => (found.kind === 'read' ? [found.vault] : []))
  if (first !== undefined) return { kind: 'found', vaults: [first, ...rest], complete: rest.length > 0 }
  if (main.kind === 'unreadable' || copy.kind === 'unreadable') return { kind: 'damaged' }
  return (await hasSealedRecords(store)) ? { kind: 'damaged' } : { kind: 'empty' }
}

/** Writes both copies, the second one first, and reads each back. Throws `vault/not-kept`, `storage/refused`. */
export async function writeVaultCopies(store: Store, vault: StoredVault): Promise<void> {
  for (const key of [KEYS.vaultCopy, KEYS.vault]) {
    await writeStored(store, key, vault)
    const found = await readCopy(store, key)
    if (found.kind !== 'read' || !sameVault(found.vault, vault)) throw new VaultError('vault/not-kept')
  }
}

export function sameVault(a: StoredVault, b: StoredVault): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

async function readCopy(store: Store, key: PlainKey<StoredVault | null>): Promise<Copy> {
  try {
    const vault = await readStored(store, key)
    return vault === null ? { kind: 'absent' } : { kind: 'read', vault }
  } catch (error) {
    if (error instanceof StorageError && error.code === 'storage/unreadable') return { kind: 'unreadable' }
    throw error
  }
}
