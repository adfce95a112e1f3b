/** What the popup may see of keys, accounts and names: everything about them but the secrets. */

/** An account by what a person calls it and where it is. */
export interface AccountView {
  readonly name: string
  readonly address: string
}

/** One of the person's own accounts, in the person's order. */
export interface OwnAccountView extends AccountView {
  /** One of the `ACCOUNT_COLOURS`, counted from 0. */
  readonly colour: number
  /** Left out of the switcher; still here, still backed up. */
  readonly hidden: boolean
  readonly keys: AccountKeysView
}

/** What an account signs with. */
export type AccountKeysView =
  | {
      readonly kind: 'phrase'
      readonly secretId: string
      /** As BIP-32 writes it, such as m/44'/529'/0'/0/0. */
      readonly path: string
    }
  | { readonly kind: 'private-key'; readonly secretId: string }
  /** Nothing: it can be looked at, and it cannot sign. */
  | { readonly kind: 'watch' }

/** A recovery phrase or a private key that the vault holds. */
export interface SecretView {
  readonly id: string
  readonly name: string
  readonly kind: 'phrase' | 'private-key'
  /** How many words; absent for a private key. */
  readonly words?: number
  /** True when an extra BIP-39 passphrase belongs to it. */
  readonly passphrase: boolean
  readonly source: 'created' | 'imported'
  readonly createdAt: number
  /** False while nobody has shown that the phrase made here was written down. */
  readonly checked: boolean
}

export interface ContactView {
  readonly address: string
  readonly name: string
  readonly note: string
}

/** A passkey that opens this wallet besides the password. */
export interface PasskeyView {
  /** The credential's id, base64url. */
  readonly credentialId: string
  readonly name: string
  readonly createdAt: number
}

/** What a page of ours needs to ask the browser for a passkey before the wallet is open. */
export interface PasskeyRequestView {
  readonly credentialId: string
  /** 32 bytes in base64, the input of the PRF extension. */
  readonly salt: string
}

export interface LockedView {
  readonly kind: 'locked'
  /** Origins whose requests wait for the wallet to be opened. */
  readonly waitingSites: readonly string[]
  /** Milliseconds since 1970: after wrong passwords no attempt is taken before then. */
  readonly retryAt?: number
  readonly passkeys: readonly PasskeyRequestView[]
  /** True when one of the two saved copies was damaged and the other is whole: unlocking mends it. */
  readonly mends: boolean
}

/** An account that a secret leads to, found on chain. */
export interface FoundAccount {
  readonly path: AccountPathView
  readonly address: string
  /** Base units of the network's coin; absent when the node did not say. */
  readonly amount?: string
  /** True when the chain has ever seen it. */
  readonly used: boolean
  /** True when it is one of the wallet's accounts already. */
  readonly known: boolean
}

/** m/44'/{coinType}'/{account}'/{change}/{index} */
export interface AccountPathView {
  readonly coinType: 529 | 118
  readonly account: number
  readonly change: number
  readonly index: number
}

/** What a restored backup brought. */
export interface RestoredView {
  readonly secrets: number
  readonly accounts: number
  readonly contacts: number
  readonly tokens: number
}
