import type { Address } from '../../../src/domain/index'
import type { ExecuteCall } from '../contract'
import { changeList, type ListChange } from '../list-change'
import type { MessageFields } from '../message-fields'
import { COLLECTION_STATUSES, requireAdmin, writeConfig } from './config'

export function changeMinters(call: ExecuteCall, change: ListChange, minters: readonly Address[]): void {
  const config = requireAdmin(call)
  writeConfig(call.storage, { ...config, minters: changeList(config.minters, change, minters) })
}

export function changeAdmin(call: ExecuteCall, admin: Address): void {
  writeConfig(call.storage, { ...requireAdmin(call), admin })
}

export function setContractStatus(call: ExecuteCall, fields: MessageFields): void {
  const status = fields.variant('level', COLLECTION_STATUSES)
  writeConfig(call.storage, { ...requireAdmin(call), status })
}
