import { type Decimal, parseDecimal, ZERO } from '../../math/decimal'
import type { Store } from '../../store/store'
import { moduleAddress } from '../module-address'

export interface DistributionParams {
  readonly communityTax: Decimal
  readonly withdrawAddressEnabled: boolean
  readonly foundationTax: Decimal
  readonly foundationAddress: string
  /** Stakes below this, in uscrt, cannot have their rewards restaked. */
  readonly restakeThreshold: Decimal
  /** Blocks from one restaking to the next. */
  readonly restakePeriod: bigint
}

/** The chain's own, but for a foundation that gets something. */
const DEFAULT: DistributionParams = {
  communityTax: parseDecimal('0.02') ?? ZERO,
  withdrawAddressEnabled: true,
  foundationTax: parseDecimal('0.02') ?? ZERO,
  foundationAddress: moduleAddress('foundation'),
  restakeThreshold: parseDecimal('10000000') ?? ZERO,
  restakePeriod: 1000n,
}

const PARAMS = 'distribution/params'

export function distributionParams(store: Store): DistributionParams {
  const text = store.area(PARAMS).get('all')
  if (text === undefined) return DEFAULT
  const stored = JSON.parse(text)
  return {
    ...stored,
    communityTax: BigInt(stored.communityTax) as Decimal,
    foundationTax: BigInt(stored.foundationTax) as Decimal,
    restakeThreshold: BigInt(stored.restakeThreshold) as Decimal,
    restakePeriod: BigInt(stored.restakePeriod),
  }
}

export function setDistributionParams(store: Store, params: DistributionParams): void {
  const text = JSON.stringify(params, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  store.area(PARAMS).set('all', text)
}
