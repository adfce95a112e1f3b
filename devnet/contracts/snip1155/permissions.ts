import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { type Expiration, isExpired, type Moment, printExpiration, readExpiration } from '../expiration'
import { type Page, pageOf } from '../history'
import { momentOf } from '../last-block'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { readStored, writeStored } from '../stored'

/** What one address may do with one owner's tokens of one id, in the contract's own words. */
type Permission = {
  readonly view_balance_perm: boolean
  readonly view_balance_exp: Expiration
  readonly view_pr_metadata_perm: boolean
  readonly view_pr_metadata_exp: Expiration
  readonly trfer_allowance_perm: string
  readonly trfer_allowance_exp: Expiration
}

type PermissionKey = { readonly token_id: string; readonly allowed_addr: Address }

const NOTHING: Permission = {
  view_balance_perm: false,
  view_balance_exp: 'never',
  view_pr_metadata_perm: false,
  view_pr_metadata_exp: 'never',
  trfer_allowance_perm: '0',
  trfer_allowance_exp: 'never',
}

/** give_permission: what the message does not name stays as it is. */
export function givePermission(call: ExecuteCall, fields: MessageFields): void {
  const { storage, sender } = call
  const key: PermissionKey = {
    token_id: fields.string('token_id'),
    allowed_addr: fields.address('allowed_address'),
  }
  const known = findPermission(storage, sender, key)
  const old = known ?? NOTHING
  const allowance = fields.optionalAmount('transfer')
  writePermission(storage, sender, key, {
    view_balance_perm: fields.optionalBoolean('view_balance') ?? old.view_balance_perm,
    view_balance_exp: readExpiration(fields, 'view_balance_expiry') ?? old.view_balance_exp,
    view_pr_metadata_perm: fields.optionalBoolean('view_private_metadata') ?? old.view_pr_metadata_perm,
    view_pr_metadata_exp: readExpiration(fields, 'view_private_metadata_expiry') ?? old.view_pr_metadata_exp,
    trfer_allowance_perm: allowance === undefined ? old.trfer_allowance_perm : String(allowance),
    trfer_allowance_exp: readExpiration(fields, 'transfer_expiry') ?? old.trfer_allowance_exp,
  })
  if (known === undefined) writeStored(storage, keysOf(sender), [...listKeys(storage, sender), key])
}

/** revoke_permission: by who gave it or who has it. The entry stays, without any rights. */
export function revokePermission(call: ExecuteCall, fields: MessageFields): void {
  const owner = fields.address('owner')
  const key = { token_id: fields.string('token_id'), allowed_addr: fields.address('allowed_address') }
  if (call.sender !== owner && call.sender !== key.allowed_addr) {
    throw genericError('only the owner or address with permission can remove permission')
  }
  if (findPermission(call.storage, owner, key) === undefined) {
    throw genericError('cannot update or revoke a non-existent permission entry')
  }
  writePermission(call.storage, owner, key, NOTHING)
}

/** Takes `amount` from what the caller may transfer of the owner's; false if the owner permitted nothing at all. */
export function spendPermission(call: ExecuteCall, owner: Address, id: string, amount: bigint): boolean {
  const key = { token_id: id, allowed_addr: call.sender }
  const permission = findPermission(call.storage, owner, key)
  if (permission === undefined) return false
  if (isExpired(permission.trfer_allowance_exp, momentOf(call.env))) {
    throw genericError(`Allowance has expired: ${printExpiration(permission.trfer_allowance_exp)}`)
  }
  const allowed = BigInt(permission.trfer_allowance_perm)
  if (allowed < amount) throw genericError(`Insufficient transfer allowance: ${allowed}`)
  const left = { ...permission, trfer_allowance_perm: String(allowed - amount) }
  writePermission(call.storage, owner, key, left)
  return true
}

export function mayViewBalance(
  storage: ContractStorage,
  now: Moment,
  owner: Address,
  key: PermissionKey,
): boolean {
  const permission = findPermission(storage, owner, key)
  return permission?.view_balance_perm === true && !isExpired(permission.view_balance_exp, now)
}

/** Undefined if the owner permitted nothing at all, which is answered otherwise than having no right. */
export function mayViewMetadata(
  storage: ContractStorage,
  now: Moment,
  owner: Address,
  key: PermissionKey,
): boolean | undefined {
  const permission = findPermission(storage, owner, key)
  if (permission === undefined) return undefined
  return permission.view_pr_metadata_perm && !isExpired(permission.view_pr_metadata_exp, now)
}

export function queryPermission(storage: ContractStorage, fields: MessageFields): JsonValue {
  const key = { token_id: fields.string('token_id'), allowed_addr: fields.address('allowed_address') }
  return { permission: findPermission(storage, fields.address('owner'), key) ?? null }
}

/** All that an owner has permitted, the newest first; the two lists go side by side. */
export function queryAllPermissions(storage: ContractStorage, owner: Address, page: Page): JsonValue {
  const keys = listKeys(storage, owner)
  const shown = pageOf(keys.toReversed(), page)
  return {
    all_permissions: {
      permission_keys: shown,
      permissions: shown.map((key) => findPermission(storage, owner, key) ?? NOTHING),
      total: keys.length,
    },
  }
}

function listKeys(storage: ContractStorage, owner: Address): PermissionKey[] {
  return readStored<PermissionKey[]>(storage, keysOf(owner)) ?? []
}

function keysOf(owner: Address): string {
  return `permission-keys/${owner}`
}

function findPermission(
  storage: ContractStorage,
  owner: Address,
  { token_id, allowed_addr }: PermissionKey,
): Permission | undefined {
  return readStored<Permission>(storage, `permission/${owner}/${allowed_addr}/${token_id}`)
}

function writePermission(
  storage: ContractStorage,
  owner: Address,
  { token_id, allowed_addr }: PermissionKey,
  permission: Permission,
): void {
  writeStored(storage, `permission/${owner}/${allowed_addr}/${token_id}`, permission)
}
