/**
 * What a page finds at `window.sotto`, and how it finds several wallets. Copy this file into a project, or point
 * `types` at it. It depends on nothing. docs/provider.md tells the story; every promise rejects with a SottoError.
 */

export type SottoErrorCode =
  | 'rejected'
  | 'muted'
  | 'busy'
  | 'no-wallet'
  | 'no-account'
  | 'unknown-chain'
  | 'not-connected'
  | 'signer-mismatch'
  | 'chain-mismatch'
  | 'no-viewing-key'
  | 'not-here'
  | 'key-mismatch'
  | 'tx-refused'
  | 'tx-unclear'
  | 'not-yours'
  | 'bad-request'
  | 'blocked'
  | 'unavailable'

export interface SottoError extends Error {
  readonly code: SottoErrorCode
}

export interface SuggestedNetwork {
  readonly chainId: string
  readonly name: string
  readonly bech32Prefix: string
  readonly coinType: number
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
  /** bech32 */
  readonly address: string
  /** The 20 bytes in the address. */
  readonly addressBytes: Uint8Array
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

/** What the person may not change before signing, and what need not be checked. */
export interface EditOptions {
  readonly keepFee?: boolean
  readonly keepMemo?: boolean
  readonly skipBalanceCheck?: boolean
}

export interface DirectSignDoc {
  readonly bodyBytes?: Uint8Array | null
  readonly authInfoBytes?: Uint8Array | null
  readonly chainId?: string | null
  /** A bigint, a number, decimal text, or anything whose toString says the number. */
  readonly accountNumber?: { toString(): string } | null
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

export interface Sotto {
  /** The version of this surface. A new member does not change it; a changed one does. */
  readonly version: 1
  connect(chainIds: string | readonly string[]): Promise<void>
  disconnect(chainIds?: string | readonly string[]): Promise<void>
  isConnected(chainIds: string | readonly string[]): Promise<boolean>
  getNetworks(): Promise<readonly SottoNetwork[]>
  getAccount(chainId: string): Promise<SottoAccount>
  signAmino(chainId: string, signer: string, signDoc: object, options?: EditOptions): Promise<SignedAmino>
  signDirect(
    chainId: string,
    signer: string,
    signDoc: DirectSignDoc,
    options?: EditOptions,
  ): Promise<SignedDirect>
  signText(chainId: string, signer: string, data: string | Uint8Array): Promise<Signed>
  verifyText(chainId: string, signer: string, data: string | Uint8Array, signed: Signed): Promise<boolean>
  sendTx(chainId: string, tx: Uint8Array): Promise<Uint8Array>
  waitForTx(chainId: string, hash: Uint8Array): Promise<{ readonly code: number; readonly log: string }>
  getTxPublicKey(chainId: string): Promise<Uint8Array>
  getTxKey(chainId: string, nonce: Uint8Array): Promise<Uint8Array>
  sealMessage(chainId: string, codeHash: string, message: object): Promise<Uint8Array>
  openCiphertext(chainId: string, ciphertext: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>
  addToken(chainId: string, contract: string, viewingKey?: string): Promise<void>
  getViewingKey(chainId: string, contract: string): Promise<string>
  /** Offers a network of the Secret kind. Resolves at once where it is known; nothing known is ever replaced. */
  addNetwork(network: SuggestedNetwork): Promise<void>
  /** Returns the function that ends it. */
  onAccountChange(listener: () => void): () => void
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
