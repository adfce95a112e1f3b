import type { Address } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { type Expiration, isExpired, readExpiration } from '../expiration'
import { momentOf } from '../last-block'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { EVERYBODY, PERMISSION_KINDS, type PermissionKind, withPermission } from './permission-list'
import { inventoryPermissions, writeInventoryPermissions } from './permissions'
import { findToken, inventoryOf, requireToken, type Token, writeToken } from './tokens'

const ACCESS_LEVELS = ['approve_token', 'all', 'revoke_token', 'none'] as const
type AccessLevel = (typeof ACCESS_LEVELS)[number]

interface Change {
  readonly owner: Address
  readonly address: string
  readonly token: Token | undefined
  readonly levels: Readonly<Partial<Record<PermissionKind, AccessLevel | undefined>>>
  readonly expires: Expiration
  /** True if somebody else asks for it who may transfer all of the owner's tokens. */
  readonly byOperator: boolean
}

/** set_whitelisted_approval and set_global_approval: what an address, or everybody, may do with one token or all. */
export function setApproval(call: ExecuteCall, fields: MessageFields, whom: 'address' | 'everybody'): void {
  const id = fields.optionalString('token_id')
  const token = id === undefined ? undefined : requireOwn(call, id)
  const level = (name: string): AccessLevel | undefined => fields.optionalVariant(name, ACCESS_LEVELS)
  change(call, {
    owner: call.sender,
    address: whom === 'everybody' ? EVERYBODY : fields.address('address'),
    token,
    levels: {
      view_owner: level('view_owner'),
      view_private_metadata: level('view_private_metadata'),
      ...(whom === 'address' && { transfer: level('transfer') }),
    },
    expires: readExpiration(fields, 'expires') ?? 'never',
    byOperator: false,
  })
}

/** approve_all and revoke_all: an operator may transfer all of the caller's tokens. */
export function setOperator(call: ExecuteCall, fields: MessageFields, level: 'all' | 'none'): void {
  change(call, {
    owner: call.sender,
    address: fields.address('operator'),
    token: undefined,
    levels: { transfer: level },
    expires: (level === 'all' ? readExpiration(fields, 'expires') : undefined) ?? 'never',
    byOperator: false,
  })
}

/** approve and revoke: a spender may transfer one token; its owner's operators may say so too. */
export function setSpender(
  call: ExecuteCall,
  fields: MessageFields,
  level: 'approve_token' | 'revoke_token',
): void {
  const id = fields.string('token_id')
  const refusal = `Not authorized to grant/revoke transfer permission for token ${id}`
  const token = requireToken(call.storage, id, refusal)
  const byOperator = token.owner !== call.sender
  if (byOperator) requireOperator(call, token, refusal)
  change(call, {
    owner: token.owner,
    address: fields.address('spender'),
    token,
    levels: { transfer: level },
    expires: (level === 'approve_token' ? readExpiration(fields, 'expires') : undefined) ?? 'never',
    byOperator,
  })
}

/** Throws unless the caller owns the token. */
function requireOwn(call: ExecuteCall, id: string): Token {
  const refusal = `You do not own token ${id}`
  const token = requireToken(call.storage, id, refusal)
  if (token.owner !== call.sender) throw genericError(refusal)
  return token
}

function requireOperator(call: ExecuteCall, { owner }: Token, refusal: string): void {
  const own = inventoryPermissions(call.storage, owner).find(({ address }) => address === call.sender)
  const until = own?.until.transfer
  if (until === undefined) throw genericError(refusal)
  if (isExpired(until, momentOf(call.env))) {
    throw genericError(`Transfer authority for all tokens of ${owner} has expired`)
  }
}

function change(call: ExecuteCall, asked: Change): void {
  const { storage } = call
  for (const kind of PERMISSION_KINDS) {
    const level = asked.levels[kind]
    if (level === undefined) continue
    if (level === 'approve_token' || level === 'revoke_token') {
      if (!changeOne(call, asked, kind, level)) return
      continue
    }
    const { owner, address, expires } = asked
    setForInventory(storage, owner, address, kind, level === 'all' ? expires : undefined)
    for (const id of inventoryOf(storage, owner)) setForToken(storage, id, address, kind, undefined)
  }
}

/** Changes it for one token; returns false if nothing was to change. What was given for all is then given for each other. */
function changeOne(
  call: ExecuteCall,
  { owner, address, token, expires, byOperator }: Change,
  kind: PermissionKind,
  level: 'approve_token' | 'revoke_token',
): boolean {
  if (token === undefined) {
    throw genericError('Attempted to grant/revoke permission for a token, but did not specify a token ID')
  }
  const { storage } = call
  const all = inventoryPermissions(storage, owner).find((other) => other.address === address)?.until[kind]
  if (all !== undefined && !isExpired(all, momentOf(call.env))) {
    if (byOperator && level === 'revoke_token') {
      throw genericError('Can not revoke transfer permission from an existing operator')
    }
    const same = level === 'approve_token' && JSON.stringify(all) === JSON.stringify(expires)
    if (byOperator || same) return false
    for (const id of inventoryOf(storage, owner)) setForToken(storage, id, address, kind, all)
  }
  if (all !== undefined) setForInventory(storage, owner, address, kind, undefined)
  setForToken(storage, token.id, address, kind, level === 'approve_token' ? expires : undefined)
  return true
}

function setForToken(
  storage: ContractStorage,
  id: string,
  address: string,
  kind: PermissionKind,
  until: Expiration | undefined,
): void {
  const token = findToken(storage, id)
  if (token === undefined) return
  writeToken(storage, { ...token, permissions: withPermission(token.permissions, address, kind, until) })
}

function setForInventory(
  storage: ContractStorage,
  owner: Address,
  address: string,
  kind: PermissionKind,
  until: Expiration | undefined,
): void {
  const permissions = withPermission(inventoryPermissions(storage, owner), address, kind, until)
  writeInventoryPermissions(storage, owner, permissions)
}
