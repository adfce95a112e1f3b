import type { Address } from '../../../src/domain/index'
import type { ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { spendAllowance } from './allowances'
import { burnFrom, mintTo } from './balances'
import { CONTRACT_STATUSES, readConfig, type TokenConfig, writeConfig } from './config'
import { recordEntry } from './history'

export function mint(call: ExecuteCall, fields: MessageFields): void {
  const config = readConfig(call.storage)
  if (!config.mintEnabled) throw genericError('Mint functionality is not enabled for this token.')
  if (!config.minters.includes(call.sender)) {
    throw genericError('Minting is allowed to minter accounts only')
  }
  const recipient = fields.address('recipient')
  const amount = fields.amount('amount')
  mintTo(call.storage, recipient, amount)
  recordEntry(call, {
    action: { mint: { minter: call.sender, recipient } },
    denom: config.symbol,
    amount,
    memo: fields.optionalString('memo'),
    seenBy: [call.sender, recipient],
  })
}

export function burn(call: ExecuteCall, fields: MessageFields, from: 'caller' | 'owner'): void {
  const config = readConfig(call.storage)
  if (!config.burnEnabled) throw genericError('Burn functionality is not enabled for this token.')
  const amount = fields.amount('amount')
  const owner = from === 'caller' ? call.sender : fields.address('owner')
  if (from === 'owner') spendAllowance(call, owner, amount)
  burnFrom(call.storage, owner, amount)
  recordEntry(call, {
    action: { burn: { burner: call.sender, owner } },
    denom: config.symbol,
    amount,
    memo: fields.optionalString('memo'),
    seenBy: [call.sender, owner],
  })
}

export function changeMinters(
  call: ExecuteCall,
  change: 'add' | 'remove' | 'set',
  minters: readonly Address[],
): void {
  const config = requireAdmin(call)
  if (!config.mintEnabled) throw genericError('Mint functionality is not enabled for this token.')
  const next = {
    add: () => [...new Set([...config.minters, ...minters])],
    remove: () => config.minters.filter((minter) => !minters.includes(minter)),
    set: () => [...new Set(minters)],
  }[change]()
  writeConfig(call.storage, { ...config, minters: next })
}

export function changeAdmin(call: ExecuteCall, admin: Address): void {
  writeConfig(call.storage, { ...requireAdmin(call), admin })
}

export function setContractStatus(call: ExecuteCall, fields: MessageFields): void {
  const level = fields.string('level')
  const status = CONTRACT_STATUSES.find((known) => known === level)
  if (status === undefined) throw genericError(`unknown contract status ${level}`)
  writeConfig(call.storage, { ...requireAdmin(call), status })
}

function requireAdmin(call: ExecuteCall): TokenConfig {
  const config = readConfig(call.storage)
  if (config.admin !== call.sender) {
    throw genericError('This is an admin command. Admin commands can only be run from admin address')
  }
  return config
}
