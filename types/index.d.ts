/**
 * What a page finds at `window.sotto`, and how it finds several wallets. Copy this file into a project, or point
 * `types` at it. It depends on nothing. docs/provider.md tells the story; every promise rejects with a SottoError.
 */

export type SottoErrorCode =
  | 'rejected'
  | 'muted'
  | 'busy'
  | 'no-wallet'
  /** The account in use is only watched: there is nothing that a site could have of it. */
  | 'no-account'
  | 'unknown-chain'
  | 'signer-mismatch'
  | 'chain-mismatch'
  | 'no-viewing-key'
  /** The person does not want Sotto on this site. */
  | 'not-here'
  | 'key-mismatch'
  /** A node checked the transaction and refused it: the message holds the node's own words. */
  | 'tx-refused'
  /** The transaction may be on its way, or not. */
  | 'tx-unclear'
  | 'not-yours'
  | 'bad-request'
  /** A signer or contract that is no address: the message says why. */
  | 'bad-address'
  | 'blocked'
  | 'unavailable'

export interface SottoError extends Error {
  readonly code: SottoErrorCode
  /** The first network of those named that Sotto does not know; of `unknown-chain` alone. */
  readonly chainId?: string
}

/** What a page finds at `window.sotto`. Every failure is an Error with a `code` of PageErrorCode. */
export interface Sotto {
  /** The version of this surface. A new member does not change it; a changed one does. */
  readonly version: 1
  /** Asks the person to show this site the account. Resolves at once where that was granted before. */
  connect(chainIds: string | readonly string[]): Promise<void>
  /** Gives up what was granted; without chain ids, on every chain. */
  disconnect(chainIds?: string | readonly string[]): Promise<void>
  /** Whether connecting would ask nothing. Opens no window; false while the wallet is locked. */
  isConnected(chainIds: string | readonly string[]): Promise<boolean>
  /** The networks that are built in. */
  getNetworks(): Promise<readonly SottoNetwork[]>
  getAccount(chainId: string): Promise<SottoAccount>
  /** Signs an amino document, a query permit or an ADR-36 document, after the person approved it. */
  signAmino(chainId: string, signer: string, signDoc: object, options?: EditOptions): Promise<SignedAmino>
  /** Signs protobuf bytes, after the person approved what they say. */
  signDirect(
    chainId: string,
    signer: string,
    signDoc: DirectSignDoc,
    options?: EditOptions,
  ): Promise<SignedDirect>
  /**
   * Signs a transaction whose fee somebody else adds and pays (SIGN_MODE_DIRECT_AUX). Rejects with `key-mismatch` for a
   * document with another key than the account's.
   */
  signDirectAux(
    chainId: string,
    signer: string,
    signDoc: AuxSignDoc,
    options?: EditOptions,
  ): Promise<SignedAux>
  /** Signs a text, or bytes, as ADR-36 says: no chain takes it for a transaction. */
  signText(chainId: string, signer: string, data: string | Uint8Array): Promise<Signed>
  /** Whether the selected account signed that text. Rejects with `key-mismatch` for another key. */
  verifyText(chainId: string, signer: string, data: string | Uint8Array, signed: Signed): Promise<boolean>
  /** Sends a signed transaction (TxRaw); its hash, 32 bytes. Rejects with `tx-refused` in the node's words, or `tx-unclear`. */
  sendTx(chainId: string, tx: Uint8Array): Promise<Uint8Array>
  /** Waits for a transaction to be on the chain, up to a minute: code 0 is success. Rejects with `tx-unclear` after that. */
  waitForTx(chainId: string, hash: Uint8Array): Promise<{ readonly code: number; readonly log: string }>
  /** The 32-byte X25519 key that this account's contract messages are sent under. */
  getTxPublicKey(chainId: string): Promise<Uint8Array>
  /** The 32-byte key of the one message with this 32-byte nonce. */
  getTxKey(chainId: string, nonce: Uint8Array): Promise<Uint8Array>
  /** Encrypts a contract message: nonce, public key and sealed text, ready for `msg` of an execute message. */
  sealMessage(chainId: string, codeHash: string, message: object): Promise<Uint8Array>
  /** Decrypts a contract's answer to the message with this nonce. */
  openCiphertext(chainId: string, ciphertext: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>
  /** Offers a SNIP-20 token to the wallet, with its viewing key where the site knows it. */
  addToken(chainId: string, contract: string, viewingKey?: string): Promise<void>
  /** The viewing key of a token that the person keeps in the wallet. */
  getViewingKey(chainId: string, contract: string): Promise<string>
  /** Offers a network of the Secret kind to the wallet. Resolves at once where it is known; nothing known is ever replaced. */
  addNetwork(network: SuggestedNetwork): Promise<void>
  /**
   * Asks the person to call the account so; with `editable`, they may write another name instead. Resolves to the name that
   * it then has.
   */
  renameAccount(name: string, editable?: boolean): Promise<string>
  /** Calls back whenever the person chose another account or gave it another name; returns the function that ends it. */
  onAccountChange(listener: () => void): () => void
}

export interface SottoNetwork {
  readonly chainId: string
  readonly name: string
  readonly bech32Prefix: string
  readonly coinType: number
  readonly denom: string
  readonly decimals: number
  readonly symbol: string
  /** Base units per unit of gas, as decimal text. */
  readonly gasPrices: { readonly low: string; readonly average: string; readonly high: string }
  readonly testnet: boolean
}

/** A network that is not built in, as a site describes it. */
export interface SuggestedNetwork
  extends Pick<SottoNetwork, 'chainId' | 'name' | 'bech32Prefix' | 'coinType'> {
  readonly denom: string
  readonly symbol: string
  readonly decimals: number
  /** Its node's REST address: https, or this computer. */
  readonly endpoint: string
  /** The site says that contracts of this network are secret. */
  readonly saysSecret: boolean
  /** Base units per unit of gas. */
  readonly gasPrices?: { readonly low: number; readonly average: number; readonly high: number } | undefined
}

export interface SottoAccount {
  readonly name: string
  readonly algorithm: 'secp256k1'
  /** 33 bytes, compressed. */
  readonly publicKey: Uint8Array
  readonly address: string
  /** The 20 bytes in the address. */
  readonly addressBytes: Uint8Array
}

/** What the person may not change in a document before signing it. */
export interface EditOptions {
  readonly keepFee?: boolean | undefined
  readonly keepMemo?: boolean | undefined
  /** The site knows that the account cannot pay yet. */
  readonly skipBalanceCheck?: boolean | undefined
}

export interface DirectSignDoc {
  readonly bodyBytes?: Uint8Array | null
  readonly authInfoBytes?: Uint8Array | null
  readonly chainId?: string | null
  /** A bigint, a number, decimal text, or anything whose toString says the number. */
  readonly accountNumber?: { toString(): string } | null
}

export interface AuxSignDoc extends Pick<DirectSignDoc, 'bodyBytes' | 'chainId' | 'accountNumber'> {
  /** The account's own key as protobuf names it: `/cosmos.crypto.secp256k1.PubKey`. */
  readonly publicKey?: { readonly typeUrl: string; readonly value: Uint8Array } | null
  /** Like `accountNumber`. */
  readonly sequence?: DirectSignDoc['accountNumber']
}

export interface Signed {
  /** 33 bytes, compressed. */
  readonly publicKey: Uint8Array
  /** 64 bytes, r and s. */
  readonly signature: Uint8Array
}

export interface SignedAmino extends Signed {
  /** The document as it was signed. */
  readonly signed: object
}

export interface SignedDirect extends Signed {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
}

export interface SignedAux extends Signed {
  readonly bodyBytes: Uint8Array
}

/** The detail of a `cosmos-wallet:announce` event, frozen. `Provider` is the announcing wallet's own surface. */
export interface WalletAnnouncement<Provider = unknown> {
  readonly info: {
    readonly name: string
    /** A stable name in reverse-domain form, such as `sotto.wallet`. */
    readonly rdns: string
    /** A data: address of an image. */
    readonly icon?: string
  }
  readonly provider: Provider
}

declare global {
  interface Window {
    readonly sotto?: Sotto
  }
  interface WindowEventMap {
    'cosmos-wallet:announce': CustomEvent<WalletAnnouncement>
    'cosmos-wallet:request': Event
  }
}
