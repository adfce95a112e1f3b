import type { JsonObject, JsonValue } from '../../../src/domain/index'
import { type Expiration, isExpired, type Moment } from '../expiration'
import { genericError } from '../std-error'
import { type Answer, accountOf, checkKey, includesExpired } from './asking'
import { EVERYBODY, type Permission } from './permission-list'
import { inventoryPermissions, isOwnerPublic } from './permissions'
import { requireToken } from './tokens'

/** A list of permissions as it is answered, and what everybody has of it apart. */
interface ApprovalList {
  readonly approvals: JsonObject[]
  readonly ownerPublic: Expiration | undefined
  readonly metadataPublic: Expiration | undefined
}

export function listApprovals(
  permissions: readonly Permission[],
  now: Moment,
  withExpired: boolean,
): ApprovalList {
  const everybody = permissions.find(({ address }) => address === EVERYBODY)?.until
  const live = (until: Expiration | undefined): Expiration | undefined =>
    until === undefined || isExpired(until, now) ? undefined : until
  const shown = (until: Expiration | undefined): Expiration | null =>
    (withExpired ? until : live(until)) ?? null
  const approvals = permissions.flatMap(({ address, until }) => {
    const row = {
      address,
      view_owner_expiration: shown(until.view_owner),
      view_private_metadata_expiration: shown(until.view_private_metadata),
      transfer_expiration: shown(until.transfer),
    }
    const none = [until.view_owner, until.view_private_metadata, until.transfer].every(
      (one) => shown(one) === null,
    )
    return address === EVERYBODY || none ? [] : [row]
  })
  return {
    approvals,
    ownerPublic: live(everybody?.view_owner),
    metadataPublic: live(everybody?.view_private_metadata),
  }
}

/** Who may transfer, in the form of CW-721. */
export function listSpenders(
  permissions: readonly Permission[],
  now: Moment,
  withExpired: boolean,
): JsonObject[] {
  return permissions.flatMap(({ address, until: { transfer } }) =>
    transfer === undefined || address === EVERYBODY || (!withExpired && isExpired(transfer, now))
      ? []
      : [{ spender: address, expires: transfer }],
  )
}

/** What everybody may see, and until when: by the collection's rule, else for this token, else for all of the owner's. */
export function describePublicity(ownerIsPublic: boolean, lists: readonly ApprovalList[]): JsonObject {
  const first = (pick: (list: ApprovalList) => Expiration | undefined): Expiration | undefined =>
    lists.map(pick).find((until) => until !== undefined)
  const owner = ownerIsPublic ? 'never' : first(({ ownerPublic }) => ownerPublic)
  const metadata = first(({ metadataPublic }) => metadataPublic)
  return {
    owner_is_public: owner !== undefined,
    public_ownership_expiration: owner ?? null,
    private_metadata_is_public: metadata !== undefined,
    private_metadata_is_public_expiration: metadata ?? null,
  }
}

export const tokenApprovals: Answer = (asked) => {
  const { storage, fields, now, signer } = asked
  const id = fields.string('token_id')
  const refusal = `You are not authorized to view approvals for token ${id}`
  const token = requireToken(storage, id, refusal)
  if (signer === undefined) checkKey(storage, token.owner, fields.string('viewing_key'))
  else if (signer !== token.owner) throw genericError(refusal)
  const own = listApprovals(token.permissions, now, includesExpired(asked))
  const inventory = listApprovals(inventoryPermissions(storage, token.owner), now, false)
  const publicity = describePublicity(isOwnerPublic(storage, token.owner), [own, inventory])
  return { token_approvals: { ...publicity, token_approvals: own.approvals } }
}

export const inventoryApprovals: Answer = (asked) => {
  const { storage, now } = asked
  const owner = accountOf(asked)
  const list = listApprovals(inventoryPermissions(storage, owner), now, includesExpired(asked))
  const publicity = describePublicity(isOwnerPublic(storage, owner), [list])
  return { inventory_approvals: { ...publicity, inventory_approvals: list.approvals } }
}

/** Without a key the list is empty, and not an error. */
export const approvedForAll: Answer = (asked) => {
  const { storage, fields, now, signer } = asked
  const owner = signer ?? fields.address('owner')
  const key = fields.optionalString('viewing_key')
  const answer = (operators: JsonObject[]): JsonValue => ({ approved_for_all: { operators } })
  if (signer === undefined && key === undefined) return answer([])
  if (signer === undefined) checkKey(storage, owner, key ?? '')
  return answer(listSpenders(inventoryPermissions(storage, owner), now, includesExpired(asked)))
}
