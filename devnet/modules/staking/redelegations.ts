import type { Address } from '../../../src/domain/index'
import type { Decimal } from '../../math/decimal'
import type { Store } from '../../store/store'
import { blockTime } from '../proto-time'
import { nextEntryId, StakeEntries, type StakeEntry } from './stake-entries'

/** A stake that moved from one validator to another and may not move on before its time. */
export interface Redelegation extends StakeEntry {
  readonly shares: Decimal
}

export interface RedelegationWay {
  readonly delegator: Address
  readonly source: string
  readonly destination: string
}

const REDELEGATIONS = new StakeEntries<Redelegation>(
  { entries: 'staking/redelegations', queue: 'staking/redelegation-queue' },
  ({ shares }) => ({ shares: BigInt(shares) as Decimal }),
)

export function redelegationsOn(store: Store, way: RedelegationWay): Redelegation[] {
  return REDELEGATIONS.of(store, nameOf(way))
}

/** All ways on which something of a delegator's is under way. */
export function redelegationWays(store: Store, delegator: Address): RedelegationWay[] {
  return REDELEGATIONS.names(store, `${delegator}/`).map(wayOf)
}

export function addRedelegation(store: Store, way: RedelegationWay, entry: Omit<Redelegation, 'id'>): void {
  const entries = [...redelegationsOn(store, way), { ...entry, id: nextEntryId(store) }]
  REDELEGATIONS.write(store, nameOf(way), entries)
  REDELEGATIONS.await(store, nameOf(way), entry.completion)
}

/** Takes out what has completed by a block's time: the ways, each once, and how many uscrt went there. */
export function takeCompleted(
  store: Store,
  block: { readonly timeMs: number },
): { way: RedelegationWay; amount: bigint }[] {
  const now = blockTime(block)
  return REDELEGATIONS.takeDue(store, block).map((name) => {
    const entries = REDELEGATIONS.of(store, name)
    const left = entries.filter(({ completion }) => completion > now)
    REDELEGATIONS.write(store, name, left)
    const done = entries.filter(({ completion }) => completion <= now)
    return { way: wayOf(name), amount: done.reduce((sum, { initialBalance }) => sum + initialBalance, 0n) }
  })
}

function nameOf({ delegator, source, destination }: RedelegationWay): string {
  return `${delegator}/${source}/${destination}`
}

function wayOf(name: string): RedelegationWay {
  const [delegator = '', source = '', destination = ''] = name.split('/')
  return { delegator: delegator as Address, source, destination }
}
