import type { Address, JsonObject, JsonValue } from '../../src/domain/index'
import type { ContractStorage } from './contract'
import type { MessageFields } from './message-fields'
import { genericError } from './std-error'
import { readStored, writeStored } from './stored'

const MAX_REVOCATIONS = 10
const REVOKED_ALL = 'REVOKED_ALL'

/** Bounds in Unix seconds, as decimal text; a bound that is not there bounds nothing. */
interface Interval {
  readonly created_before: string | null
  readonly created_after: string | null
}

interface Revocations {
  readonly nextId: number
  readonly all: boolean
  readonly intervals: readonly { readonly id: string; readonly interval: Interval }[]
}

/** revoke_permit: no permit of that name by that account opens any more. */
export function revokePermit(storage: ContractStorage, account: Address, name: string): void {
  storage.set(`revoked/${account}/${name}`, '1')
}

export function isRevoked(storage: ContractStorage, account: Address, name: string): boolean {
  return storage.get(`revoked/${account}/${name}`) !== undefined
}

/** revoke_all_permits (SNIP-24.1): revokes by the time of creation; returns the id of the revocation (Protocol 6.5). */
export function revokeAllPermits(
  storage: ContractStorage,
  account: Address,
  interval: MessageFields,
): string {
  const bounds: Interval = {
    created_before: readBound(interval, 'created_before'),
    created_after: readBound(interval, 'created_after'),
  }
  const known = readRevocations(storage, account)
  if (bounds.created_before === null && bounds.created_after === null) {
    writeRevocations(storage, account, { ...known, all: true })
    return REVOKED_ALL
  }
  if (known.intervals.length >= MAX_REVOCATIONS) {
    throw genericError(`Maximum number of permit revocations (${MAX_REVOCATIONS}) has been met`)
  }
  const id = String(known.nextId)
  const intervals = [...known.intervals, { id, interval: bounds }]
  writeRevocations(storage, account, { ...known, nextId: known.nextId + 1, intervals })
  return id
}

/** delete_permit_revocation: what it revoked opens again. */
export function deleteRevocation(storage: ContractStorage, account: Address, id: string): void {
  const known = readRevocations(storage, account)
  if (id === REVOKED_ALL) {
    writeRevocations(storage, account, { ...known, all: false })
    return
  }
  if (!/^\d+$/.test(id)) throw genericError('Deleted revocation id not Uint64')
  const intervals = known.intervals.filter((revocation) => revocation.id !== id)
  writeRevocations(storage, account, { ...known, intervals })
}

export function listRevocations(storage: ContractStorage, account: Address): JsonValue {
  const { all, intervals } = readRevocations(storage, account)
  const revocations: JsonObject[] = intervals.map(({ id, interval }) => ({
    revocation_id: id,
    interval: { ...interval },
  }))
  if (all) {
    const interval: Interval = { created_before: null, created_after: null }
    revocations.push({ revocation_id: REVOKED_ALL, interval: { ...interval } })
  }
  return { list_permit_revocations: { revocations } }
}

/** Throws if all of the account's permits are revoked, or those created at that time (Unix seconds). */
export function checkRevocations(
  storage: ContractStorage,
  account: Address,
  created: number | undefined,
): void {
  const { all, intervals } = readRevocations(storage, account)
  if (all) throw genericError(`Permits revoked by "${account}"`)
  if (created === undefined) return
  for (const { interval } of intervals) {
    const { created_after: after, created_before: before } = interval
    const revoked =
      (after !== null && BigInt(created) > BigInt(after)) ||
      (before !== null && BigInt(created) < BigInt(before))
    if (revoked) throw genericError(`Permits created at ${created} revoked by account "${account}"`)
  }
}

function readBound(interval: MessageFields, name: string): string | null {
  const bound = interval.optionalAmount(name)
  return bound === undefined ? null : String(bound)
}

function readRevocations(storage: ContractStorage, account: Address): Revocations {
  return (
    readStored<Revocations>(storage, `revocations/${account}`) ?? { nextId: 0, all: false, intervals: [] }
  )
}

function writeRevocations(storage: ContractStorage, account: Address, revocations: Revocations): void {
  writeStored(storage, `revocations/${account}`, revocations)
}
