import type { Address } from '../../../src/domain/index'
import type { ExecuteCall } from '../contract'
import { changeList } from '../list-change'
import type { MessageFields } from '../message-fields'
import { readMetadata } from '../nft-metadata'
import { genericError } from '../std-error'
import { recordEntry } from '../token-history'
import { moveTokens, ownerOfNft } from './balances'
import { readConfig, writeConfig } from './config'
import { findTokenInfo, readTokenInfo, requireTokenInfo, type TokenInfo, writeTokenInfo } from './token-info'

interface Holding {
  readonly address: Address
  readonly amount: bigint
}

/** curate_token_ids: makes new ids, with their first tokens. */
export function curateTokenIds(call: ExecuteCall, fields: MessageFields): void {
  if (!readConfig(call.storage).curators.includes(call.sender)) {
    throw genericError('Only curators are allowed to curate token_ids')
  }
  curateTokens(call, fields, 'initial_tokens', fields.optionalString('memo'))
}

/** Makes the ids that the field lists, whoever asks. */
export function curateTokens(
  call: ExecuteCall,
  fields: MessageFields,
  list: string,
  memo: string | undefined,
): void {
  for (const initial of fields.items(list)) {
    const info = readTokenInfo(initial.fields('token_info'), call.sender)
    const holdings = readHoldings(initial)
    if (findTokenInfo(call.storage, info.id) !== undefined) {
      throw genericError('token_id already exists. Try a different id String')
    }
    checkUnique(info, holdings)
    writeTokenInfo(call.storage, info)
    for (const holding of holdings) mintTo(call, info, holding, memo)
    const config = readConfig(call.storage)
    writeConfig(call.storage, { ...config, tokenIds: [...config.tokenIds, info.id] })
  }
}

/** mint_tokens: more tokens of ids that allow it, by their minters. */
export function mintTokens(call: ExecuteCall, fields: MessageFields): void {
  for (const mint of fields.items('mint_tokens')) {
    const info = requireTokenInfo(call.storage, mint.string('token_id'), nonExistent('mint'))
    if (!info.config.enableMint) throw genericError('minting is not enabled for this token_id')
    if (!info.config.minters.includes(call.sender)) {
      throw genericError(`Only minters are allowed to mint additional tokens for token_id ${info.id}`)
    }
    for (const holding of readHoldings(mint)) mintTo(call, info, holding, fields.optionalString('memo'))
  }
}

/** burn_tokens: one's own tokens. */
export function burnTokens(call: ExecuteCall, fields: MessageFields): void {
  for (const burn of fields.items('burn_tokens')) {
    const info = requireTokenInfo(call.storage, burn.string('token_id'), nonExistent('burn'))
    if (!info.config.enableBurn) throw genericError('burning is not enabled for this token_id')
    for (const { address, amount } of readHoldings(burn)) {
      if (address !== call.sender) {
        throw genericError(`you do not have permission to burn ${amount} tokens from address ${address}`)
      }
      moveTokens(call.storage, info, { from: address, amount })
      recordEntry(call, {
        tokenId: info.id,
        action: { burn: { burner: null, owner: address, amount: String(amount) } },
        memo: fields.optionalString('memo'),
        seenBy: [address],
      })
    }
  }
}

/** change_metadata: by the owner or a minter, as the id allows. */
export function changeMetadata(call: ExecuteCall, fields: MessageFields): void {
  const info = requireTokenInfo(call.storage, fields.string('token_id'))
  const { minters, minterMayUpdate, ownerMayUpdate } = info.config
  const isOwner = ownerOfNft(call.storage, info.id) === call.sender
  if (!(isOwner && ownerMayUpdate) && !(minters.includes(call.sender) && minterMayUpdate)) {
    throw genericError(`unable to change the metadata for token_id ${info.id}`)
  }
  writeTokenInfo(call.storage, {
    ...info,
    publicMetadata: readMetadata(fields, 'public_metadata') ?? info.publicMetadata,
    privateMetadata: readMetadata(fields, 'private_metadata') ?? info.privateMetadata,
  })
}

/** add_minters and remove_minters of one token id. */
export function changeMinters(call: ExecuteCall, fields: MessageFields, change: 'add' | 'remove'): void {
  const info = requireTokenInfo(call.storage, fields.string('token_id'))
  if (readConfig(call.storage).admin !== call.sender) {
    throw genericError('You need to be the admin to add or remove minters')
  }
  const minters = changeList(info.config.minters, change, fields.addresses(`${change}_minters`))
  writeTokenInfo(call.storage, { ...info, config: { ...info.config, minters } })
}

function mintTo(call: ExecuteCall, info: TokenInfo, holding: Holding, memo: string | undefined): void {
  const { address, amount } = holding
  moveTokens(call.storage, info, { to: address, amount })
  recordEntry(call, {
    tokenId: info.id,
    action: { mint: { minter: call.sender, recipient: address, amount: String(amount) } },
    memo,
    seenBy: [address, call.sender],
  })
}

/** An NFT is one token of one owner. */
function checkUnique({ id, config }: TokenInfo, holdings: readonly Holding[]): void {
  if (config.kind === 'fungible') return
  const only = `token_id ${id} is an NFT; there can only be one NFT.`
  const [first, ...more] = holdings
  if (first === undefined || more.length > 0) {
    throw genericError(`${only} Balances should only have one address`)
  }
  if (first.amount !== 1n) throw genericError(`${only} Balances.amount must == 1`)
}

function readHoldings(fields: MessageFields): Holding[] {
  return fields
    .items('balances')
    .map((balance) => ({ address: balance.address('address'), amount: balance.amount('amount') }))
}

function nonExistent(action: 'mint' | 'burn'): string {
  return (
    `token_id does not exist. Cannot ${action} non-existent \`token_ids\`. ` +
    'Use `curate_token_ids` to create tokens on new `token_ids`'
  )
}
