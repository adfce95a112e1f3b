/** Saving the wallet to a file, and bringing a file's content back. */
import { base64 } from '@scure/base'
import type { KdfParams, RandomBytes } from '../../crypto/index'
import type { RestoredView } from '../../messages/popup'
import type { Accounts } from '../accounts/accounts'
import type { Contacts } from '../contacts/contacts'
import type { KnownChains } from '../networks/known-chains'
import type { SignedPermits } from '../permits/signed-permits'
import { readSettings, restoreSettings } from '../settings/settings'
import type { Sealer, Store } from '../storage/stored'
import { addMissingTokens, readTokens } from '../tokens/token-records'
import { isSameSecret, type Secret } from '../vault/secret'
import type { Vault } from '../vault/vault'
import { decodeVaultContent, encodeVaultContent, wipeContent } from '../vault/vault-content'
import { BackupError } from './backup-error'
import { openBackup, sealBackup, VERSION } from './backup-file'
import type { Backup } from './backup-schema'

export interface Backups {
  /** The file's text, opened by that password. `keys`: with the phrases and private keys. */
  save(options: { readonly password: string; readonly keys: boolean }): Promise<BackupFile>
  /**
   * Into an empty wallet, whose password is then the file's, or into the open one. What is here already stays as it is.
   * Throws `backup/*`.
   */
  restore(options: { readonly text: string; readonly password: string }): Promise<RestoredView>
}

export interface BackupFile {
  readonly fileName: string
  readonly text: string
}

interface BackupsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly random: RandomBytes
  readonly kdf: KdfParams
  readonly clock: () => number
  readonly vault: Pick<Vault, 'status' | 'create' | 'withSecrets' | 'addSecret'>
  readonly chains: Pick<KnownChains, 'list'>
  readonly accounts: Pick<Accounts, 'book' | 'restore'>
  readonly contacts: Pick<Contacts, 'list' | 'restore'>
  readonly permits: Pick<SignedPermits, 'list' | 'restore'>
}

export function createBackups(parts: BackupsParts): Backups {
  return {
    async save({ password, keys }) {
      const backup = await collect(parts, keys)
      const day = new Date(backup.createdAt).toISOString().slice(0, 10)
      return { fileName: `sotto-backup-${day}.json`, text: await sealBackup(backup, password, parts) }
    },
    async restore({ text, password }) {
      const backup = await openBackup(text, password)
      const secrets = secretsOf(backup)
      try {
        const begins = (await parts.vault.status()) === 'empty'
        const added = begins ? await beginWith(parts, secrets, password) : await addSecrets(parts, secrets)
        const restored = { secrets: added, ...(await addRest(parts, backup)) }
        // An open wallet keeps its own: a file must not move its nodes or its auto-lock.
        if (begins) await restoreSettings(parts.store, backup.settings, await knownChainIds(parts))
        return restored
      } finally {
        wipeContent({ secrets })
      }
    },
  }
}

async function knownChainIds({ chains }: BackupsParts): Promise<readonly string[]> {
  return (await chains.list()).map(({ chainId }) => chainId)
}

async function collect(parts: BackupsParts, keys: boolean): Promise<Backup> {
  const { store, sealer, vault, accounts, contacts, clock } = parts
  const book = await accounts.book()
  const places = (await knownChainIds(parts)).flatMap((chainId) =>
    book.accounts.map(({ address }) => ({ chainId, account: address })),
  )
  const tokens = await Promise.all(
    places.map(async (place) => ({ ...place, tokens: [...(await readTokens(store, sealer, place))] })),
  )
  const { autoLockMinutes, endpoints } = await readSettings(store)
  const secrets = keys
    ? await vault.withSecrets((held) => base64.encode(encodeVaultContent({ revision: 1, secrets: held })))
    : undefined
  return {
    version: VERSION,
    createdAt: clock(),
    book,
    contacts: [...(await contacts.list())],
    permits: [...(await parts.permits.list())],
    tokens: tokens.filter((entry) => entry.tokens.length > 0),
    settings: { autoLockMinutes, endpoints },
    ...(secrets === undefined ? {} : { secrets }),
  }
}

function secretsOf({ secrets }: Backup): readonly Secret[] {
  return secrets === undefined ? [] : decodeVaultContent(base64.decode(secrets)).secrets
}

async function beginWith(
  { vault }: BackupsParts,
  secrets: readonly Secret[],
  password: string,
): Promise<number> {
  const [first, ...others] = secrets
  if (first === undefined) throw new BackupError('backup/without-keys')
  await vault.create({ secrets: [first, ...others], password })
  return secrets.length
}

/** Gives how many were not here before. */
async function addSecrets({ vault }: BackupsParts, secrets: readonly Secret[]): Promise<number> {
  const fresh = await vault.withSecrets((held) =>
    secrets.filter((secret) => !held.some((known) => isSameSecret(known, secret))),
  )
  for (const secret of fresh) await vault.addSecret(secret)
  return fresh.length
}

async function addRest(
  { store, sealer, accounts, contacts, permits }: BackupsParts,
  backup: Backup,
): Promise<Omit<RestoredView, 'secrets'>> {
  const restored = await accounts.restore(backup.book)
  const own = new Set((await accounts.book()).accounts.map(({ address }) => address as string))
  let tokens = 0
  for (const entry of backup.tokens) {
    if (own.has(entry.account)) tokens += await addMissingTokens(store, sealer, entry)
  }
  await permits.restore(backup.permits.filter(({ account }) => own.has(account)))
  return { accounts: restored, contacts: await contacts.restore(backup.contacts), tokens }
}
