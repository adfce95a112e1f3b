/** A vault over a browser's storage with the account in use, and one that is already made. */
import { Mnemonic, Passphrase, type TxSeed } from '../../crypto/index'
import type { Account } from '../accounts/account'
import { type Accounts, createAccounts } from '../accounts/accounts'
import { createWallet, type Wallet } from '../accounts/wallet'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import type { ReviewedTx } from '../signing/reviewed-tx'
import { createStore } from '../storage/stored'
import type { PhraseSecret } from './secret'
import { KeptVault, type Signature } from './vault'

const PHRASE =
  'grant rice replace explain federal release fix clever romance raise often wild taxi quarter soccer fiber love must tape steak together observe swap guitar'
export const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
export const PASSWORD = 'correct horse'
export const LOCK_AFTER = 15 * 60_000
const SECRET_ID = '00112233aabbccdd'

export function phraseSecret(phrase = PHRASE, id = SECRET_ID): PhraseSecret {
  const mnemonic = Mnemonic.fromText(phrase)
  return { kind: 'phrase', id, createdAt: 5, mnemonic, passphrase: Passphrase.fromText('') }
}

/** A vault with its accounts, as one worker has them. */
export class TestVault extends KeptVault {
  readonly accounts: Accounts
  readonly #wallet: Wallet

  constructor(browser: FakeBrowser, lockAfter: number) {
    const store = createStore(browser.storage)
    super({ ...browser, store, lockAfter: async () => lockAfter })
    this.accounts = createAccounts({ store, sealer: this, vault: this, changed: () => undefined })
    this.#wallet = createWallet({ vault: this, accounts: this.accounts })
  }

  async begin(password: string): Promise<void> {
    await this.create({ secrets: [phraseSecret()], password })
  }

  account(): Promise<Account> {
    return this.#wallet.account()
  }

  sign(reviewed: ReviewedTx): Promise<Signature> {
    return this.#wallet.sign(reviewed)
  }

  txSeed(chainId: string): Promise<TxSeed> {
    return this.#wallet.txSeed(chainId)
  }

  keplrTxSeed(chainId: string): Promise<TxSeed> {
    return this.#wallet.keplrTxSeed(chainId)
  }
}

/** As each new worker makes it. */
export function wake(browser: FakeBrowser, lockAfter = LOCK_AFTER): TestVault {
  return new TestVault(browser, lockAfter)
}

let made: Promise<FakeBrowser> | undefined

async function firstWallet(): Promise<FakeBrowser> {
  const browser = fakeBrowser()
  await wake(browser).begin(PASSWORD)
  return browser
}

/** A wallet that was just created. The password is stretched once for all tests; each gets its own storage. */
export async function created(): Promise<{ browser: FakeBrowser; vault: TestVault }> {
  made ??= firstWallet()
  const browser = (await made).copy()
  return { browser, vault: wake(browser) }
}
