/** What the page side needs of the rest of the wallet, no more. */
import type { Chain, FeeAllowance, Simulation } from '../chain/index'
import type { Address, Coin } from '../domain/index'
import type { TokenView } from '../messages/popup'

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
  /** With the private balances last seen. */
  views(chainId: string): Promise<readonly TokenView[]>
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
  /** When the newest network key took another's place; undefined when it is the only one ever seen. */
  txKeyChangedAt(chainId: string): Promise<number | undefined>
}

/** A contract by the chain's word. */
export interface ContractOnChain {
  readonly label: string
  readonly codeId: string
  readonly creator: string
  /** Who may replace its code; undefined when nobody can. */
  readonly admin: string | undefined
  /** True when a replacement needs a vote of the network first. */
  readonly governed: boolean
}

/** How often a contract's code was replaced, and the height of the last time. */
export interface ContractChanges {
  readonly count: number
  readonly lastHeight: string | undefined
}

/** What the chain says about contracts and accounts. Each throws ChainError. */
export interface ChainFacts {
  codeHash(chain: Chain, contract: Address): Promise<string>
  /** Undefined when there is no contract at this address. */
  contractInfo(chain: Chain, contract: Address): Promise<ContractOnChain | undefined>
  contractChanges(chain: Chain, contract: Address): Promise<ContractChanges>
  /** The id of the code that a vote has allowed the contract to move to. */
  pendingMigration(chain: Chain, contract: Address): Promise<string | undefined>
  /** The hash of stored code by a node's word. */
  codeHashById(chain: Chain, codeId: string): Promise<string>
  /** The hash of stored code by the node's word, and as it comes out here. Fetches the whole code. */
  codeHashes(chain: Chain, codeId: string): Promise<{ readonly stated: string; readonly computed: string }>
  /** Undefined when the contract answers, but not as a token does. */
  token(chain: Chain, contract: Address): Promise<TokenName | undefined>
  /** Undefined when the account has never been used. */
  account(chain: Chain, address: Address): Promise<AccountNumbers | undefined>
  /** Everything that the account holds in public. */
  balances(chain: Chain, address: Address): Promise<readonly Coin[]>
  /** The lowest gas price that the node takes, as a decimal. */
  gasFloor(chain: Chain): Promise<string>
  feeAllowances(chain: Chain, grantee: Address): Promise<readonly FeeAllowance[]>
  simulate(
    chain: Chain,
    tx: { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array },
  ): Promise<Simulation>
}

export interface AccountNumbers {
  readonly accountNumber: bigint
  readonly sequence: bigint
}
