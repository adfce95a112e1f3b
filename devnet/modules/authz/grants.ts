import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import { typedEvent } from '../../node/events'
import type { Store } from '../../store/store'
import { anyFromStored, anyToStored, type StoredAny } from '../inner-message'
import { blockTime, momentText, type Nanos } from '../proto-time'
import { TimeQueue } from '../time-queue'
import { typeUrlOf } from './authorization'
import { authzError } from './authz-errors'

/** Keys are the granter's address, the grantee's and the type of the messages, as the chain orders them. */
const GRANTS = 'authz/grants'
const EXPIRATIONS = new TimeQueue('authz/expirations')

/** Who lets whom send which messages. */
export interface GrantName {
  readonly granter: Address
  readonly grantee: Address
  readonly typeUrl: string
}

export interface Grant {
  readonly authorization: Pick<Any, 'typeUrl' | 'value'>
  readonly expiration?: Nanos
}

interface StoredGrant {
  readonly authorization: StoredAny
  readonly expiration?: string
}

export function findGrant(store: Store, name: GrantName): Grant | undefined {
  const text = store.area(GRANTS).get(keyOf(name))
  return text === undefined ? undefined : fromStored(JSON.parse(text))
}

/** The grants between two accounts. */
export function grantsBetween(store: Store, granter: Address, grantee: Address): (GrantName & Grant)[] {
  return list(store, `${granter}/${grantee}/`)
}

export function grantsBy(store: Store, granter: Address): (GrantName & Grant)[] {
  return list(store, `${granter}/`)
}

export function grantsTo(store: Store, grantee: Address): (GrantName & Grant)[] {
  return list(store, '').filter((grant) => grant.grantee === grantee)
}

/** Grants an authorization in place of the one there may have been for the same messages. Throws AbciError. */
export function saveGrant(
  context: Context,
  pair: Pick<GrantName, 'granter' | 'grantee'>,
  grant: Grant,
): void {
  const { store } = context
  const { expiration } = grant
  const now = blockTime(context.block)
  if (expiration !== undefined && expiration <= now) {
    const [current, given] = [now, expiration].map((time) => `${momentText(time).slice(0, 19)}Z`)
    throw authzError(
      'invalidExpiration',
      `expiration must be after the current block time (${current}), got ${given}`,
    )
  }
  const name: GrantName = { ...pair, typeUrl: typeUrlOf(grant.authorization) }
  const old = findGrant(store, name)
  if (old?.expiration !== undefined) EXPIRATIONS.remove(store, old.expiration, keyOf(name))
  if (expiration !== undefined) EXPIRATIONS.add(store, expiration, keyOf(name))
  writeGrant(store, name, grant)
  emit(context, 'cosmos.authz.v1beta1.EventGrant', name)
}

/** Throws `authorization not found`. */
export function deleteGrant(context: Context, name: GrantName): void {
  const found = findGrant(context.store, name)
  if (found === undefined) throw authzError('notFound', `failed to delete grant with ${wordsFor(name)}`)
  if (found.expiration !== undefined) EXPIRATIONS.remove(context.store, found.expiration, keyOf(name))
  context.store.area(GRANTS).delete(keyOf(name))
  emit(context, 'cosmos.authz.v1beta1.EventRevoke', name)
}

/** What every block begins with. */
export function removeExpiredGrants({ store, block }: Context): void {
  for (const key of EXPIRATIONS.takeDue(store, blockTime(block) - 1n)) store.area(GRANTS).delete(key)
}

/** A grant in the words of the errors about it. */
export function wordsFor({ granter, grantee, typeUrl }: GrantName): string {
  return `given granter: ${granter}, grantee: ${grantee} & msgType: ${typeUrl} `
}

function list(store: Store, prefix: string): (GrantName & Grant)[] {
  return store
    .area(GRANTS)
    .keys(prefix)
    .flatMap((key) => {
      const [granter = '', grantee = ''] = key.split('/', 2)
      const typeUrl = key.slice(granter.length + grantee.length + 2)
      const name: GrantName = { granter: granter as Address, grantee: grantee as Address, typeUrl }
      const grant = findGrant(store, name)
      return grant === undefined ? [] : { ...name, ...grant }
    })
}

function keyOf({ granter, grantee, typeUrl }: GrantName): string {
  return `${granter}/${grantee}/${typeUrl}`
}

/** Puts a grant, or what is left of it, in its place. */
export function writeGrant(store: Store, name: GrantName, { authorization, expiration }: Grant): void {
  const stored: StoredGrant = {
    authorization: anyToStored(authorization),
    ...(expiration !== undefined && { expiration: String(expiration) }),
  }
  store.area(GRANTS).set(keyOf(name), JSON.stringify(stored))
}

function fromStored({ authorization, expiration }: StoredGrant): Grant {
  return {
    authorization: anyFromStored(authorization),
    ...(expiration !== undefined && { expiration: BigInt(expiration) }),
  }
}

function emit({ events }: Context, type: string, { granter, grantee, typeUrl }: GrantName): void {
  events.push(typedEvent(type, { grantee, granter, msg_type_url: typeUrl }))
}
