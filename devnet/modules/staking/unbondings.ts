import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import { nextEntryId, StakeEntries, type StakeEntry } from './stake-entries'

/** Coins on their way back to a delegator. */
export interface Unbonding extends StakeEntry {
  readonly balance: bigint
}

export interface UnbondingPair {
  readonly delegator: Address
  readonly operator: string
}

const UNBONDINGS = new StakeEntries<Unbonding>(
  { entries: 'staking/unbondings', queue: 'staking/unbonding-queue' },
  ({ balance }) => ({ balance: BigInt(balance) }),
)

export function unbondingsOf(store: Store, pair: UnbondingPair): Unbonding[] {
  return UNBONDINGS.of(store, nameOf(pair))
}

/** All pairs of a delegator that have something on its way. */
export function unbondingPairs(store: Store, delegator: Address): UnbondingPair[] {
  return UNBONDINGS.names(store, `${delegator}/`).map(pairOf)
}

/** What begins in one block and comes back at one time is one entry. */
export function addUnbonding(store: Store, pair: UnbondingPair, entry: Omit<Unbonding, 'id'>): void {
  const id = nextEntryId(store)
  const entries = unbondingsOf(store, pair)
  const same = entries.find(
    ({ creationHeight, completion }) =>
      creationHeight === entry.creationHeight && completion === entry.completion,
  )
  const joined = entries.map((one) => (one === same ? withMore(one, entry.balance) : one))
  writeUnbondings(store, pair, same === undefined ? [...entries, { ...entry, id }] : joined)
  UNBONDINGS.await(store, nameOf(pair), entry.completion)
}

/** An entry with so many coins more, or fewer. */
export function withMore(entry: Unbonding, amount: bigint): Unbonding {
  const { initialBalance, balance } = entry
  return { ...entry, initialBalance: initialBalance + amount, balance: balance + amount }
}

export function writeUnbondings(store: Store, pair: UnbondingPair, entries: readonly Unbonding[]): void {
  UNBONDINGS.write(store, nameOf(pair), entries)
}

/** Everything on its way back from a validator, by its delegators. */
export function unbondingsFrom(store: Store, operator: string): UnbondingPair[] {
  return UNBONDINGS.names(store)
    .map(pairOf)
    .filter((pair) => pair.operator === operator)
}

/** The pairs that have something due by a block's time, each once. */
export function dueUnbondings(store: Store, block: { readonly timeMs: number }): UnbondingPair[] {
  return UNBONDINGS.takeDue(store, block).map(pairOf)
}

function nameOf({ delegator, operator }: UnbondingPair): string {
  return `${delegator}/${operator}`
}

function pairOf(name: string): UnbondingPair {
  const [delegator = '', operator = ''] = name.split('/')
  return { delegator: delegator as Address, operator }
}
