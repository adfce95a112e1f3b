import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractMessage, ContractStorage, ExecuteCall } from '../contract'
import { MessageFields } from '../message-fields'
import { genericError, parseError } from '../std-error'
import { requireStored, writeStored } from '../stored'
import { seedViewingKeys } from '../viewing-keys'
import { readRoyalties, setDefaultRoyalties } from './royalties'

export const HANDLE_TARGET = 'snip721_reference_impl::msg::HandleMsg'
export const QUERY_TARGET = 'snip721_reference_impl::msg::QueryMsg'
const INIT_TARGET = 'snip721_reference_impl::msg::InitMsg'

export const COLLECTION_STATUSES = ['normal', 'stop_transactions', 'stop_all'] as const

export interface CollectionConfig {
  readonly name: string
  readonly symbol: string
  readonly admin: Address
  readonly creator: Address
  readonly minters: readonly Address[]
  readonly status: (typeof COLLECTION_STATUSES)[number]
  readonly supplyIsPublic: boolean
  readonly ownerIsPublic: boolean
  readonly sealedMetadata: boolean
  readonly unwrapToPrivate: boolean
  readonly minterMayUpdate: boolean
  readonly ownerMayUpdate: boolean
  readonly burnEnabled: boolean
  /** How many were ever minted, and how many of them are left. */
  readonly minted: number
  readonly tokens: number
}

const KEY = 'config'

export function readConfig(storage: ContractStorage): CollectionConfig {
  return requireStored<CollectionConfig>(storage, KEY)
}

export function writeConfig(storage: ContractStorage, config: CollectionConfig): void {
  writeStored(storage, KEY, config)
}

/** Writes the configuration (Protocol 6.8); returns the message the creator wants sent after it. */
export function instantiateCollection(call: ExecuteCall, message: JsonValue): ContractMessage[] {
  const fields = new MessageFields(INIT_TARGET, message)
  const options = fields.optionalFields('config')
  const option = (name: string, otherwise = false): boolean => options?.optionalBoolean(name) ?? otherwise
  const admin = fields.optionalAddress('admin') ?? call.sender
  writeConfig(call.storage, {
    name: fields.string('name'),
    symbol: fields.string('symbol'),
    admin,
    creator: call.sender,
    minters: [admin],
    status: 'normal',
    supplyIsPublic: option('public_token_supply'),
    ownerIsPublic: option('public_owner'),
    sealedMetadata: option('enable_sealed_metadata'),
    unwrapToPrivate: option('unwrapped_metadata_is_private'),
    minterMayUpdate: option('minter_may_update_metadata', true),
    ownerMayUpdate: option('owner_may_update_metadata'),
    burnEnabled: option('enable_burn'),
    minted: 0,
    tokens: 0,
  })
  seedViewingKeys(call.storage, fields.string('entropy'))
  setDefaultRoyalties(call.storage, readRoyalties(fields, 'royalty_info'))
  const callback = fields.optionalFields('post_init_callback')
  return callback === undefined ? [] : [readCallback(callback)]
}

/** Throws unless the caller is the admin. */
export function requireAdmin(call: ExecuteCall): CollectionConfig {
  const config = readConfig(call.storage)
  if (config.admin !== call.sender) {
    throw genericError('This is an admin command and can only be run from the admin address')
  }
  return config
}

function readCallback(fields: MessageFields): ContractMessage {
  const message = new TextDecoder().decode(fields.bytes('msg'))
  return {
    kind: 'execute',
    contract: fields.address('contract_address'),
    codeHash: fields.string('code_hash'),
    message: parseCallback(message),
    funds: fields
      .items('send')
      .map((coin) => ({ denom: coin.string('denom'), amount: coin.amount('amount') })),
  }
}

function parseCallback(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw parseError(INIT_TARGET, cause.message)
    throw cause
  }
}
