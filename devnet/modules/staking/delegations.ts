import type { Address } from '../../../src/domain/index'
import { type Decimal, ZERO } from '../../math/decimal'
import type { Store } from '../../store/store'

/** What one account has with one validator. */
export interface Delegation {
  readonly delegator: Address
  /** `secretvaloper1…` */
  readonly operator: string
  readonly shares: Decimal
}

/** All delegations of an account are one entry, so that they are found without looking at anybody else's. */
const OF_DELEGATOR = 'staking/delegations'
const OF_VALIDATOR = 'staking/delegators'

export function delegatedShares(store: Store, delegator: Address, operator: string): Decimal {
  return (readShares(store, delegator).get(operator) ?? ZERO) as Decimal
}

/** In the order of the validators' addresses. */
export function delegationsOf(store: Store, delegator: Address): Delegation[] {
  return [...readShares(store, delegator)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operator, shares]) => ({ delegator, operator, shares: shares as Decimal }))
}

/** In the order of the delegators' addresses. */
export function delegationsTo(store: Store, operator: string): Delegation[] {
  const prefix = `${operator}/`
  return store
    .area(OF_VALIDATOR)
    .keys(prefix)
    .map((key) => key.slice(prefix.length) as Address)
    .map((delegator) => ({ delegator, operator, shares: delegatedShares(store, delegator, operator) }))
}

/** Zero shares are no delegation. */
export function writeDelegation(store: Store, { delegator, operator, shares }: Delegation): void {
  const all = readShares(store, delegator)
  const delegators = store.area(OF_VALIDATOR)
  const key = `${operator}/${delegator}`
  if (shares === ZERO) {
    all.delete(operator)
    delegators.delete(key)
  } else {
    all.set(operator, shares)
    if (delegators.get(key) === undefined) delegators.set(key, '')
  }
  const stored = Object.fromEntries([...all].map(([name, held]) => [name, String(held)]))
  if (all.size === 0) store.area(OF_DELEGATOR).delete(delegator)
  else store.area(OF_DELEGATOR).set(delegator, JSON.stringify(stored))
}

function readShares(store: Store, delegator: Address): Map<string, bigint> {
  const stored: Record<string, string> = JSON.parse(store.area(OF_DELEGATOR).get(delegator) ?? '{}')
  return new Map(Object.entries(stored).map(([operator, shares]) => [operator, BigInt(shares)]))
}
