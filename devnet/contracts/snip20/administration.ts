import type { Address } from '../../../src/domain/index'
import type { ExecuteCall } from '../contract'
import { changeList, type ListChange } from '../list-change'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { CONTRACT_STATUSES, readConfig, type TokenConfig, writeConfig } from './config'
import { requireMinting } from './minting'

export function changeMinters(call: ExecuteCall, change: ListChange, minters: readonly Address[]): void {
  const config = requireMinting(requireAdmin(call))
  writeConfig(call.storage, { ...config, minters: changeList(config.minters, change, minters) })
}

/** add_supported_denoms and remove_supported_denoms: which coins can be wrapped and unwrapped. */
export function changeDenoms(call: ExecuteCall, change: ListChange, denoms: readonly string[]): void {
  const config = requireAdmin(call)
  if (!config.canModifyDenoms) throw genericError('Cannot modify denoms for this contract')
  const supportedDenoms = changeList(config.supportedDenoms, change, denoms)
  writeConfig(call.storage, { ...config, supportedDenoms })
}

export function changeAdmin(call: ExecuteCall, admin: Address): void {
  writeConfig(call.storage, { ...requireAdmin(call), admin })
}

export function setContractStatus(call: ExecuteCall, fields: MessageFields): void {
  const status = fields.variant('level', CONTRACT_STATUSES)
  writeConfig(call.storage, { ...requireAdmin(call), status })
}

/** Throws unless the caller is the admin. */
export function requireAdmin(call: ExecuteCall): TokenConfig {
  const config = readConfig(call.storage)
  if (config.admin !== call.sender) {
    throw genericError('This is an admin command. Admin commands can only be run from admin address')
  }
  return config
}
