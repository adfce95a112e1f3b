import type { Address } from '../../../src/domain/index'
import type { Decimal } from '../../math/decimal'
import type { Store } from '../../store/store'

/** A validator whose stake counts. */
export interface BondedValidator {
  /** The account that runs it. */
  readonly operator: Address
  /** In uscrt. */
  readonly tokens: bigint
  readonly shares: Decimal
}

/** A part of a validator's stake that belongs to one account. */
export interface DelegatedShares {
  readonly operator: Address
  readonly shares: Decimal
}

/** Where the weight of votes comes from. */
export interface VotingPower {
  bondedValidators(store: Store): readonly BondedValidator[]
  delegationsOf(store: Store, voter: Address): readonly DelegatedShares[]
  /** In uscrt. */
  totalBonded(store: Store): bigint
}

/** A chain on which nothing is staked: whatever is voted has no weight. */
export const NO_STAKE: VotingPower = {
  bondedValidators: () => [],
  delegationsOf: () => [],
  totalBonded: () => 0n,
}
