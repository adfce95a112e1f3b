import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'

const ENTRIES = 'distribution/restake'

/** The validators with which a delegator's rewards are staked again by themselves. */
export function restakeEntriesOf(store: Store, delegator: Address): string[] {
  const prefix = `${delegator}/`
  return store
    .area(ENTRIES)
    .keys(prefix)
    .map((key) => key.slice(prefix.length))
}

export function allRestakeEntries(store: Store): { delegator: Address; operator: string }[] {
  return store
    .area(ENTRIES)
    .keys()
    .map((key) => {
      const [delegator = '', operator = ''] = key.split('/')
      return { delegator: delegator as Address, operator }
    })
}

export function hasRestake(store: Store, delegator: Address, operator: string): boolean {
  return store.area(ENTRIES).get(`${delegator}/${operator}`) !== undefined
}

export function startRestake(store: Store, delegator: Address, operator: string): void {
  store.area(ENTRIES).set(`${delegator}/${operator}`, '')
}

export function stopRestake(store: Store, delegator: Address, operator: string): void {
  store.area(ENTRIES).delete(`${delegator}/${operator}`)
}
