import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import { blockTime, type Nanos } from '../proto-time'
import { TimeQueue } from '../time-queue'

/** Coins on their way back to a delegator. */
export interface Unbonding {
  readonly creationHeight: number
  /** Nanoseconds since 1970. */
  readonly completion: Nanos
  readonly initialBalance: bigint
  readonly balance: bigint
  readonly id: number
}

export interface UnbondingPair {
  readonly delegator: Address
  readonly operator: string
}

const UNBONDINGS = 'staking/unbondings'
const COUNTERS = 'staking/counters'
const QUEUE = new TimeQueue('staking/unbonding-queue')

export function unbondingsOf(store: Store, { delegator, operator }: UnbondingPair): Unbonding[] {
  const text = store.area(UNBONDINGS).get(`${delegator}/${operator}`)
  return text === undefined ? [] : JSON.parse(text).map(fromStored)
}

/** All pairs of a delegator that have something on its way. */
export function unbondingPairs(store: Store, delegator: Address): UnbondingPair[] {
  return store.area(UNBONDINGS).keys(`${delegator}/`).map(pairOf)
}

/** What begins in one block and comes back at one time is one entry. */
export function addUnbonding(store: Store, pair: UnbondingPair, entry: Omit<Unbonding, 'id'>): void {
  const id = nextUnbondingId(store)
  const entries = unbondingsOf(store, pair)
  const same = entries.find(
    ({ creationHeight, completion }) =>
      creationHeight === entry.creationHeight && completion === entry.completion,
  )
  const joined = entries.map((one) => (one === same ? withMore(one, entry.balance) : one))
  writeUnbondings(store, pair, same === undefined ? [...entries, { ...entry, id }] : joined)
  QUEUE.add(store, entry.completion, `${pair.delegator}/${pair.operator}`)
}

/** An entry with so many coins more, or fewer. */
export function withMore(entry: Unbonding, amount: bigint): Unbonding {
  const { initialBalance, balance } = entry
  return { ...entry, initialBalance: initialBalance + amount, balance: balance + amount }
}

export function writeUnbondings(store: Store, pair: UnbondingPair, entries: readonly Unbonding[]): void {
  const area = store.area(UNBONDINGS)
  const key = `${pair.delegator}/${pair.operator}`
  if (entries.length === 0) area.delete(key)
  else area.set(key, JSON.stringify(entries.map(toStored)))
}

/** Everything on its way back from a validator, by its delegators. */
export function unbondingsFrom(store: Store, operator: string): UnbondingPair[] {
  return store
    .area(UNBONDINGS)
    .keys()
    .map(pairOf)
    .filter((pair) => pair.operator === operator)
}

/** The pairs that have something due by a block's time, each once. */
export function dueUnbondings(store: Store, block: { readonly timeMs: number }): UnbondingPair[] {
  const names = new Set(QUEUE.takeDue(store, blockTime(block)))
  return [...names].map(pairOf)
}

export function nextUnbondingId(store: Store): number {
  const counters = store.area(COUNTERS)
  const id = Number(counters.get('unbonding') ?? '0') + 1
  counters.set('unbonding', String(id))
  return id
}

function pairOf(name: string): UnbondingPair {
  const [delegator = '', operator = ''] = name.split('/')
  return { delegator: delegator as Address, operator }
}

interface StoredUnbonding {
  readonly height: number
  readonly completion: string
  readonly initial: string
  readonly balance: string
  readonly id: number
}

function toStored(entry: Unbonding): StoredUnbonding {
  const { creationHeight: height, completion, initialBalance, balance, id } = entry
  return {
    height,
    completion: String(completion),
    initial: String(initialBalance),
    balance: String(balance),
    id,
  }
}

function fromStored({ height, completion, initial, balance, id }: StoredUnbonding): Unbonding {
  return {
    creationHeight: height,
    completion: BigInt(completion),
    initialBalance: BigInt(initial),
    balance: BigInt(balance),
    id,
  }
}
