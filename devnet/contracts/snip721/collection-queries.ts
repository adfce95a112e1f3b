import type { Address, JsonValue } from '../../../src/domain/index'
import { readPage } from '../history'
import { registeredCodeHash } from '../receivers'
import { genericError } from '../std-error'
import { transactionHistory as historyOf } from '../token-history'
import { isViewingKey } from '../viewing-keys'
import { type Answer, type Asked, accountOf, checkKey, viewerOf } from './asking'
import { readConfig } from './config'
import { isOwnerPublic, maySeeOwner, refusalOf } from './permissions'
import { findToken, inventoryOf, notAuthorized, notFound, tokenIdsFrom } from './tokens'
import { receivesBatches } from './transfers'

const ALL_TOKENS_LIMIT = 300
const TOKENS_LIMIT = 30
const HISTORY_PAGE_SIZE = 30

export const contractInfo: Answer = ({ storage }) => {
  const { name, symbol } = readConfig(storage)
  return { contract_info: { name, symbol } }
}

export const contractConfig: Answer = ({ storage }) => {
  const config = readConfig(storage)
  return {
    contract_config: {
      token_supply_is_public: config.supplyIsPublic,
      owner_is_public: config.ownerIsPublic,
      sealed_metadata_is_enabled: config.sealedMetadata,
      unwrapped_metadata_is_private: config.unwrapToPrivate,
      minter_may_update_metadata: config.minterMayUpdate,
      owner_may_update_metadata: config.ownerMayUpdate,
      burn_is_enabled: config.burnEnabled,
      implements_non_transferable_tokens: true,
      implements_token_subtype: true,
    },
  }
}

export const numTokens: Answer = (asked) => {
  checkSupplyAccess(asked)
  return { num_tokens: { count: readConfig(asked.storage).tokens } }
}

export const allTokens: Answer = (asked) => {
  const { storage, fields } = asked
  checkSupplyAccess(asked)
  const after = fields.optionalString('start_after')
  const last = after === undefined ? undefined : findToken(storage, after)
  if (after !== undefined && last === undefined) throw genericError(notFound(after))
  const ids = tokenIdsFrom(storage, last === undefined ? 0 : last.index + 1)
  const limit = fields.optionalInteger('limit') ?? ALL_TOKENS_LIMIT
  return { token_list: { tokens: ids.slice(0, limit) } }
}

/** What an account owns, as far as the viewer may know. */
export const tokens: Answer = (asked) => {
  const { fields } = asked
  const owner = fields.address('owner')
  const viewer = inventoryViewer(asked, owner)
  const visible = visibleTokens(asked, owner, viewer)
  const after = fields.optionalString('start_after')
  const begin = after === undefined ? 0 : placeAfter(asked, owner, viewer, after)
  const rest = inventoryOf(asked.storage, owner).slice(begin)
  const limit = fields.optionalInteger('limit') ?? TOKENS_LIMIT
  return { token_list: { tokens: rest.filter((id) => visible.has(id)).slice(0, limit) } }
}

export const numTokensOfOwner: Answer = (asked) => {
  const owner = asked.fields.address('owner')
  return { num_tokens: { count: visibleTokens(asked, owner, inventoryViewer(asked, owner)).size } }
}

export const transactionHistory: Answer = (asked) =>
  historyOf(asked.storage, accountOf(asked), readPage(asked.fields, HISTORY_PAGE_SIZE))

export const registeredCode: Answer = ({ storage, fields }): JsonValue => {
  const contract = fields.address('contract')
  return {
    registered_code_hash: {
      code_hash: registeredCodeHash(storage, contract) ?? null,
      also_implements_batch_receive_nft: receivesBatches({ storage }, contract),
    },
  }
}

function checkSupplyAccess(asked: Asked): void {
  const { supplyIsPublic, minters } = readConfig(asked.storage)
  if (supplyIsPublic) return
  const viewer = viewerOf(asked)
  if (viewer === undefined || !minters.includes(viewer)) {
    throw genericError('The token supply of this contract is private')
  }
}

/** Here `viewer` is a bare address; a key that is not the viewer's must be the owner's (Protocol 6.8). */
function inventoryViewer({ storage, fields, signer }: Asked, owner: Address): Address | undefined {
  if (signer !== undefined) return signer
  const key = fields.optionalString('viewing_key')
  if (key === undefined) return undefined
  const viewer = fields.optionalAddress('viewer')
  if (viewer !== undefined && isViewingKey(storage, viewer, key)) return viewer
  checkKey(storage, owner, key)
  return owner
}

function visibleTokens({ storage, now }: Asked, owner: Address, viewer: Address | undefined): Set<string> {
  const ids = inventoryOf(storage, owner)
  return new Set(
    ids.filter((id) => {
      const token = findToken(storage, id)
      return token !== undefined && maySeeOwner(storage, now, token, viewer)
    }),
  )
}

/** Where the list goes on; who may not know whose a token is learns no more from asking this way. */
function placeAfter(
  { storage, now }: Asked,
  owner: Address,
  viewer: Address | undefined,
  id: string,
): number {
  const notOwned = `Token ID: ${id} is not in the specified inventory`
  const seesAll = viewer === owner || isOwnerPublic(storage, owner)
  const token = findToken(storage, id)
  if (token === undefined) {
    const hidden = seesAll ? notOwned : notAuthorized(id)
    throw genericError(readConfig(storage).supplyIsPublic ? notFound(id) : hidden)
  }
  const refusal = seesAll ? undefined : refusalOf(storage, now, { token, viewer, kind: 'view_owner' })
  if (refusal !== undefined) throw genericError(refusal)
  const place = inventoryOf(storage, owner).indexOf(id)
  if (place < 0) throw genericError(notOwned)
  return place + 1
}
