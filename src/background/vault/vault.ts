import { accountBytesOf, type KdfParams, type RandomBytes, type TxSeed } from '../../crypto/index'
import { addressFromBytes } from '../../domain/index'
import type { PasskeyRequestView, PasskeyView } from '../../messages/popup'
import type { Alarms } from '../platform'
import { ReviewedTx } from '../signing/reviewed-tx'
import { forgetOpened, removeEverything, type Sealer, type Store } from '../storage/stored'
import { createOpenVault, type OpenVault } from './open-vault'
import { createPasskeys, type NewPasskey, type PasskeyAnswer, type Passkeys } from './passkeys'
import { createPasswordAttempts, type PasswordAttempts } from './password-attempts'
import { isSameSecret, newSecretId, type Secret } from './secret'
import type { KeyRef } from './unlocked-keys'
import { readVaultCopies } from './vault-copies'
import { VaultError } from './vault-error'
import {
  changeVaultContent,
  changeVaultPassword,
  createVaultFile,
  type NewWallet,
  openVaultFile,
  withVaultContent,
} from './vault-file'
import { createVaultSession, LOCK_ALARM, type VaultSession } from './vault-session'

export type VaultStatus = 'empty' | 'locked' | 'unlocked' | 'damaged'
/** `asked` by the person, `timeout` by the clock, `away` because the computer was locked. */
export type LockReason = 'asked' | 'timeout' | 'away'
export type LockListener = (reason: LockReason) => Promise<void>

export interface Signature {
  /** 64 bytes, r ‖ s. */
  readonly signature: Uint8Array
  /** Compressed, 33 bytes. */
  readonly publicKey: Uint8Array
}

/** What may be known of a wallet that is locked. */
export interface LockedFacts {
  /** Milliseconds since 1970, while wrong passwords make the next one wait. */
  readonly retryAt?: number
  readonly passkeys: readonly PasskeyRequestView[]
  /** One of the two copies is damaged and the other is whole. */
  readonly mends: boolean
}

/** The keys, and whether they may be used. What needs them throws `vault/locked`. */
export interface Vault extends Sealer {
  /** Looks at the clock too: a wallet past its time is locked by this look. */
  status(): Promise<VaultStatus>
  lockedFacts(): Promise<LockedFacts>
  create(wallet: NewWallet): Promise<void>
  /** Throws `vault/wrong-password`, `vault/wait`, `vault/damaged`. */
  unlock(password: string): Promise<void>
  unlockWithPasskey(answer: PasskeyAnswer): Promise<void>
  lock(reason: LockReason): Promise<void>
  /** Locks and deletes everything there is. Throws `vault/not-forgotten`. */
  forget(): Promise<void>
  /** The person did something: the time of locking moves. */
  touch(): Promise<void>
  /** Listeners run after the keys are gone. */
  onLocked(listener: LockListener): void
  /** Asks for the password again before something that cannot be taken back. Throws as `unlock`. */
  checkPassword(password: string): Promise<void>
  changePassword(change: { readonly password: string; readonly next: string }): Promise<void>
  addPasskey(passkey: NewPasskey): Promise<void>
  removePasskey(credentialId: string): Promise<void>
  passkeyViews(): Promise<readonly PasskeyView[]>
  /** Lends every secret to `work` and wipes them afterwards. */
  withSecrets<R>(work: (secrets: readonly Secret[]) => R | Promise<R>): Promise<R>
  /** One whose id is taken, as a file's may be, gets another. Throws `vault/secret-known`. */
  addSecret(secret: Secret): Promise<void>
  removeSecret(id: string): Promise<void>
  /** Signs what was reviewed for the account of that key. Throws `vault/other-account`. */
  signWith(key: KeyRef, reviewed: ReviewedTx): Promise<Signature>
  txSeedOf(key: KeyRef, chainId: string): Promise<TxSeed>
  keplrTxSeedOf(key: KeyRef, chainId: string): Promise<TxSeed>
}

export interface VaultParts {
  readonly store: Store
  readonly alarms: Alarms
  readonly clock: () => number
  readonly random: RandomBytes
  readonly kdf: KdfParams
  /** The auto-lock time in milliseconds. */
  readonly lockAfter: () => Promise<number>
}

