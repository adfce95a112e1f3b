import type { DataKey, KdfParams, RandomBytes, TxSeed } from '../../crypto/index'
import { SottoError } from '../../domain/index'
import type { Account } from '../accounts/account'
import { readAccounts } from '../accounts/accounts'
import type { Alarms } from '../platform'
import { ReviewedTx } from '../signing/reviewed-tx'
import type { Sealer, Store } from '../storage/stored'
import { createUnlockedKeys, type UnlockedKeys } from './unlocked-keys'
import { openFirst, phraseOf, sealerOf, sealNewVault } from './vault-contents'
import { readVaultCopies, sameVault, writeVaultCopies } from './vault-copies'
import { VaultError } from './vault-error'
import type { StoredVault } from './vault-schema'
import { createVaultSession, type OpenSession, type VaultSession } from './vault-session'

export type VaultStatus = 'empty' | 'locked' | 'unlocked' | 'damaged'
/** `asked` by the person, `timeout` by the clock. */
export type LockReason = 'asked' | 'timeout'
/** Whether the phrase was made here or brought along. */
export type WalletSource = 'created' | 'imported'
export interface NewWallet {
  readonly phrase: string
  readonly password: string
  readonly source: WalletSource
}
export type LockListener = (reason: LockReason) => Promise<void>

export interface Signature {
  /** 64 bytes, r ‖ s. */
  readonly signature: Uint8Array
  /** Compressed, 33 bytes. */
  readonly publicKey: Uint8Array
}

