import { type Decimal, formatDecimal, ONE, ZERO } from '../../math/decimal'
import { AbciError } from '../../node/abci-error'
import type { Store } from '../../store/store'
import { isDenom } from '../coins'

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

/** Throws for parameters that no chain can work with; the module has no code of its own for that. */
export function checkStakingParams(params: StakingParams): void {
  const { unbondingSeconds, maxValidators, maxEntries, bondDenom, minCommissionRate: rate } = params
  if (unbondingSeconds <= 0n) throw refusal(`unbonding time must be positive: ${unbondingSeconds}s`)
  if (maxValidators === 0) throw refusal('max validators must be positive: 0')
  if (maxEntries === 0) throw refusal('max entries must be positive: 0')
  if (!isDenom(bondDenom)) throw refusal(`invalid denom: ${bondDenom}`)
  if (rate < ZERO) throw refusal(`minimum commission rate cannot be negative: ${formatDecimal(rate)}`)
  if (rate > ONE) throw refusal(`minimum commission rate cannot be greater than 100%: ${formatDecimal(rate)}`)
}

function refusal(words: string): AbciError {
  return new AbciError('undefined', 1, words)
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
