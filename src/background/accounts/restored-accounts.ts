/** Accounts of a backup, matched with the keys that are really here: a file is not believed about whose an address is. */
import { type AccountPath, accountBytesOf } from '../../crypto/index'
import { addressFromBytes } from '../../domain/index'
import type { Secret } from '../vault/secret'
import { keysOf } from '../vault/unlocked-keys'
import { hasRoom, type NewKey, shortName, withEdit, withKey, withWatched } from './account-book'
import type { StoredAccount, StoredBook } from './account-schema'
import { withSecret, withSecretLabel } from './secret-labels'

/** An account of the file together with the key of ours that it belongs to. */
interface Matched {
  readonly account: StoredAccount
  readonly key: NewKey
}

/** Adds what is missing, names the secrets that are new as the file does, and leaves all else as it is. */
export async function withRestored(
  book: StoredBook,
  file: StoredBook,
  secrets: readonly Secret[],
): Promise<StoredBook> {
  const known = new Set(book.accounts.map(({ address }) => address))
  const missing = file.accounts.filter(({ address }) => !known.has(address))
  const matched = (await Promise.all(secrets.map((secret) => matchesOf(secret, missing)))).flat()
  const labelled = secrets.reduce((all, secret) => withLabel(all, file, secret), book)
  const restored = missing.reduce((all, account) => {
    const match = matched.find((candidate) => candidate.account === account)
    return withRestoredAccount(all, account, match?.key)
  }, labelled)
  const activeIsHere = restored.accounts.some(({ address }) => address === file.active)
  return book.active === '' && activeIsHere ? { ...restored, active: file.active } : restored
}

function withRestoredAccount(book: StoredBook, account: StoredAccount, key: NewKey | undefined): StoredBook {
  // Two entries of the file may be one account.
  if (book.accounts.some(({ address }) => address === account.address)) return book
  const { address, name, colour, hidden } = account
  if (!hasRoom(book) || (key === undefined && account.kind !== 'watch')) return book
  const given = shortName(name)
  if (key !== undefined) return withEdit(withKey(book, key), address, { name: given, colour, hidden })
  return withEdit(withWatched(book, address, given), address, { colour, hidden })
}

function withLabel(book: StoredBook, file: StoredBook, secret: Secret): StoredBook {
  if (book.secrets.some(({ id }) => id === secret.id)) return book
  const label = file.secrets.find(({ id }) => id === secret.id)
  const added = withSecret(book, secret, {
    source: label?.source ?? 'imported',
    checked: label?.checked ?? true,
  })
  return label === undefined ? added : withSecretLabel(added, secret.id, { name: shortName(label.name) })
}

async function matchesOf(secret: Secret, accounts: readonly StoredAccount[]): Promise<readonly Matched[]> {
  const candidates = accounts.filter(({ kind }) => kind === secret.kind)
  const paths = candidates.map((account) => (account.kind === 'phrase' ? account.path : undefined))
  const keys = candidates.length === 0 ? [] : await keysOf(secret, paths)
  return keys.flatMap((key, at) => {
    const publicKey = key.publicKey()
    key.wipe()
    const account = candidates[at]
    if (account === undefined || account.address !== addressFromBytes(accountBytesOf(publicKey))) return []
    return [{ account, key: newKey(secret.id, publicKey, paths[at]) }]
  })
}

function newKey(secretId: string, publicKey: Uint8Array, path: AccountPath | undefined): NewKey {
  return { secretId, publicKey, ...(path === undefined ? {} : { path }) }
}