/** The keys, and whether they may be used. What needs them throws `vault/locked`. */
export interface Vault extends Sealer {
  /** Looks at the clock too: a wallet past its time is locked by this look. */
  status(): Promise<VaultStatus>
  create(wallet: NewWallet): Promise<void>
  unlock(password: string): Promise<void>
  lock(reason: LockReason): Promise<void>
  /** The person did something: the time of locking moves. */
  touch(): Promise<void>
  /** Listeners run after the keys are gone. */
  onLocked(listener: LockListener): void
  account(): Promise<Account>
  sign(reviewed: ReviewedTx): Promise<Signature>
  txSeed(chainId: string): Promise<TxSeed>
  keplrTxSeed(chainId: string): Promise<TxSeed>
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

/** Its functions may be passed on without the object. */
export function createVault(parts: VaultParts): Vault {
  const kept = new KeptVault(parts)
  return {
    status: () => kept.status(),
    create: (wallet) => kept.create(wallet),
    unlock: (password) => kept.unlock(password),
    lock: (reason) => kept.lock(reason),
    touch: () => kept.touch(),
    onLocked: (listener) => kept.onLocked(listener),
    account: () => kept.account(),
    sign: (reviewed) => kept.sign(reviewed),
    txSeed: (chainId) => kept.txSeed(chainId),
    keplrTxSeed: (chainId) => kept.keplrTxSeed(chainId),
    name: (identity) => kept.name(identity),
    seal: (identity, plaintext) => kept.seal(identity, plaintext),
    open: (identity, sealed) => kept.open(identity, sealed),
  }
}

interface Unlocked {
  readonly session: OpenSession
  readonly keys: UnlockedKeys
  readonly sealer: Sealer
}

class KeptVault implements Vault {
  readonly #parts: VaultParts
  readonly #session: VaultSession
  readonly #listeners: LockListener[] = []
  #unlocked: Unlocked | undefined
  /** Creating and unlocking wait for each other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: VaultParts) {
    this.#parts = parts
    this.#session = createVaultSession(parts)
  }

  async status(): Promise<VaultStatus> {
    if ((await this.#current()) !== undefined) return 'unlocked'
    const copies = await readVaultCopies(this.#parts.store)
    return copies.kind === 'found' ? 'locked' : copies.kind
  }

  async create({ phrase, password, source }: NewWallet): Promise<void> {
    await this.#inTurn(async () => {
      const { store, random, kdf, clock, lockAfter } = this.#parts
      const copies = await readVaultCopies(store)
      if (copies.kind === 'damaged') throw new VaultError('vault/damaged')
      if (copies.kind === 'found') throw new VaultError('vault/exists')
      const content = { entries: [{ kind: 'phrase' as const, phrase, source, createdAt: clock() }] }
      const { vault, dataKey } = await sealNewVault({ content, password }, { random, kdf })
      await writeVaultCopies(store, vault)
      await this.#session.begin(dataKey, await lockAfter())
    })
  }

  async unlock(password: string): Promise<void> {
    await this.#inTurn(async () => {
      const { store, lockAfter } = this.#parts
      const copies = await readVaultCopies(store)
      if (copies.kind !== 'found') throw new VaultError(`vault/${copies.kind}`)
      const opened = await openFirst(copies.vaults, password, this.#parts)
      await this.#session.begin(opened.dataKey, await lockAfter())
      if (!copies.complete || copies.vaults.some((vault) => !sameVault(vault, opened.vault))) {
        await this.#repair(opened.vault)
      }
    })
  }

  async lock(reason: LockReason): Promise<void> {
    this.#unlocked?.keys.wipe()
    this.#unlocked = undefined
    await this.#session.end()
    await Promise.all(this.#listeners.map((listener) => listener(reason)))
  }

  async touch(): Promise<void> {
    if ((await this.#current()) === undefined) return
    await this.#session.extend(await this.#parts.lockAfter())
  }

  onLocked(listener: LockListener): void {
    this.#listeners.push(listener)
  }

  async account(): Promise<Account> {
    return await this.#accountOf(await this.#open())
  }

  async sign(reviewed: ReviewedTx): Promise<Signature> {
    const { account, signBytes } = ReviewedTx.check(reviewed)
    const held = await this.#open()
    const signer = await this.#accountOf(held)
    if (signer.address !== account) throw new VaultError('vault/other-account')
    const key = await held.keys.signingKey(signer.path)
    return { signature: key.signBytes(signBytes), publicKey: key.publicKey() }
  }

  async txSeed(chainId: string): Promise<TxSeed> {
    const held = await this.#open()
    return await held.keys.txSeed((await this.#accountOf(held)).path, chainId)
  }

  async keplrTxSeed(chainId: string): Promise<TxSeed> {
    const held = await this.#open()
    return await held.keys.keplrTxSeed((await this.#accountOf(held)).path, chainId)
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

  async #open(): Promise<Unlocked> {
    const found = await this.#current()
    if (found === undefined) throw new VaultError('vault/locked')
    return found
  }

  async #current(): Promise<Unlocked | undefined> {
    const state = await this.#session.state()
    if (state.kind === 'over') await this.lock('timeout')
    if (state.kind !== 'open') return undefined
    const { session } = state
    if (this.#unlocked?.session.dataKey !== session.dataKey) {
      this.#unlocked?.keys.wipe()
      this.#unlocked = {
        session,
        keys: createUnlockedKeys(() => this.#storedPhrase(session.dataKey)),
        sealer: sealerOf(session.dataKey, this.#parts.random),
      }
    }
    return this.#unlocked
  }

  async #accountOf({ keys, sealer }: Unlocked): Promise<Account> {
    const [first] = await readAccounts({
      store: this.#parts.store,
      sealer,
      firstKey: (path) => keys.signingKey(path),
    })
    return first
  }

  async #storedPhrase(dataKey: DataKey): Promise<string> {
    const copies = await readVaultCopies(this.#parts.store)
    if (copies.kind !== 'found') throw new VaultError('vault/damaged')
    return await phraseOf(copies.vaults, dataKey)
  }

  async #repair(vault: StoredVault): Promise<void> {
    try {
      await writeVaultCopies(this.#parts.store, vault)
    } catch (error) {
      // One good copy is still there and the person is in; the next unlock tries again.
      if (!(error instanceof SottoError)) throw error
    }
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work, work)
    this.#turn = result.catch(() => undefined)
    await result
  }
}
