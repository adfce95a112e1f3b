/**
 * The wire between a page's provider, the relay beside it and the background. The page is hostile:
 * parameters cross as one JSON text, and only the background's schemas (page-schema.ts) give them a type.
 * This file has no code of weight, because it is part of the script that every page loads.
 */
import type { SottoErrorCode } from '../../types/index.d.ts'
import type { JsonObject, JsonValue } from '../domain/index'

export const REQUEST_CHANNEL = 'sotto:request'
export const REPLY_CHANNEL = 'sotto:reply'
export const EVENT_CHANNEL = 'sotto:event'

/** The longest parameter text, in UTF-16 units, that is passed on. */
export const MAX_PARAMS_LENGTH = 2_000_000

export const PAGE_METHODS = [
  'connect',
  'disconnect',
  'getAccount',
  'signAmino',
  'signDirect',
  'signDirectAux',
  'getTxPublicKey',
  'getTxKey',
  'sealMessage',
  'openCiphertext',
  'addToken',
  'getViewingKey',
  'suggestChain',
  'renameAccount',
  'isConnected',
  'getNetworks',
  'sendTx',
  'waitForTx',
  'verifyText',
  'getStanding',
] as const
export type PageMethod = (typeof PAGE_METHODS)[number]

/** Provider to relay, by window.postMessage. */
export interface PageRequest {
  readonly channel: typeof REQUEST_CHANNEL
  readonly id: string
  readonly method: PageMethod
  readonly params: string
}

/** As pages know them; the sentences are in the background. */
export type PageErrorCode = SottoErrorCode

export interface PageError {
  readonly code: PageErrorCode
  /** A short fixed sentence, never a stack, a cause or a node's answer; `tx-refused` alone quotes the node, made safe. */
  readonly message: string
  /** The network that is not known, where that is the error. */
  readonly chainId?: string
}

export type PageOutcome =
  | { readonly kind: 'result'; readonly value: JsonValue }
  | { readonly kind: 'error'; readonly error: PageError }

/** The account as a connected page sees it. Bytes are base64. */
export interface PageAccount {
  readonly name: string
  readonly algorithm: 'secp256k1'
  /** 33 bytes, compressed. */
  readonly publicKey: string
  /** bech32 */
  readonly address: string
  /** The 20 bytes in `address`, so that a page's script needs no bech32 decoder. */
  readonly addressBytes: string
}

/** A network as every page may know it: what is built in is the same for everybody. */
export interface PageNetwork {
  readonly chainId: string
  readonly name: string
  readonly bech32Prefix: string
  readonly coinType: number
  readonly denom: string
  readonly decimals: number
  readonly symbol: string
  /** Base units per unit of gas, as decimal strings. */
  readonly gasPrices: { readonly low: string; readonly average: string; readonly high: string }
  readonly testnet: boolean
}

/** What the person said of Sotto on a site. */
export type Standing = 'always' | 'ask' | 'never'

/** The `value` of each method's result. Bytes are base64; a signature is 64 bytes, r and s. */
export interface PageResults {
  readonly connect: null
  readonly disconnect: null
  readonly getAccount: PageAccount
  /** `signed` is the document as it was signed. */
  readonly signAmino: { readonly signed: JsonObject; readonly publicKey: string; readonly signature: string }
  readonly signDirect: {
    readonly bodyBytes: string
    readonly authInfoBytes: string
    readonly publicKey: string
    readonly signature: string
  }
  readonly signDirectAux: {
    readonly bodyBytes: string
    readonly publicKey: string
    readonly signature: string
  }
  /** 32 bytes. */
  readonly getTxPublicKey: string
  /** 32 bytes. */
  readonly getTxKey: string
  /** The wire bytes: nonce, sender's public key, sealed message. */
  readonly sealMessage: string
  readonly openCiphertext: string
  readonly addToken: null
  readonly getViewingKey: string
  readonly suggestChain: null
  /** The name that the account has now. */
  readonly renameAccount: string
  /** False while the wallet is locked: who is connected is sealed. */
  readonly isConnected: boolean
  readonly getNetworks: readonly PageNetwork[]
  /** The transaction's hash, 32 bytes. */
  readonly sendTx: string
  /** How the transaction ended on the chain: code 0 is success; `log` is the chain's own words, made safe. */
  readonly waitForTx: { readonly code: number; readonly log: string }
  readonly verifyText: boolean
  /** 'ask' while the wallet is locked. */
  readonly getStanding: Standing
}

/** Relay to provider, by window.postMessage. */
export interface PageReply {
  readonly channel: typeof REPLY_CHANNEL
  readonly id: string
  readonly outcome: PageOutcome
}

/** Relay to provider: something changed that a connected page should know. */
export interface PageEvent {
  readonly channel: typeof EVENT_CHANNEL
  readonly name: 'account-change'
}

/**
 * Relay to background, by runtime messaging. `gone` says that the document went away and waits for nothing any more; where the
 * browser keeps it, `back` may follow, with the same random name for this stay away.
 */
export type RelayMessage =
  | { readonly kind: 'page-request'; readonly id: string; readonly method: string; readonly params: string }
  | { readonly kind: 'page-gone'; readonly visit?: string }
  | { readonly kind: 'page-back'; readonly visit: string }

/** What the background answers at once: the outcome, or that the person is being asked. */
export type RelayAnswer =
  | { readonly kind: 'done'; readonly outcome: PageOutcome }
  | { readonly kind: 'pending' }

/** Background to relay, by tab messaging. */
export type BackgroundMessage =
  | { readonly kind: 'page-reply'; readonly id: string; readonly outcome: PageOutcome }
  | { readonly kind: 'page-waiting'; readonly id: string }
  | { readonly kind: 'page-event'; readonly name: PageEvent['name'] }

/** The relay's answer to `page-reply` and `page-waiting`: whether the page still waits for that request. */
export interface WaitingAnswer {
  readonly waiting: boolean
}
