import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, QueryCall } from '../contract'
import type { GuardedQuery, OpenQuery, QueryTable } from '../guarded-queries'
import { type Page, readHistory, readPage } from '../history'
import { rememberedBlock } from '../last-block'
import type { MessageFields } from '../message-fields'
import { type OpenPermit, permits, printPermissions } from '../permits'
import { registeredCodeHash } from '../receivers'
import { genericError } from '../std-error'
import { transactionHistory } from '../token-history'
import { balanceOf, hasBalance, ownerOfNft, totalSupply } from './balances'
import { QUERY_TARGET, readConfig } from './config'
import { mayViewBalance, mayViewMetadata, queryAllPermissions, queryPermission } from './permissions'
import { renderTokenInfo, requireTokenInfo, type TokenInfo } from './token-info'

const OPEN: Readonly<Record<string, OpenQuery>> = {
  contract_info: ({ storage }) => {
    const { admin, curators, tokenIds } = readConfig(storage)
    return { contract_info: { admin, curators, all_token_ids: tokenIds } }
  },
  token_id_public_info: ({ storage }, fields) => {
    const info = requireTokenInfo(storage, fields.string('token_id'))
    return { token_id_public_info: describeToken(storage, info, false) }
  },
  registered_code_hash: ({ storage }, fields) => ({
    registered_code_hash: { code_hash: registeredCodeHash(storage, fields.address('contract')) ?? null },
  }),
}

const GUARDED: Readonly<Record<string, GuardedQuery>> = {
  balance: {
    viewers: ['viewer'],
    checkPermit: requireOwnerPermit,
    answer: queryBalance,
  },
  all_balances: {
    viewers: ['owner'],
    checkPermit: requireOwnerPermit,
    answer: ({ storage }, owner, fields) => queryAllBalances(storage, owner, readScan(fields)),
  },
  transaction_history: {
    viewers: ['address'],
    checkPermit: requireOwnerPermit,
    answer: ({ storage }, viewer, fields) => transactionHistory(storage, viewer, readPage(fields)),
  },
  permission: {
    viewers: ['owner', 'allowed_address'],
    checkPermit: checkPartyPermit,
    answer: ({ storage }, _, fields) => queryPermission(storage, fields),
  },
  all_permissions: {
    viewers: ['address'],
    checkPermit: requireOwnerPermit,
    answer: ({ storage }, viewer, fields) => queryAllPermissions(storage, viewer, readPage(fields)),
  },
  token_id_private_info: {
    viewers: ['address'],
    checkPermit: requireOwnerPermit,
    answer: queryPrivateInfo,
  },
}

/** The queries of SNIP-1155 (Protocol 6.9). */
export const QUERIES: QueryTable = {
  target: QUERY_TARGET,
  permits: { dated: false, badSignature: 'gives no reason' },
  open: OPEN,
  guarded: GUARDED,
}

function requireOwnerPermit(permit: OpenPermit): void {
  if (permits(permit, 'owner')) return
  const given = printPermissions(permit)
  throw genericError(`\`Owner\` permit required for SNIP1155 permit queries, got permissions ${given}`)
}

function checkPartyPermit(permit: OpenPermit, fields: MessageFields): void {
  requireOwnerPermit(permit)
  const [owner, allowed] = [fields.address('owner'), fields.address('allowed_address')]
  if (permit.signer === owner || permit.signer === allowed) return
  throw genericError(
    `Cannot query permission. Requires permit for either owner "${owner}" or viewer||spender "${allowed}", ` +
      `got permit for "${permit.signer}"`,
  )
}

function queryBalance({ storage }: QueryCall, viewer: Address, fields: MessageFields): JsonValue {
  const owner = fields.address('owner')
  const id = fields.string('token_id')
  const key = { token_id: id, allowed_addr: viewer }
  if (viewer !== owner && !mayViewBalance(storage, rememberedBlock(storage), owner, key)) {
    throw genericError('you do have have permission to view balance')
  }
  return { balance: { amount: String(balanceOf(storage, id, owner)) } }
}

/** Only the ids that the scanned page of the history names are found (Protocol 6.9). */
function queryAllBalances(storage: ContractStorage, owner: Address, page: Page): JsonValue {
  const { entries } = readHistory<{ token_id: string }>(storage, `transactions/${owner}`, page)
  const ids = [...new Set(entries.map(({ token_id }) => token_id))].sort()
  const balances = ids
    .filter((id) => hasBalance(storage, id, owner))
    .map((id) => ({ token_id: id, amount: String(balanceOf(storage, id, owner)) }))
  return { all_balances: balances }
}

function readScan(fields: MessageFields): Page {
  return {
    page: fields.optionalInteger('tx_history_page') ?? 0,
    size: fields.optionalInteger('tx_history_page_size') ?? 0xffff_ffff,
  }
}

/** Who has a token sees its private metadata; so does whom the publicly known owner permits to. */
function queryPrivateInfo({ storage }: QueryCall, viewer: Address, fields: MessageFields): JsonValue {
  const info = requireTokenInfo(storage, fields.string('token_id'))
  const holds = balanceOf(storage, info.id, viewer) > 0n
  const owner = publicOwner(storage, info)
  const key = { token_id: info.id, allowed_addr: viewer }
  const permitted =
    owner === undefined ? undefined : mayViewMetadata(storage, rememberedBlock(storage), owner, key)
  if (!holds && permitted === undefined) {
    throw genericError('you do have have permission to view private token info')
  }
  return { token_id_private_info: describeToken(storage, info, holds || permitted === true) }
}

function describeToken(storage: ContractStorage, info: TokenInfo, withPrivate: boolean): JsonObject {
  const { publicTotalSupply } = info.config
  return {
    token_id_info: renderTokenInfo(info, withPrivate ? (info.privateMetadata ?? null) : null),
    total_supply: publicTotalSupply ? String(totalSupply(storage, info.id)) : null,
    owner: publicOwner(storage, info) ?? null,
  }
}

function publicOwner(storage: ContractStorage, { id, config }: TokenInfo): Address | undefined {
  return config.ownerIsPublic ? ownerOfNft(storage, id) : undefined
}
