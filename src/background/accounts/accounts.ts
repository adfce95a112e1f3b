import { type AccountPath, accountBytesOf } from '../../crypto/index'
import { type Address, addressFromBytes } from '../../domain/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { Secret } from '../vault/secret'
import { keysOf } from '../vault/unlocked-keys'
import type { Vault } from '../vault/vault'
import { FIRST_SECRET_ID } from '../vault/vault-content'
import { VaultError } from '../vault/vault-error'
import { type Account, accountFromStored, firstPath } from './account'
import {
  type AccountEdit,
  findAccount,
  hasRoom,
  type NewKey,
  nextPath,
  withActive,
  withEdit,
  withKey,
  withMoved,
  withoutAccount,
  withWatched,
} from './account-book'
import type { SecretLabel, StoredBook } from './account-schema'
import { withRestored } from './restored-accounts'
import { withSecret, withSecretLabel, withSecretName } from './secret-labels'

/** The wallet's accounts, and which of them is in use. All of it sealed. */
export interface Accounts {
  book(): Promise<StoredBook>
  /** The one in use. */
  active(): Promise<Account>
  /** The address of a secret's first account, before anything is stored. */
  firstAddress(secret: Secret, coinType: AccountPath['coinType']): Promise<Address>
  /** Says what a secret of the vault is, and adds its first account. Gives that account's address. */
  register(secret: Secret, facts: SecretFacts): Promise<Address>
  /** Adds an account of a phrase: at that path, or at the next free one. Throws `accounts/known`. */
  add(secretId: string, path: AccountPath | undefined): Promise<Address>
  watch(address: Address, name: string): Promise<void>
  select(address: string): Promise<void>
  edit(address: string, edit: AccountEdit): Promise<void>
  move(address: string, to: number): Promise<void>
  /** Removes the account, and with the last one of a secret its label. Throws `accounts/last`. */
  remove(address: string): Promise<void>
  renameSecret(id: string, name: string): Promise<void>
  /** The phrase was shown to be written down. */
  markChecked(secretId: string): Promise<void>
  /** Adds what a backup has and this wallet has keys for. Gives how many accounts came. */
  restore(file: StoredBook): Promise<number>
  /** What it knows of the open vault ends with it. */
  forget(): void
}

export interface SecretFacts {
  readonly source: SecretLabel['source']
  readonly coinType: AccountPath['coinType']
}

interface AccountsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly vault: Pick<Vault, 'withSecrets'>
  readonly changed: () => void
}

export function createAccounts({ store, sealer, vault, changed }: AccountsParts): Accounts {
  /** Whether this worker has seen that every secret of the open vault has its place here. */
  let complete: Promise<void> | undefined

  async function change(next: (book: StoredBook) => StoredBook | Promise<StoredBook>): Promise<StoredBook> {
    return await updateSealed(store, sealer, KEYS.accounts, next)
  }

  /** Whoever waits for it gets its error; otherwise it is tried again at the next look. */
  function completed(): Promise<void> {
    if (complete !== undefined) return complete
    const started = completeBook()
    complete = started
    started.catch(() => {
      if (complete === started) complete = undefined
    })
    return started
  }

  /** Does not wait until the vault was opened for the one case in a million, unless there is nothing to show without it. */
  async function book(): Promise<StoredBook> {
    const checked = completed()
    const found = await readSealed(store, sealer, KEYS.accounts)
    if (found.secrets.length > 0) return found
    await checked
    return await readSealed(store, sealer, KEYS.accounts)
  }

  /** A worker that died after a secret went into the vault leaves one that has no account: it gets it here. */
  async function completeBook(): Promise<void> {
    const { secrets: labels } = await readSealed(store, sealer, KEYS.accounts)
    const known = new Set(labels.map(({ id }) => id))
    await vault.withSecrets(async (secrets) => {
      const unknown = secrets.filter(({ id }) => !known.has(id))
      for (const secret of unknown) await enter(secret, { source: 'created', coinType: 529 })
      if (unknown.length > 0) changed()
    })
  }

  async function enter(secret: Secret, facts: SecretFacts): Promise<Address> {
    const key = await firstKey(secret, facts.coinType)
    const address = addressOf(key)
    // The phrase of a wallet from before there were several was checked when it was made.
    const checked = facts.source === 'imported' || secret.id === FIRST_SECRET_ID
    await change((before) => {
      const labelled = withSecret(before, secret, { source: facts.source, checked })
      const known = before.accounts.find((account) => account.address === address)
      // A list that is full, or an account that is here by another way, must not keep the wallet from opening.
      const adds = known === undefined ? hasRoom(before) : known.kind === 'watch'
      return adds ? withKey(labelled, key) : labelled
    })
    return address
  }

  async function changeKnown(next: (book: StoredBook) => StoredBook): Promise<void> {
    await completed()
    await change(next)
  }

  return {
    book,
    async active() {
      const found = await book()
      return accountFromStored(findAccount(found, found.active))
    },
    firstAddress: async (secret, coinType) => addressOf(await firstKey(secret, coinType)),
    register: enter,
    async add(secretId, path) {
      await completed()
      const at = path ?? nextPath(await book(), secretId)
      const key = await vault.withSecrets(async (secrets) => {
        const secret = secrets.find(({ id }) => id === secretId)
        if (secret?.kind !== 'phrase') throw new VaultError('vault/no-secret')
        return await keyAt(secret, at)
      })
      await change((before) => withKey(before, key))
      return addressOf(key)
    },
    watch: (address, name) => changeKnown((before) => withWatched(before, address, name)),
    select: (address) => changeKnown((before) => withActive(before, address)),
    edit: (address, edit) => changeKnown((before) => withEdit(before, address, edit)),
    move: (address, to) => changeKnown((before) => withMoved(before, address, to)),
    remove: (address) => changeKnown((before) => withoutAccount(before, address)),
    renameSecret: (id, name) => changeKnown((before) => withSecretName(before, id, name)),
    markChecked: (id) => changeKnown((before) => withSecretLabel(before, id, { checked: true })),
    async restore(file) {
      const before = await readSealed(store, sealer, KEYS.accounts)
      const after = await vault.withSecrets((secrets) =>
        change((current) => withRestored(current, file, secrets)),
      )
      return after.accounts.length - before.accounts.length
    },
    forget() {
      complete = undefined
    },
  }
}

async function firstKey(secret: Secret, coinType: AccountPath['coinType']): Promise<NewKey> {
  return await keyAt(secret, secret.kind === 'phrase' ? firstPath(coinType) : undefined)
}

async function keyAt(secret: Secret, path: AccountPath | undefined): Promise<NewKey> {
  const [key] = await keysOf(secret, [path])
  if (key === undefined) throw new VaultError('vault/no-secret')
  const publicKey = key.publicKey()
  key.wipe()
  return { secretId: secret.id, publicKey, ...(path === undefined ? {} : { path }) }
}

function addressOf({ publicKey }: NewKey): Address {
  return addressFromBytes(accountBytesOf(publicKey))
}
