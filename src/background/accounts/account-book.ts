/** Changes of the list of accounts: one pure function for each, so that a change is all there or not at all. */
import { base64 } from '@scure/base'
import { type AccountPath, accountBytesOf, pathText } from '../../crypto/index'
import { type Address, addressFromBytes } from '../../domain/index'
import { ACCOUNT_COLOURS } from '../../messages/key-facts'
import { AccountError } from './account-error'
import type { StoredAccount, StoredBook } from './account-schema'

const MOST_ACCOUNTS = 500
const LONGEST_NAME = 60

export interface AccountEdit {
  readonly name?: string | undefined
  readonly colour?: number | undefined
  readonly hidden?: boolean | undefined
}

/** False when the list is full; a known address needs no room. */
export function hasRoom({ accounts }: StoredBook): boolean {
  return accounts.length < MOST_ACCOUNTS
}

/** A key that an account is made from. */
export interface NewKey {
  readonly secretId: string
  /** Compressed, 33 bytes. */
  readonly publicKey: Uint8Array
  /** Absent for a private key. */
  readonly path?: AccountPath
  readonly name?: string
}

/** Adds the account of a key. One that was only watched keeps its name and place. Throws `accounts/known`. */
export function withKey(book: StoredBook, key: NewKey): StoredBook {
  const address = addressFromBytes(accountBytesOf(key.publicKey))
  const known = book.accounts.find((account) => account.address === address)
  if (known !== undefined && known.kind !== 'watch') throw new AccountError('accounts/known')
  const { name, colour, hidden } = known ?? newFacts(book, key.name)
  const facts = { name, colour, hidden, address, publicKey: base64.encode(key.publicKey) }
  const { secretId, path } = key
  const added: StoredAccount =
    path === undefined
      ? { kind: 'private-key', ...facts, secretId }
      : { kind: 'phrase', ...facts, secretId, path }
  return withAccount(book, added, known)
}

/** Throws `accounts/known`, `accounts/name`. */
export function withWatched(book: StoredBook, address: Address, name: string): StoredBook {
  if (book.accounts.some((account) => account.address === address)) throw new AccountError('accounts/known')
  return withAccount(book, { kind: 'watch', ...newFacts(book, checkedName(name)), address }, undefined)
}

function withAccount(book: StoredBook, added: StoredAccount, known: StoredAccount | undefined): StoredBook {
  if (known === undefined && !hasRoom(book)) throw new AccountError('accounts/too-many')
  const accounts =
    known === undefined
      ? [...book.accounts, added]
      : book.accounts.map((account) => (account === known ? added : account))
  return { ...book, accounts, active: book.active === '' ? added.address : book.active }
}

export function withActive(book: StoredBook, address: string): StoredBook {
  return { ...book, active: findAccount(book, address).address }
}

export function withEdit(book: StoredBook, address: string, edit: AccountEdit): StoredBook {
  const found = findAccount(book, address)
  const edited: StoredAccount = {
    ...found,
    ...(edit.name === undefined ? {} : { name: checkedName(edit.name) }),
    ...(edit.colour === undefined ? {} : { colour: edit.colour }),
    ...(edit.hidden === undefined ? {} : { hidden: edit.hidden }),
  }
  return { ...book, accounts: book.accounts.map((account) => (account === found ? edited : account)) }
}

export function withMoved(book: StoredBook, address: string, to: number): StoredBook {
  const found = findAccount(book, address)
  const others = book.accounts.filter((account) => account !== found)
  return { ...book, accounts: [...others.slice(0, to), found, ...others.slice(to)] }
}

/** True when no other account needs the secret that this one comes from. */
export function isLastOfSecret(book: StoredBook, address: string): boolean {
  const found = findAccount(book, address)
  return (
    found.kind !== 'watch' &&
    !book.accounts.some(
      (account) => account !== found && account.kind !== 'watch' && account.secretId === found.secretId,
    )
  )
}

/** Removes an account, and its secret's label with the last account of it. Throws `accounts/last`. */
export function withoutAccount(book: StoredBook, address: string): StoredBook {
  const found = findAccount(book, address)
  const accounts = book.accounts.filter((account) => account !== found)
  if (!accounts.some(({ kind }) => kind !== 'watch')) throw new AccountError('accounts/last')
  const next = accounts.find(({ hidden }) => !hidden) ?? accounts[0]
  const active = book.active === found.address ? (next?.address ?? '') : book.active
  const gone = isLastOfSecret(book, address) && found.kind !== 'watch' ? found.secretId : undefined
  return { active, accounts, secrets: book.secrets.filter(({ id }) => id !== gone) }
}

/** The first path of that phrase, with Secret Network's own coin type, that no account has. */
export function nextPath(book: StoredBook, secretId: string): AccountPath {
  const taken = new Set(
    book.accounts.flatMap((account) =>
      account.kind === 'phrase' && account.secretId === secretId ? [pathText(account.path)] : [],
    ),
  )
  for (let index = 0; ; index += 1) {
    const path: AccountPath = { coinType: 529, account: 0, change: 0, index }
    if (!taken.has(pathText(path))) return path
  }
}

export function findAccount(book: StoredBook, address: string): StoredAccount {
  const found = book.accounts.find((account) => account.address === address)
  if (found === undefined) throw new AccountError('accounts/unknown')
  return found
}

/** Trims; throws `accounts/name` for an empty one, a long one and half characters. */
export function checkedName(name: string): string {
  const trimmed = name.normalize('NFC').trim()
  const length = [...trimmed].length
  if (length === 0 || length > LONGEST_NAME || !trimmed.isWellFormed())
    throw new AccountError('accounts/name')
  return trimmed
}

/** A name from a file, made one that could have been typed here. */
export function shortName(name: string): string {
  const [...letters] = name.normalize('NFC').trim()
  const short = letters.slice(0, LONGEST_NAME).join('').trim()
  return short === '' || !short.isWellFormed() ? 'Account' : short
}

function newFacts(
  { accounts }: StoredBook,
  name: string | undefined,
): { name: string; colour: number; hidden: boolean } {
  return {
    name: name ?? freeName(accounts, 'Account'),
    colour: accounts.length % ACCOUNT_COLOURS.length,
    hidden: false,
  }
}

/** `Account 1`, or the first number that is free. */
export function freeName(named: readonly { readonly name: string }[], base: string): string {
  const taken = new Set(named.map(({ name }) => name))
  for (let number = named.length + 1; ; number += 1) {
    const name = `${base} ${number}`
    if (!taken.has(name)) return name
  }
}
