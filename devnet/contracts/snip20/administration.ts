import type { Address } from '../../../src/domain/index'
import type { ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { CONTRACT_STATUSES, readConfig, type TokenConfig, writeConfig } from './config'
import { requireMinting } from './minting'

export function changeMinters(
  call: ExecuteCall,
  change: 'add' | 'remove' | 'set',
  minters: readonly Address[],
): void {
  const config = requireMinting(requireAdmin(call))
  const next = {
    add: () => [...new Set([...config.minters, ...minters])],
    remove: () => config.minters.filter((minter) => !minters.includes(minter)),
    set: () => [...new Set(minters)],
  }[change]()
  writeConfig(call.storage, { ...config, minters: next })
}

/** add_supported_denoms and remove_supported_denoms: which coins can be wrapped and unwrapped. */
export function changeDenoms(call: ExecuteCall, change: 'add' | 'remove', denoms: readonly string[]): void {
  const config = requireAdmin(call)
  if (!config.canModifyDenoms) throw genericError('Cannot modify denoms for this contract')
  const supportedDenoms =
    change === 'add'
      ? [...new Set([...config.supportedDenoms, ...denoms])]
      : config.supportedDenoms.filter((denom) => !denoms.includes(denom))
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
