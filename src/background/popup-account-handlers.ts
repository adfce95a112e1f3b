/** The popup's methods about accounts, what they come from, and names. */
import { hex } from '@scure/base'
import type { Client } from '../chain/index'
import { parseAddress } from '../domain/index'
import { accountFromStored, canSign } from './accounts/account'
import { findAccount, hasRoom, isLastOfSecret } from './accounts/account-book'
import { AccountError } from './accounts/account-error'
import type { Accounts } from './accounts/accounts'
import { candidatesOf, findAccounts } from './accounts/find-accounts'
import type { Contacts } from './contacts/contacts'
import type { HandlersOf } from './popup-handler'
import { importedSecret, type SecretParts } from './vault/new-secret'
import { type Secret, wipeSecret } from './vault/secret'
import { keysOf } from './vault/unlocked-keys'
import type { Vault } from './vault/vault'
import { VaultError } from './vault/vault-error'

export interface AccountHandlerParts extends SecretParts {
  readonly vault: Vault
  readonly accounts: Accounts
  readonly contacts: Contacts
  /** The client of the network in use. */
  readonly client: () => Promise<Client>
  /** Another account is in use: consent to what was shown ends, pages are told, its balances are asked for. */
  readonly switched: () => Promise<void>
  /** What is kept of an account besides its place in the list goes. */
  readonly forgetAccount: (address: string) => Promise<void>
  /** An account may have another name: pages that see it are told. */
  readonly renamed: () => void
  readonly changed: () => void
}

type AddMethod = 'addSecret' | 'addAccount' | 'watchAddress' | 'findAccounts'

export function addHandlers(parts: AccountHandlerParts): HandlersOf<AddMethod> {
  const { vault, accounts, changed, client } = parts

  async function addSecret(secret: Secret, coinType: 529 | 118): Promise<string> {
    const book = await accounts.book()
    const address = await accounts.firstAddress(secret, coinType)
    const known = book.accounts.find((account) => account.address === address)
    // A key whose account is here already would bring nothing but a second place to lose it from.
    if (secret.kind === 'private-key' && known !== undefined && known.kind !== 'watch')
      throw new AccountError('accounts/known')
    if (known === undefined && !hasRoom(book)) throw new AccountError('accounts/too-many')
    await vault.addSecret(secret)
    return await accounts.register(secret, { source: 'imported', coinType })
  }

  return {
    async addSecret({ secret: given, coinType }) {
      const secret = await importedSecret(given, parts)
      try {
        return { secretId: secret.id, address: await addSecret(secret, coinType) }
      } finally {
        wipeSecret(secret)
        changed()
      }
    },
    async addAccount({ secretId, path }) {
      const address = await accounts.add(secretId, path)
      changed()
      return { address }
    },
    async watchAddress({ address, name }) {
      await accounts.watch(parseAddress(address), name)
      changed()
      return null
    },
    async findAccounts({ secretId }) {
      const candidates = await vault.withSecrets((secrets) => candidatesOf(secretOf(secrets, secretId)))
      const known = new Set((await accounts.book()).accounts.map(({ address }) => address))
      return { found: await findAccounts(await client(), candidates, known) }
    },
  }
}

type ChangeMethod = 'selectAccount' | 'editAccount' | 'moveAccount' | 'removeAccount' | 'renameSecret'

export function changeHandlers(parts: AccountHandlerParts): HandlersOf<ChangeMethod> {
  const { vault, accounts, switched, changed } = parts
  return {
    async selectAccount({ address }) {
      if ((await accounts.book()).active === address) return null
      await accounts.select(address)
      await switched()
      return null
    },
    async editAccount({ address, ...edit }) {
      await accounts.edit(address, edit)
      changed()
      parts.renamed()
      return null
    },
    async moveAccount({ address, to }) {
      await accounts.move(address, to)
      changed()
      return null
    },
    async removeAccount({ address, password }) {
      const book = await accounts.book()
      const found = findAccount(book, address)
      const last = isLastOfSecret(book, address)
      if (last && password === undefined) throw new AccountError('accounts/needs-password')
      if (last && password !== undefined) await vault.checkPassword(password)
      // The account first: a kill in between leaves a key without one, which gets it back, and never an account without its key.
      await accounts.remove(address)
      if (last && found.kind !== 'watch') await vault.removeSecret(found.secretId)
      await parts.forgetAccount(address)
      if (book.active === address) await switched()
      changed()
      return null
    },
    async renameSecret({ secretId, name }) {
      await accounts.renameSecret(secretId, name)
      changed()
      return null
    },
  }
}

type RevealMethod = 'revealPhrase' | 'revealPrivateKey' | 'confirmBackup'

/** What shows a secret, each time behind the password. */
export function revealHandlers({ vault, accounts, changed }: AccountHandlerParts): HandlersOf<RevealMethod> {
  return {
    async revealPhrase({ secretId, password }) {
      await vault.checkPassword(password)
      return await vault.withSecrets((secrets) => {
        const secret = phraseOf(secrets, secretId)
        return { phrase: secret.mnemonic.toText(), passphrase: secret.passphrase.toText() }
      })
    },
    async revealPrivateKey({ address, password }) {
      const account = accountFromStored(findAccount(await accounts.book(), address))
      if (!canSign(account)) throw new AccountError('accounts/watch-only')
      await vault.checkPassword(password)
      const { secretId, path } = account.key
      return await vault.withSecrets(async (secrets) => {
        const [key] = await keysOf(secretOf(secrets, secretId), [path])
        if (key === undefined) throw new VaultError('vault/no-secret')
        const privateKey = key.use(hex.encode)
        key.wipe()
        return { privateKey }
      })
    },
    async confirmBackup({ secretId, words }) {
      const wrongPlaces = await vault.withSecrets((secrets) => {
        const { mnemonic } = phraseOf(secrets, secretId)
        return words.filter(({ place, word }) => !mnemonic.hasWord(place, word)).map(({ place }) => place)
      })
      const places = new Set(words.map(({ place }) => place))
      if (wrongPlaces.length === 0 && places.size === words.length) {
        await accounts.markChecked(secretId)
        changed()
      }
      return { wrongPlaces }
    },
  }
}

type ContactMethod = 'saveContact' | 'removeContact'

export function contactHandlers({ contacts, changed }: AccountHandlerParts): HandlersOf<ContactMethod> {
  return {
    async saveContact({ address, name, note }) {
      await contacts.save({ address: parseAddress(address), name, note })
      changed()
      return null
    },
    async removeContact({ address }) {
      await contacts.remove(address)
      changed()
      return null
    },
  }
}

function secretOf(secrets: readonly Secret[], id: string): Secret {
  const secret = secrets.find((candidate) => candidate.id === id)
  if (secret === undefined) throw new VaultError('vault/no-secret')
  return secret
}

function phraseOf(secrets: readonly Secret[], id: string): Extract<Secret, { kind: 'phrase' }> {
  const secret = secretOf(secrets, id)
  if (secret.kind !== 'phrase') throw new VaultError('vault/no-secret')
  return secret
}
