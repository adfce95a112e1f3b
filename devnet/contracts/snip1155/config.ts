import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { changeList, type ListChange } from '../list-change'
import { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { requireStored, writeStored } from '../stored'
import { seedViewingKeys } from '../viewing-keys'

export const HANDLE_TARGET = 'snip1155_reference_impl::msg::HandleMsg'
export const QUERY_TARGET = 'snip1155_reference_impl::msg::QueryMsg'
const INIT_TARGET = 'snip1155_reference_impl::msg::InitMsg'

export interface ContractConfig {
  /** Null if there is none, or none any more. */
  readonly admin: Address | null
  /** Who may create token ids. */
  readonly curators: readonly Address[]
  readonly tokenIds: readonly string[]
}

const KEY = 'config'

export function readConfig(storage: ContractStorage): ContractConfig {
  return requireStored<ContractConfig>(storage, KEY)
}

export function writeConfig(storage: ContractStorage, config: ContractConfig): void {
  writeStored(storage, KEY, config)
}

/** Writes the configuration; returns the fields of the init message, which may name tokens too (Protocol 6.9). */
export function instantiateContract(call: ExecuteCall, message: JsonValue): MessageFields {
  const fields = new MessageFields(INIT_TARGET, message)
  const admin = fields.boolean('has_admin') ? (fields.optionalAddress('admin') ?? call.sender) : null
  writeConfig(call.storage, { admin, curators: fields.addresses('curators'), tokenIds: [] })
  seedViewingKeys(call.storage, fields.string('entropy'))
  return fields
}

export function changeCurators(call: ExecuteCall, change: ListChange, curators: readonly Address[]): void {
  const config = requireAdmin(call)
  writeConfig(call.storage, { ...config, curators: changeList(config.curators, change, curators) })
}

export function changeAdmin(call: ExecuteCall, admin: Address): void {
  writeConfig(call.storage, { ...requireAdmin(call), admin })
}

/** remove_admin: for good, so the message must say twice what it means. */
export function removeAdmin(call: ExecuteCall, fields: MessageFields): void {
  const config = requireAdmin(call)
  const meant =
    fields.address('current_admin') === config.admin &&
    fields.address('contract_address') === call.env.contract.address
  if (!meant) throw genericError('your inputs are incorrect to perform this function')
  writeConfig(call.storage, { ...config, admin: null })
}

/** Throws unless the caller is the admin. */
function requireAdmin(call: ExecuteCall): ContractConfig {
  const config = readConfig(call.storage)
  if (config.admin === null) throw genericError('This contract has no admin')
  if (config.admin !== call.sender) throw genericError('This is an admin function')
  return config
}
