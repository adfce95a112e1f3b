import type { TxSeed } from '../../crypto/index'
import type { ReviewedTx } from '../signing/reviewed-tx'
import type { KeyRef } from '../vault/unlocked-keys'
import type { Signature, Vault } from '../vault/vault'
import { type Account, canSign } from './account'
import { AccountError } from './account-error'
import type { Accounts } from './accounts'

/** The account in use and its keys. What needs a key throws `accounts/watch-only` when there is none, and `vault/locked`. */
export interface OpenAccount {
  account(): Promise<Account>
  /** Throws `vault/other-account` when something else was reviewed. */
  sign(reviewed: ReviewedTx): Promise<Signature>
  txSeed(chainId: string): Promise<TxSeed>
  /** What another wallet derives from the same key; it only reads. */
  keplrTxSeed(chainId: string): Promise<TxSeed>
}

/** What most of the background needs of the wallet: whether it is open, and the account in use. */
export type Wallet = Pick<Vault, 'status' | 'onLocked' | 'name' | 'seal' | 'open'> & OpenAccount

interface WalletParts {
  readonly vault: Vault
  readonly accounts: Pick<Accounts, 'active'>
}

export function createWallet({ vault, accounts }: WalletParts): Wallet {
  async function key(): Promise<KeyRef> {
    const account = await accounts.active()
    if (!canSign(account)) throw new AccountError('accounts/watch-only')
    return account.key
  }

  return {
    status: () => vault.status(),
    onLocked: (listener) => vault.onLocked(listener),
    name: (identity) => vault.name(identity),
    seal: (identity, plaintext) => vault.seal(identity, plaintext),
    open: (identity, sealed) => vault.open(identity, sealed),
    account: accounts.active,
    sign: async (reviewed) => await vault.signWith(await key(), reviewed),
    txSeed: async (chainId) => await vault.txSeedOf(await key(), chainId),
    keplrTxSeed: async (chainId) => await vault.keplrTxSeedOf(await key(), chainId),
  }
}
