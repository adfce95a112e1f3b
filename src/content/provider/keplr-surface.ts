import type { AuxSignDoc, DirectSignDoc } from '../../../types/index.d.ts'
import type { PageLong } from './page-long'

/** The members of `window.keplr` that we answer, with the shapes that dApps and their libraries expect. */
export interface KeplrSurface {
  readonly version: string
  readonly mode: 'extension'
  /** Pages write here. */
  defaultOptions: { readonly sign?: SignOptions }
  ping(): Promise<void>
  enable(chainIds: string | string[]): Promise<void>
  disable(chainIds?: string | string[]): Promise<void>
  getKey(chainId: string): Promise<KeplrKey>
  getKeysSettled(chainIds: string[]): Promise<SettledKey[]>
  changeKeyRingName(options: { defaultName: string; editable?: boolean }): Promise<string>
  getChainInfosWithoutEndpoints(): Promise<KeplrChain[]>
  getChainInfoWithoutEndpoints(chainId: string): Promise<KeplrChain>
  signAmino(
    chainId: string,
    signer: string,
    signDoc: AminoDoc,
    signOptions?: SignOptions,
  ): Promise<AminoResponse>
  signDirect(
    chainId: string,
    signer: string,
    signDoc: DirectSignDoc,
    signOptions?: SignOptions,
  ): Promise<DirectResponse>
  signDirectAux(
    chainId: string,
    signer: string,
    signDoc: AuxSignDoc,
    signOptions?: SignOptions,
  ): Promise<AuxResponse>
  signArbitrary(chainId: string, signer: string, data: string | Uint8Array): Promise<StdSignature>
  verifyArbitrary(
    chainId: string,
    signer: string,
    data: string | Uint8Array,
    signature: StdSignature,
  ): Promise<boolean>
  sendTx(chainId: string, tx: Uint8Array, mode: 'block' | 'sync' | 'async'): Promise<Uint8Array>
  getOfflineSigner(chainId: string, signOptions?: SignOptions): AminoSigner & DirectSigner
  getOfflineSignerOnlyAmino(chainId: string, signOptions?: SignOptions): AminoSigner
  getOfflineSignerAuto(chainId: string, signOptions?: SignOptions): Promise<AminoSigner & DirectSigner>
  getEnigmaUtils(chainId: string): EnigmaUtils
  getEnigmaPubKey(chainId: string): Promise<Uint8Array>
  getEnigmaTxEncryptionKey(chainId: string, nonce: Uint8Array): Promise<Uint8Array>
  enigmaEncrypt(chainId: string, contractCodeHash: string, msg: object): Promise<Uint8Array>
  enigmaDecrypt(chainId: string, ciphertext: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>
  suggestToken(chainId: string, contractAddress: string, viewingKey?: string): Promise<void>
  getSecret20ViewingKey(chainId: string, contractAddress: string): Promise<string>
  experimentalSuggestChain(chainInfo: SuggestedChain): Promise<void>
}

/** The parts of a chain's description that are read. */
export interface SuggestedChain {
  readonly chainId: string
  readonly chainName: string
  readonly rest: string
  readonly bech32Config?: { readonly bech32PrefixAccAddr: string } | undefined
  readonly bip44?: { readonly coinType: number } | undefined
  /** Where it stood before `bip44`. */
  readonly coinType?: number | undefined
  readonly features?: string[] | undefined
  readonly stakeCurrency?: SuggestedCoin | undefined
  readonly feeCurrencies?: readonly FeeCoin[] | undefined
  /** Where it stood before it belonged to a fee currency. */
  readonly gasPriceStep?: GasPriceStep | undefined
  readonly hideInUI?: boolean | undefined
}

interface SuggestedCoin {
  readonly coinDenom: string
  readonly coinMinimalDenom: string
  readonly coinDecimals: number
}

interface FeeCoin extends SuggestedCoin {
  readonly gasPriceStep?: GasPriceStep | undefined
}

interface GasPriceStep {
  readonly low: number
  readonly average: number
  readonly high: number
}

export interface SignOptions {
  readonly preferNoSetFee?: boolean
  readonly preferNoSetMemo?: boolean
  readonly disableBalanceCheck?: boolean
}

export interface KeplrKey {
  readonly name: string
  readonly algo: 'secp256k1'
  readonly pubKey: Uint8Array
  readonly address: Uint8Array
  readonly bech32Address: string
  /** The bytes of the address in hex, in lower case, which every reader takes as unchecked. No Ethereum account. */
  readonly ethereumHexAddress: string
  readonly isNanoLedger: boolean
  readonly isKeystone: boolean
}

export type SettledKey =
  | { readonly status: 'fulfilled'; readonly value: KeplrKey }
  | { readonly status: 'rejected'; readonly reason: Error }

interface KeplrCurrency {
  readonly coinDenom: string
  readonly coinMinimalDenom: string
  readonly coinDecimals: number
}

export interface KeplrChain {
  readonly rpc: undefined
  readonly rest: undefined
  readonly nodeProvider: undefined
  readonly chainId: string
  readonly chainName: string
  readonly bip44: { readonly coinType: number }
  readonly bech32Config: {
    readonly bech32PrefixAccAddr: string
    readonly bech32PrefixAccPub: string
    readonly bech32PrefixValAddr: string
    readonly bech32PrefixValPub: string
    readonly bech32PrefixConsAddr: string
    readonly bech32PrefixConsPub: string
  }
  readonly stakeCurrency: KeplrCurrency
  readonly currencies: KeplrCurrency[]
  readonly feeCurrencies: (KeplrCurrency & {
    readonly gasPriceStep: { readonly low: number; readonly average: number; readonly high: number }
  })[]
  readonly features: string[]
  readonly isTestnet: boolean
}

export interface AminoDoc {
  readonly chain_id: string
  readonly account_number: string
  readonly sequence: string
  readonly timeout_height?: string
  readonly fee: {
    readonly amount: readonly { readonly denom: string; readonly amount: string }[]
    readonly gas: string
    readonly payer?: string
    readonly granter?: string
    readonly feePayer?: string
  }
  readonly msgs: readonly { readonly type: string; readonly value: unknown }[]
  readonly memo: string
}

export interface StdSignature {
  readonly pub_key: { readonly type: string; readonly value: string }
  readonly signature: string
}

export interface AminoResponse {
  readonly signed: AminoDoc
  readonly signature: StdSignature
}

export interface DirectResponse {
  readonly signed: {
    readonly bodyBytes: Uint8Array
    readonly authInfoBytes: Uint8Array
    readonly chainId: string
    readonly accountNumber: PageLong
  }
  readonly signature: StdSignature
}

export interface AuxResponse {
  readonly signed: {
    readonly bodyBytes: Uint8Array
    readonly publicKey: NonNullable<AuxSignDoc['publicKey']>
    readonly chainId: string
    readonly accountNumber: PageLong
    readonly sequence: PageLong
  }
  readonly signature: StdSignature
}

export interface AccountData {
  readonly address: string
  readonly algo: 'secp256k1'
  readonly pubkey: Uint8Array
}

export interface AminoSigner {
  getAccounts(): Promise<readonly AccountData[]>
  signAmino(signerAddress: string, signDoc: AminoDoc): Promise<AminoResponse>
  /** What signAmino was called before it had a sibling. */
  sign(signerAddress: string, signDoc: AminoDoc): Promise<AminoResponse>
}

export interface DirectSigner {
  getAccounts(): Promise<readonly AccountData[]>
  signDirect(signerAddress: string, signDoc: DirectSignDoc): Promise<DirectResponse>
}

export interface EnigmaUtils {
  getPubkey(): Promise<Uint8Array>
  getTxEncryptionKey(nonce: Uint8Array): Promise<Uint8Array>
  encrypt(contractCodeHash: string, msg: object): Promise<Uint8Array>
  decrypt(ciphertext: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>
}
