import { type Decimal, ZERO } from '../../math/decimal'
import type { Store } from '../../store/store'

export interface StakingParams {
  /** Seconds until unbonded coins come back. */
  readonly unbondingSeconds: bigint
  readonly maxValidators: number
  /** How many unbondings or redelegations a pair may have at once. */
  readonly maxEntries: number
  readonly historicalEntries: number
  readonly bondDenom: string
  readonly minCommissionRate: Decimal
}

/** LocalSecret's unbonding time (Protocol 9), the chain's other defaults (Protocol 4.3). */
const DEFAULT: StakingParams = {
  unbondingSeconds: 90n,
  maxValidators: 100,
  maxEntries: 7,
  historicalEntries: 10_000,
  bondDenom: 'uscrt',
  minCommissionRate: ZERO,
}

const PARAMS = 'staking/params'

export function stakingParams(store: Store): StakingParams {
  const text = store.area(PARAMS).get('all')
  if (text === undefined) return DEFAULT
  const stored = JSON.parse(text)
  return {
    ...stored,
    unbondingSeconds: BigInt(stored.unbondingSeconds),
    minCommissionRate: BigInt(stored.minCommissionRate) as Decimal,
  }
}

export function setStakingParams(store: Store, params: StakingParams): void {
  const { unbondingSeconds, minCommissionRate } = params
  const stored = {
    ...params,
    unbondingSeconds: String(unbondingSeconds),
    minCommissionRate: String(minCommissionRate),
  }
  store.area(PARAMS).set('all', JSON.stringify(stored))
}
