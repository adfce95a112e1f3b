import type { Address, JsonObject } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import type { MessageFields } from '../message-fields'
import { type Metadata, readMetadata } from '../nft-metadata'
import { genericError } from '../std-error'
import { readStored, writeStored } from '../stored'

/** What can be done with the tokens of one id. */
interface TokenConfig {
  readonly kind: 'fungible' | 'nft'
  readonly minters: readonly Address[]
  readonly decimals: number
  readonly publicTotalSupply: boolean
  readonly ownerIsPublic: boolean
  readonly enableMint: boolean
  readonly enableBurn: boolean
  readonly ownerMayUpdate: boolean
  readonly minterMayUpdate: boolean
}

export interface TokenInfo {
  readonly id: string
  readonly name: string
  readonly symbol: string
  readonly config: TokenConfig
  readonly publicMetadata?: Metadata | undefined
  readonly privateMetadata?: Metadata | undefined
  readonly curator: Address
}

export function findTokenInfo(storage: ContractStorage, id: string): TokenInfo | undefined {
  return readStored<TokenInfo>(storage, `token/${id}`)
}

/** Throws with the given words if there is no such token id. */
export function requireTokenInfo(storage: ContractStorage, id: string, refusal?: string): TokenInfo {
  const info = findTokenInfo(storage, id)
  if (info === undefined) throw genericError(refusal ?? `token_id ${id} does not exist`)
  return info
}

export function writeTokenInfo(storage: ContractStorage, info: TokenInfo): void {
  writeStored(storage, `token/${info.id}`, info)
}

/** Reads `token_info` and checks it as the contract does (Protocol 6.9). */
export function readTokenInfo(fields: MessageFields, curator: Address): TokenInfo {
  const info: TokenInfo = {
    id: fields.string('token_id'),
    name: fields.string('name'),
    symbol: fields.string('symbol'),
    config: readTokenConfig(fields),
    publicMetadata: readMetadata(fields, 'public_metadata'),
    privateMetadata: readMetadata(fields, 'private_metadata'),
    curator,
  }
  const length = new TextEncoder().encode(info.name).length
  if (length < 3 || length > 30) throw genericError('Name is not in the expected format (3-30 UTF-8 bytes)')
  if (!/^[A-Z]{3,6}$/.test(info.symbol)) {
    throw genericError('Ticker symbol is not in expected format [A-Z]{3,6}')
  }
  if (info.config.decimals > 18) throw genericError('Decimals must not exceed 18')
  return info
}

/** As `token_id_info` is answered; private metadata only if it is given. */
export function renderTokenInfo(info: TokenInfo, privateMetadata: Metadata | null): JsonObject {
  return {
    token_id: info.id,
    name: info.name,
    symbol: info.symbol,
    token_config: renderTokenConfig(info.config),
    public_metadata: info.publicMetadata ?? null,
    private_metadata: privateMetadata,
    curator: info.curator,
  }
}

function readTokenConfig(fields: MessageFields): TokenConfig {
  const kind = fields.variant('token_config', ['fungible', 'nft'])
  const config = fields.fields('token_config').fields(kind)
  const common = {
    kind,
    minters: config.addresses('minters'),
    publicTotalSupply: config.boolean('public_total_supply'),
    enableBurn: config.boolean('enable_burn'),
    minterMayUpdate: config.boolean('minter_may_update_metadata'),
  }
  if (kind === 'nft') {
    const ownerIsPublic = config.boolean('owner_is_public')
    const ownerMayUpdate = config.boolean('owner_may_update_metadata')
    return { ...common, decimals: 0, enableMint: false, ownerIsPublic, ownerMayUpdate }
  }
  const [decimals, enableMint] = [config.integer('decimals'), config.boolean('enable_mint')]
  return { ...common, decimals, enableMint, ownerIsPublic: false, ownerMayUpdate: false }
}

function renderTokenConfig(config: TokenConfig): JsonObject {
  const common = { minters: config.minters, public_total_supply: config.publicTotalSupply }
  if (config.kind === 'nft') {
    return {
      nft: {
        ...common,
        owner_is_public: config.ownerIsPublic,
        enable_burn: config.enableBurn,
        owner_may_update_metadata: config.ownerMayUpdate,
        minter_may_update_metadata: config.minterMayUpdate,
      },
    }
  }
  return {
    fungible: {
      ...common,
      decimals: config.decimals,
      enable_mint: config.enableMint,
      enable_burn: config.enableBurn,
      minter_may_update_metadata: config.minterMayUpdate,
    },
  }
}
