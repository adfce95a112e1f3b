import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { NO_METADATA } from '../nft-metadata'
import { genericError } from '../std-error'
import { listSpenders } from './approval-lists'
import { type Answer, type Asked, accountOf, includesExpired, viewerOf } from './asking'
import { readConfig } from './config'
import { inventoryPermissions, maySeeOwner, refusalOf } from './permissions'
import { defaultRoyalties, renderRoyalties } from './royalties'
import { findToken, notAuthorized, notFound, requireToken, type Token } from './tokens'

export const ownerOf: Answer = (asked) => {
  const { owner, approvals, token } = ownerAndApprovals(asked)
  if (owner === null) throw genericError(`You are not authorized to view the owner of token ${token.id}`)
  return { owner_of: { owner, approvals } }
}

/** Public metadata; where nobody may know which tokens there are, any other has empty metadata. */
export const nftInfo: Answer = ({ storage, fields }) => {
  const id = fields.string('token_id')
  const token = findToken(storage, id)
  if (token === undefined && readConfig(storage).supplyIsPublic) throw genericError(notFound(id))
  return { nft_info: token?.publicMetadata ?? NO_METADATA }
}

export const allNftInfo: Answer = (asked) => {
  const { owner, approvals, token } = ownerAndApprovals(asked)
  return { all_nft_info: { access: { owner, approvals }, info: token.publicMetadata ?? null } }
}

export const privateMetadata: Answer = (asked) => {
  const { storage, now } = asked
  const { token, viewer } = tokenAsked(asked)
  const refusal = refusalOf(storage, now, { token, viewer, kind: 'view_private_metadata' })
  if (refusal !== undefined) throw genericError(refusal)
  if (!token.unwrapped) {
    throw genericError('Sealed metadata must be unwrapped by calling Reveal before it can be viewed')
  }
  return { private_metadata: token.privateMetadata ?? NO_METADATA }
}

/** A token's royalties or the default ones, with their recipients only for those who may trade the token, or mint. */
export const royaltyInfo: Answer = (asked) => {
  const { storage, fields, now } = asked
  const viewer = viewerOf(asked)
  const { minters, supplyIsPublic } = readConfig(storage)
  const isMinter = viewer !== undefined && minters.includes(viewer)
  const answer = (info: JsonValue): JsonValue => ({ royalty_info: { royalty_info: info } })
  const id = fields.optionalString('token_id')
  if (id === undefined) return answer(renderRoyalties(defaultRoyalties(storage), isMinter))
  const token = findToken(storage, id)
  if (token === undefined) {
    if (supplyIsPublic || isMinter) throw genericError(notFound(id))
    return answer(renderRoyalties(defaultRoyalties(storage), false))
  }
  const mayTrade = refusalOf(storage, now, { token, viewer, kind: 'transfer' }) === undefined
  return answer(renderRoyalties(token.royalties, mayTrade))
}

export const isUnwrapped: Answer = ({ storage, fields }) => {
  const config = readConfig(storage)
  const token = findUnlessHidden(storage, fields.string('token_id'))
  return { is_unwrapped: { token_is_unwrapped: token?.unwrapped ?? !config.sealedMetadata } }
}

export const isTransferable: Answer = ({ storage, fields }) => {
  const token = findUnlessHidden(storage, fields.string('token_id'))
  return { is_transferable: { token_is_transferable: token?.transferable ?? true } }
}

/** Whether an account may transfer all of these tokens, and the first that it may not. */
export const verifyTransferApproval: Answer = (asked) => {
  const { storage, fields, now } = asked
  const viewer = accountOf(asked)
  const refused = fields.strings('token_ids').find((id) => {
    const token = findToken(storage, id)
    if (token === undefined || !token.transferable) return true
    return refusalOf(storage, now, { token, viewer, kind: 'transfer' }) !== undefined
  })
  return {
    verify_transfer_approval: {
      approved_for_all: refused === undefined,
      first_unapproved_token: refused ?? null,
    },
  }
}

function tokenAsked(asked: Asked): { token: Token; viewer: Address | undefined } {
  const viewer = viewerOf(asked)
  const id = asked.fields.string('token_id')
  return { token: requireToken(asked.storage, id, notAuthorized(id)), viewer }
}

/** Only the owner sees who may transfer the token. */
function ownerAndApprovals(asked: Asked): { token: Token; owner: Address | null; approvals: JsonObject[] } {
  const { storage, now } = asked
  const { token, viewer } = tokenAsked(asked)
  if (!maySeeOwner(storage, now, token, viewer)) return { token, owner: null, approvals: [] }
  const { owner } = token
  const lists = viewer === owner ? [token.permissions, inventoryPermissions(storage, owner)] : []
  const approvals = lists.flatMap((list) => listSpenders(list, now, includesExpired(asked)))
  return { token, owner, approvals }
}

/** Throws if everybody may know that there is no such token. */
function findUnlessHidden(storage: Asked['storage'], id: string): Token | undefined {
  const token = findToken(storage, id)
  if (token === undefined && readConfig(storage).supplyIsPublic) throw genericError(notFound(id))
  return token
}
