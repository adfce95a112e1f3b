/** What the page side needs of the rest of the wallet, no more. */
import type { Chain } from '../chain/index'
import type { Address } from '../domain/index'

/** A token in the words of its contract or of the person's own list. */
export interface TokenName {
  readonly name: string
  readonly symbol: string
  readonly decimals: number
}

export interface KnownToken extends TokenName {
  readonly contract: Address
  readonly codeHash: string
  readonly viewingKey?: string | undefined
}

/** The tokens of the selected account. */
export interface PageTokens {
  find(chainId: string, contract: Address): Promise<KnownToken | undefined>
  list(chainId: string): Promise<readonly KnownToken[]>
  /** Adds a token, or gives a known one its viewing key. */
  add(chainId: string, token: KnownToken): Promise<void>
}

export type TxKeyState =
  | { readonly kind: 'ready'; readonly key: Uint8Array }
  /** A security event waits for the person's decision. */
  | { readonly kind: 'blocked' }

export interface PageNetworks {
  /** The network key that messages are sealed to. Throws ChainError when no node answers. */
  txKey(chainId: string): Promise<TxKeyState>
  /** The key that the network can read messages of now, without waiting long for a node; undefined when none is known. */
  currentTxKey(chainId: string): Promise<TxKeyState | undefined>
  /** True while nodes disagree about the code of a contract, named by its address or by one of the code hashes in question. */
  isDisputed(chainId: string, addressOrCodeHash: string): Promise<boolean>
  /** Every network key ever agreed on, newest first. */
  knownTxKeys(chainId: string): Promise<readonly Uint8Array[]>
}

/** What the chain says about contracts and accounts. Each throws ChainError. */
export interface ChainFacts {
  codeHash(chain: Chain, contract: Address): Promise<string>
  contractInfo(chain: Chain, contract: Address): Promise<{ readonly label: string; readonly codeId: string }>
  /** Undefined when the contract answers, but not as a token does. */
  token(chain: Chain, contract: Address): Promise<TokenName | undefined>
  /** Undefined when the account has never been used. */
  account(
    chain: Chain,
    address: Address,
  ): Promise<{ readonly accountNumber: bigint; readonly sequence: bigint } | undefined>
}
