/** The popup's methods about the wallet as a whole: beginning it, opening and closing it, passwords, passkeys, backups. */
import type { KdfParams, RandomBytes } from '../crypto/index'
import { SottoError } from '../domain/index'
import { FORGET_WORDS } from '../messages/key-facts'
import type { Accounts } from './accounts/accounts'
import type { Backups } from './backup/backups'
import type { HandlersOf } from './popup-handler'
import { updateSettings } from './settings/settings'
import type { Store } from './storage/stored'
import { createdSecret, importedSecret, type SecretParts } from './vault/new-secret'
import { type Secret, wipeSecret } from './vault/secret'
import type { Vault } from './vault/vault'

export interface VaultHandlerParts extends SecretParts {
  readonly store: Store
  readonly random: RandomBytes
  readonly kdf: KdfParams
  readonly vault: Vault
  readonly accounts: Accounts
  readonly backups: Backups
  /** The wallet was opened: what waited for that goes on, without keeping the person waiting. */
  readonly opened: () => void
  readonly changed: () => void
}

type BeginMethod = 'createVault' | 'importVault' | 'restoreBackup' | 'forgetWallet'

/** From nothing to a wallet, and back. */
export function beginHandlers(parts: VaultHandlerParts): HandlersOf<BeginMethod> {
  const { vault, accounts, backups, opened, changed } = parts

  async function begin(
    secret: Secret,
    password: string,
    facts: Parameters<Accounts['register']>[1],
  ): Promise<{ readonly secretId: string }> {
    try {
      await vault.create({ secrets: [secret], password })
      await accounts.register(secret, facts)
    } finally {
      wipeSecret(secret)
    }
    changed()
    opened()
    return { secretId: secret.id }
  }

  return {
    async createVault({ words, password }) {
      return await begin(await createdSecret(words, parts), password, { source: 'created', coinType: 529 })
    },
    async importVault({ secret, password, coinType }) {
      return await begin(await importedSecret(secret, parts), password, { source: 'imported', coinType })
    },
    async restoreBackup(params) {
      const restored = await backups.restore(params)
      changed()
      opened()
      return restored
    },
    async forgetWallet({ confirmation }) {
      if (confirmation.trim().toLowerCase() !== FORGET_WORDS) {
        throw new SottoError('vault/not-confirmed', `Type “${FORGET_WORDS}” to delete everything.`)
      }
      await vault.forget()
      changed()
      return null
    },
  }
}

type LockMethod = 'unlock' | 'unlockWithPasskey' | 'lock' | 'setAutoLock'

export function lockHandlers({ vault, store, opened, changed }: VaultHandlerParts): HandlersOf<LockMethod> {
  async function open(unlock: () => Promise<void>): Promise<null> {
    try {
      await unlock()
    } finally {
      // A wrong password changes what the lock screen says, too.
      changed()
    }
    opened()
    return null
  }

  return {
    unlock: ({ password }) => open(() => vault.unlock(password)),
    unlockWithPasskey: (answer) => open(() => vault.unlockWithPasskey(answer)),
    async lock() {
      await vault.lock('asked')
      return null
    },
    async setAutoLock({ minutes }) {
      await updateSettings(store, { autoLockMinutes: minutes })
      // The running time follows the new length at once.
      await vault.touch()
      changed()
      return null
    },
  }
}

type ProtectMethod = 'changePassword' | 'addPasskey' | 'removePasskey' | 'makeBackup'

export function protectHandlers({ vault, backups, changed }: VaultHandlerParts): HandlersOf<ProtectMethod> {
  return {
    async changePassword(change) {
      await vault.changePassword(change)
      return null
    },
    async addPasskey({ password, ...passkey }) {
      await vault.checkPassword(password)
      await vault.addPasskey(passkey)
      changed()
      return null
    },
    async removePasskey({ credentialId }) {
      await vault.removePasskey(credentialId)
      changed()
      return null
    },
    async makeBackup({ password, keys }) {
      await vault.checkPassword(password)
      return await backups.save({ password, keys })
    },
  }
}
