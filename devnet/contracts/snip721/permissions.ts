import type { Address } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { type Expiration, isExpired, type Moment } from '../expiration'
import { readStored, writeStored } from '../stored'
import { readConfig } from './config'
import { EVERYBODY, type Permission, type PermissionKind } from './permission-list'
import { notAuthorized, type Token } from './tokens'

/** What an owner permits for all tokens, those to come included. */
export function inventoryPermissions(storage: ContractStorage, owner: Address): Permission[] {
  return readStored<Permission[]>(storage, `permissions/${owner}`) ?? []
}

export function writeInventoryPermissions(
  storage: ContractStorage,
  owner: Address,
  permissions: readonly Permission[],
): void {
  writeStored(storage, `permissions/${owner}`, permissions)
}

/** Undefined if the viewer may; otherwise what the contract says. Nobody in particular has only what everybody has. */
export function refusalOf(
  storage: ContractStorage,
  now: Moment,
  asked: { readonly token: Token; readonly viewer: Address | undefined; readonly kind: PermissionKind },
): string | undefined {
  const { token, viewer, kind } = asked
  if (viewer === token.owner) return undefined
  const inventory = inventoryPermissions(storage, token.owner)
  const expirations = [
    ...expirationsFor(token.permissions, viewer, kind, `Access to token ${token.id} has expired`),
    ...expirationsFor(inventory, viewer, kind, `Access to all tokens of ${token.owner} has expired`),
  ]
  if (expirations.some(({ until }) => !isExpired(until, now))) return undefined
  return expirations.find(({ text }) => text !== undefined)?.text ?? notAuthorized(token.id)
}

/** True if the owner of the token is shown to everybody, because all owners are and this one did not object. */
export function isOwnerPublic(storage: ContractStorage, owner: Address): boolean {
  return readConfig(storage).ownerIsPublic && storage.get(`owner-is-private/${owner}`) === undefined
}

/** make_ownership_private */
export function makeOwnershipPrivate(storage: ContractStorage, owner: Address): void {
  if (readConfig(storage).ownerIsPublic) storage.set(`owner-is-private/${owner}`, '1')
}

/** True if the viewer may see who owns the token. */
export function maySeeOwner(
  storage: ContractStorage,
  now: Moment,
  token: Token,
  viewer: Address | undefined,
): boolean {
  if (isOwnerPublic(storage, token.owner)) return true
  return refusalOf(storage, now, { token, viewer, kind: 'view_owner' }) === undefined
}

function expirationsFor(
  list: readonly Permission[],
  viewer: Address | undefined,
  kind: PermissionKind,
  expiredText: string,
): { until: Expiration; text: string | undefined }[] {
  return list.flatMap(({ address, until: { [kind]: until } }) => {
    if (until === undefined || (address !== viewer && address !== EVERYBODY)) return []
    return [{ until, text: address === viewer ? expiredText : undefined }]
  })
}