export class KeptVault implements Vault {
  readonly #parts: VaultParts
  readonly #session: VaultSession
  readonly #attempts: PasswordAttempts
  readonly #passkeys: Passkeys
  readonly #listeners: LockListener[] = []
  #unlocked: OpenVault | undefined
  #timingOut: Promise<void> | undefined
  /** What changes the stored vault, or tries a password, goes one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: VaultParts) {
    this.#parts = parts
    this.#session = createVaultSession(parts)
    this.#attempts = createPasswordAttempts(parts)
    this.#passkeys = createPasskeys({ ...parts, sealer: this })
  }

  async status(): Promise<VaultStatus> {
    if ((await this.#current()) !== undefined) return 'unlocked'
    const copies = await readVaultCopies(this.#parts.store)
    return copies.kind === 'found' ? 'locked' : copies.kind
  }

  async lockedFacts(): Promise<LockedFacts> {
    const [copies, retryAt, passkeys] = await Promise.all([
      readVaultCopies(this.#parts.store),
      this.#attempts.retryAt(),
      this.#passkeys.requests(),
    ])
    const mends = copies.kind === 'found' && copies.damaged
    return { ...(retryAt === undefined ? {} : { retryAt }), passkeys, mends }
  }

  async create(wallet: NewWallet): Promise<void> {
    await this.#inTurn(async () => {
      await this.#begin(await createVaultFile(this.#parts, wallet))
    })
  }

  async unlock(password: string): Promise<void> {
    await this.#inTurn(async () => {
      await this.#begin(await this.#attempts.attempt(() => openVaultFile(this.#parts, password)))
    })
  }

  async unlockWithPasskey(answer: PasskeyAnswer): Promise<void> {
    await this.#inTurn(async () => {
      const dataKey = await this.#passkeys.open(answer)
      // A key that opens nothing here must not pass for an unlocked wallet.
      await withVaultContent(this.#parts.store, dataKey, () => undefined)
      await this.#begin(dataKey)
    })
  }

  async lock(reason: LockReason): Promise<void> {
    this.#unlocked?.keys.wipe()
    this.#unlocked = undefined
    forgetOpened(this.#parts.store)
    await this.#session.end()
    await Promise.all(this.#listeners.map((listener) => listener(reason)))
  }

  async forget(): Promise<void> {
    await this.#inTurn(async () => {
      await this.lock('asked')
      await this.#parts.alarms.clear(LOCK_ALARM)
      if (!(await removeEverything(this.#parts.store))) throw new VaultError('vault/not-forgotten')
    })
  }

  async touch(): Promise<void> {
    if ((await this.#current()) === undefined) return
    await this.#session.extend(await this.#parts.lockAfter())
  }

  onLocked(listener: LockListener): void {
    this.#listeners.push(listener)
  }

  async checkPassword(password: string): Promise<void> {
    await this.#inTurn(async () => {
      const dataKey = await this.#attempts.attempt(() => openVaultFile(this.#parts, password))
      dataKey.wipe()
    })
  }

  async changePassword(change: { readonly password: string; readonly next: string }): Promise<void> {
    await this.#inTurn(() => this.#attempts.attempt(() => changeVaultPassword(this.#parts, change)))
  }

  async addPasskey(passkey: NewPasskey): Promise<void> {
    await this.#passkeys.add((await this.#open()).dataKey, passkey)
  }

  async removePasskey(credentialId: string): Promise<void> {
    await this.#passkeys.remove(credentialId)
  }

  async passkeyViews(): Promise<readonly PasskeyView[]> {
    return await this.#passkeys.views()
  }

  async withSecrets<R>(work: (secrets: readonly Secret[]) => R | Promise<R>): Promise<R> {
    const { dataKey } = await this.#open()
    return await withVaultContent(this.#parts.store, dataKey, ({ secrets }) => work(secrets))
  }

  async addSecret(secret: Secret): Promise<void> {
    await this.#inTurn(async () => {
      const { dataKey } = await this.#open()
      await changeVaultContent(this.#parts, dataKey, (secrets) => {
        if (secrets.some((known) => isSameSecret(known, secret))) throw new VaultError('vault/secret-known')
        const taken = secrets.some(({ id }) => id === secret.id)
        return [...secrets, taken ? { ...secret, id: newSecretId(this.#parts.random) } : secret]
      })
    })
  }

  async removeSecret(id: string): Promise<void> {
    await this.#inTurn(async () => {
      const { dataKey } = await this.#open()
      await changeVaultContent(this.#parts, dataKey, (secrets) => {
        const left = secrets.filter((secret) => secret.id !== id)
        if (left.length === 0 || left.length === secrets.length) throw new VaultError('vault/no-secret')
        return left
      })
    })
  }

  async signWith(key: KeyRef, reviewed: ReviewedTx): Promise<Signature> {
    const { account, signBytes } = ReviewedTx.check(reviewed)
    const signing = await (await this.#open()).keys.signingKey(key)
    const publicKey = signing.publicKey()
    if (addressFromBytes(accountBytesOf(publicKey)) !== account) throw new VaultError('vault/other-account')
    return { signature: signing.signBytes(signBytes), publicKey }
  }

  async txSeedOf(key: KeyRef, chainId: string): Promise<TxSeed> {
    return await (await this.#open()).keys.txSeed(key, chainId)
  }

  async keplrTxSeedOf(key: KeyRef, chainId: string): Promise<TxSeed> {
    return await (await this.#open()).keys.keplrTxSeed(key, chainId)
  }

  async name(identity: string): Promise<string> {
    return await (await this.#open()).sealer.name(identity)
  }

  async seal(identity: string, plaintext: Uint8Array): Promise<Uint8Array> {
    return await (await this.#open()).sealer.seal(identity, plaintext)
  }

  async open(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
    return await (await this.#open()).sealer.open(identity, sealed)
  }

  async #begin(dataKey: Parameters<VaultSession['begin']>[0]): Promise<void> {
    await this.#session.begin(dataKey, await this.#parts.lockAfter())
  }

  async #open(): Promise<OpenVault> {
    const found = await this.#current()
    if (found === undefined) throw new VaultError('vault/locked')
    return found
  }

  async #current(): Promise<OpenVault | undefined> {
    const state = await this.#session.state()
    if (state.kind === 'over') await this.#timeOut()
    if (state.kind !== 'open') return undefined
    const { dataKey } = state.session
    if (this.#unlocked?.dataKey !== dataKey) {
      this.#unlocked?.keys.wipe()
      this.#unlocked = createOpenVault(dataKey, this.#parts)
    }
    return this.#unlocked
  }

  /** Everything that sees the time pass at once locks once. */
  async #timeOut(): Promise<void> {
    this.#timingOut ??= this.lock('timeout')
    try {
      await this.#timingOut
    } finally {
      this.#timingOut = undefined
    }
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work, work)
    this.#turn = result.catch(() => undefined)
    await result
  }
}
