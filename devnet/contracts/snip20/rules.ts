import type { Generation } from '../contract'
import type { PermitRules } from '../permits'

/** Where the two generations of the token differ in what they have in common. */
export interface TokenRules {
  readonly generation: Generation
  /** The types that parse errors name. */
  readonly targets: { readonly init: string; readonly execute: string; readonly query: string }
  readonly permits: PermitRules
  readonly longestSymbol: number
  readonly defaultDenoms: readonly string[]
  /** `redeem` insists on its field `denom` (Protocol 6.1). */
  readonly redeemNeedsDenom: boolean
  /** Initial balances are in the history, as mints. */
  readonly recordsInitialBalances: boolean
  /** Ids of the history tell nothing of how much the token is used. */
  readonly obscuresIds: boolean
  /** Tokens cannot be sent to the token's own contract. */
  readonly refusesItself: boolean
  /** The second generation says what the funds were insufficient for. */
  readonly namesOperation: boolean
  readonly depositDisabled: string
  unsupportedRedeem(denom: string): string
}

/** As sSCRT is: verifies permits itself, and its interface is the first. */
export const FIRST_GENERATION: TokenRules = {
  generation: 'v0.10',
  targets: {
    init: 'snip20::msg::InitMsg',
    execute: 'snip20::msg::HandleMsg',
    query: 'snip20::msg::QueryMsg',
  },
  permits: { dated: false, badSignature: 'names the reason' },
  longestSymbol: 6,
  defaultDenoms: ['uscrt'],
  redeemNeedsDenom: true,
  recordsInitialBalances: false,
  obscuresIds: false,
  refusesItself: false,
  namesOperation: false,
  depositDisabled: 'Deposit functionality is not enabled for this token.',
  unsupportedRedeem: (denom) => `Tried to redeem for an unsupported coin ${denom}`,
}

/** As the reference implementation 2.0 is. */
export const SECOND_GENERATION: TokenRules = {
  generation: 'v1',
  targets: {
    init: 'snip20_reference_impl::msg::InstantiateMsg',
    execute: 'snip20_reference_impl::msg::ExecuteMsg',
    query: 'snip20_reference_impl::msg::QueryMsg',
  },
  permits: { dated: true, badSignature: 'gives no reason' },
  longestSymbol: 20,
  defaultDenoms: [],
  redeemNeedsDenom: false,
  recordsInitialBalances: true,
  obscuresIds: true,
  refusesItself: true,
  namesOperation: true,
  depositDisabled: 'Deposit functionality is not enabled.',
  unsupportedRedeem: () => 'Tried to redeem for an unsupported coin',
}
