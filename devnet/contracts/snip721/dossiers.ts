import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { describePublicity, listApprovals } from './approval-lists'
import { type Answer, type Asked, includesExpired, viewerOf } from './asking'
import { readConfig } from './config'
import { inventoryPermissions, isOwnerPublic, maySeeOwner, refusalOf } from './permissions'
import { renderRoyalties } from './royalties'
import { type MintRun, notAuthorized, requireToken, type Token } from './tokens'

/** nft_dossier: all that the viewer may see of a token (Protocol 6.8). */
export const nftDossier: Answer = (asked) => ({
  nft_dossier: dossierOf(asked, asked.fields.string('token_id'), viewerOf(asked)),
})

export const batchNftDossier: Answer = (asked) => {
  const viewer = viewerOf(asked)
  const dossiers = asked.fields
    .strings('token_ids')
    .map((id) => ({ token_id: id, ...dossierOf(asked, id, viewer) }))
  return { batch_nft_dossier: { nft_dossiers: dossiers } }
}

function dossierOf(asked: Asked, id: string, viewer: Address | undefined): JsonObject {
  const { storage, now } = asked
  const token = requireToken(storage, id, notAuthorized(id))
  const mayTrade = refusalOf(storage, now, { token, viewer, kind: 'transfer' }) === undefined
  return {
    owner: maySeeOwner(storage, now, token, viewer) ? token.owner : null,
    public_metadata: token.publicMetadata ?? null,
    ...privatePart(asked, token, viewer),
    royalty_info: renderRoyalties(token.royalties, mayTrade),
    mint_run_info: renderMintRun(storage, token.mintRun),
    transferable: token.transferable,
    unwrapped: token.unwrapped,
    ...approvalsPart(asked, token, viewer),
  }
}

function privatePart({ storage, now }: Asked, token: Token, viewer: Address | undefined): JsonObject {
  const refusal =
    refusalOf(storage, now, { token, viewer, kind: 'view_private_metadata' }) ??
    (token.unwrapped
      ? undefined
      : `Sealed metadata of token ${token.id} must be unwrapped by calling Reveal before it can be viewed`)
  return {
    private_metadata: refusal === undefined ? (token.privateMetadata ?? null) : null,
    display_private_metadata_error: refusal ?? null,
  }
}

/** Only the owner sees the approvals; everybody sees what is public. */
function approvalsPart(asked: Asked, token: Token, viewer: Address | undefined): JsonObject {
  const { storage, now } = asked
  const own = listApprovals(token.permissions, now, includesExpired(asked))
  const inventory = listApprovals(inventoryPermissions(storage, token.owner), now, includesExpired(asked))
  const isOwner = viewer === token.owner
  return {
    ...describePublicity(isOwnerPublic(storage, token.owner), [own, inventory]),
    token_approvals: isOwner ? own.approvals : null,
    inventory_approvals: isOwner ? inventory.approvals : null,
  }
}

function renderMintRun(
  storage: ContractStorage,
  { creator, time, run, serial, quantity }: MintRun,
): JsonValue {
  return {
    collection_creator: readConfig(storage).creator,
    token_creator: creator,
    time_of_minting: time,
    mint_run: run,
    serial_number: serial,
    quantity_minted_this_run: quantity,
  }
}
