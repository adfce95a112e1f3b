import type { ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { readConfig } from './config'
import { readExclusiveMetadata } from './minting'
import { defaultRoyalties, readRoyalties, setDefaultRoyalties } from './royalties'
import { requireToken, writeToken } from './tokens'

/** set_metadata: by the owner or a minter, as the collection allows; what is sealed stays. */
export function setMetadata(call: ExecuteCall, fields: MessageFields): void {
  const { storage, sender } = call
  const id = fields.string('token_id')
  const refusal = `Not authorized to update metadata of token ${id}`
  const token = requireToken(storage, id, refusal)
  const { ownerMayUpdate, minterMayUpdate, minters } = readConfig(storage)
  const allowed = (ownerMayUpdate && token.owner === sender) || (minterMayUpdate && minters.includes(sender))
  if (!allowed) throw genericError(refusal)
  const publicMetadata = readExclusiveMetadata(fields, 'public_metadata')
  const privateMetadata = readExclusiveMetadata(fields, 'private_metadata')
  if (privateMetadata !== undefined && !token.unwrapped) {
    throw genericError('The private metadata of a sealed token can not be modified')
  }
  writeToken(storage, {
    ...token,
    publicMetadata: publicMetadata ?? token.publicMetadata,
    privateMetadata: privateMetadata ?? token.privateMetadata,
  })
}

/** set_royalty_info: of a token, by its creator who still owns it; without a token, the default, by a minter. */
export function setRoyaltyInfo(call: ExecuteCall, fields: MessageFields): void {
  const { storage, sender } = call
  const royalties = readRoyalties(fields, 'royalty_info')
  const id = fields.optionalString('token_id')
  if (id === undefined) {
    if (!readConfig(storage).minters.includes(sender)) {
      throw genericError('Only designated minters can set default royalties for the contract')
    }
    setDefaultRoyalties(storage, royalties)
    return
  }
  const refusal =
    "A token's RoyaltyInfo may only be set by the token creator when they are also the token owner"
  const token = requireToken(storage, id, refusal)
  if (!token.transferable) {
    throw genericError('Non-transferable tokens can not be sold, so royalties are meaningless')
  }
  if (token.mintRun.creator !== sender || token.owner !== sender) throw genericError(refusal)
  writeToken(storage, { ...token, royalties: royalties ?? defaultRoyalties(storage) })
}

/** reveal: unwraps sealed metadata for good, and makes it public unless the collection keeps it private. */
export function reveal(call: ExecuteCall, fields: MessageFields): void {
  const config = readConfig(call.storage)
  if (!config.sealedMetadata) {
    throw genericError('Sealed metadata functionality is not enabled for this contract')
  }
  const id = fields.string('token_id')
  const refusal = `You do not own token ${id}`
  const token = requireToken(call.storage, id, refusal)
  if (token.unwrapped) throw genericError('This token has already been unwrapped')
  if (token.owner !== call.sender) throw genericError(refusal)
  const { privateMetadata } = token
  const publish = !config.unwrapToPrivate && privateMetadata !== undefined
  const published = publish ? { publicMetadata: privateMetadata, privateMetadata: undefined } : {}
  writeToken(call.storage, { ...token, ...published, unwrapped: true })
}
