import type { Address } from '../../../src/domain/index'
import type { Decimal } from '../../math/decimal'
import type { Store } from '../../store/store'
import { blockTime, type Nanos } from '../proto-time'
import { TimeQueue } from '../time-queue'
import { nextUnbondingId } from './unbondings'

/** A stake that moved from one validator to another and may not move on before its time. */
export interface Redelegation {
  readonly creationHeight: number
  /** Nanoseconds since 1970. */
  readonly completion: Nanos
  readonly initialBalance: bigint
  readonly shares: Decimal
  readonly id: number
}

export interface RedelegationWay {
  readonly delegator: Address
  readonly source: string
  readonly destination: string
}

const REDELEGATIONS = 'staking/redelegations'
const QUEUE = new TimeQueue('staking/redelegation-queue')

export function redelegationsOn(store: Store, way: RedelegationWay): Redelegation[] {
  const text = store.area(REDELEGATIONS).get(nameOf(way))
  return text === undefined ? [] : JSON.parse(text).map(fromStored)
}

/** All ways on which something of a delegator's is under way. */
export function redelegationWays(store: Store, delegator: Address): RedelegationWay[] {
  return store.area(REDELEGATIONS).keys(`${delegator}/`).map(wayOf)
}

export function addRedelegation(store: Store, way: RedelegationWay, entry: Omit<Redelegation, 'id'>): void {
  const entries = [...redelegationsOn(store, way), { ...entry, id: nextUnbondingId(store) }]
  writeRedelegations(store, way, entries)
  QUEUE.add(store, entry.completion, nameOf(way))
}

/** Takes out what has completed by a block's time: the ways, each once, and how many uscrt went there. */
export function takeCompleted(
  store: Store,
  block: { readonly timeMs: number },
): { way: RedelegationWay; amount: bigint }[] {
  const now = blockTime(block)
  return [...new Set(QUEUE.takeDue(store, now))].map((name) => {
    const way = wayOf(name)
    const entries = redelegationsOn(store, way)
    writeRedelegations(
      store,
      way,
      entries.filter(({ completion }) => completion > now),
    )
    const done = entries.filter(({ completion }) => completion <= now)
    return { way, amount: done.reduce((sum, { initialBalance }) => sum + initialBalance, 0n) }
  })
}

function writeRedelegations(store: Store, way: RedelegationWay, entries: readonly Redelegation[]): void {
  const area = store.area(REDELEGATIONS)
  if (entries.length === 0) area.delete(nameOf(way))
  else area.set(nameOf(way), JSON.stringify(entries.map(toStored)))
}

function nameOf({ delegator, source, destination }: RedelegationWay): string {
  return `${delegator}/${source}/${destination}`
}

function wayOf(name: string): RedelegationWay {
  const [delegator = '', source = '', destination = ''] = name.split('/')
  return { delegator: delegator as Address, source, destination }
}

interface StoredRedelegation {
  readonly height: number
  readonly completion: string
  readonly initial: string
  readonly shares: string
  readonly id: number
}

function toStored(entry: Redelegation): StoredRedelegation {
  const { creationHeight: height, completion, initialBalance, shares, id } = entry
  return {
    height,
    completion: String(completion),
    initial: String(initialBalance),
    shares: String(shares),
    id,
  }
}

function fromStored({ height, completion, initial, shares, id }: StoredRedelegation): Redelegation {
  return {
    creationHeight: height,
    completion: BigInt(completion),
    initialBalance: BigInt(initial),
    shares: BigInt(shares) as Decimal,
    id,
  }
}
