import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { requireStored, writeStored } from '../stored'
import { seedViewingKeys } from '../viewing-keys'
import { mintTo } from './balances'
import { recordEntry } from './history'
import type { TokenCall } from './token-call'

export const CONTRACT_STATUSES = ['normal_run', 'stop_all_but_redeems', 'stop_all'] as const
export type ContractStatus = (typeof CONTRACT_STATUSES)[number]

export interface TokenConfig {
  readonly name: string
  readonly symbol: string
  readonly decimals: number
  readonly admin: Address
  readonly publicTotalSupply: boolean
  readonly depositEnabled: boolean
  readonly redeemEnabled: boolean
  readonly mintEnabled: boolean
  readonly burnEnabled: boolean
  readonly canModifyDenoms: boolean
  readonly supportedDenoms: readonly string[]
  readonly minters: readonly Address[]
  readonly status: ContractStatus
}

const KEY = 'config'

export function readConfig(storage: ContractStorage): TokenConfig {
  return requireStored<TokenConfig>(storage, KEY)
}

export function writeConfig(storage: ContractStorage, config: TokenConfig): void {
  writeStored(storage, KEY, config)
}

/** Checks the init message and writes configuration and initial balances (Protocol 6.1). */
export function instantiateToken(call: TokenCall, message: JsonValue): void {
  const fields = new MessageFields(call.rules.targets.init, message)
  const config = readInit(call, fields)
  seedViewingKeys(call.storage, checkBase64(fields.string('prng_seed')))
  writeConfig(call.storage, config)
  for (const balance of fields.optionalItems('initial_balances')) {
    const recipient = balance.address('address')
    const amount = balance.amount('amount')
    mintTo(call.storage, recipient, amount)
    if (!call.rules.recordsInitialBalances) continue
    recordEntry(call, {
      action: { mint: { minter: config.admin, recipient } },
      denom: config.symbol,
      amount,
      memo: 'Initial Balance',
      seenBy: [config.admin, recipient],
    })
  }
}

function readInit({ rules, sender }: TokenCall, fields: MessageFields): TokenConfig {
  const options = fields.optionalFields('config')
  const enabled = (name: string): boolean => options?.optionalBoolean(name) ?? false
  const admin = fields.optionalAddress('admin') ?? sender
  return {
    name: checkName(fields.string('name')),
    symbol: checkSymbol(fields.string('symbol'), rules.longestSymbol),
    decimals: checkDecimals(fields.integer('decimals')),
    admin,
    publicTotalSupply: enabled('public_total_supply'),
    depositEnabled: enabled('enable_deposit'),
    redeemEnabled: enabled('enable_redeem'),
    mintEnabled: enabled('enable_mint'),
    burnEnabled: enabled('enable_burn'),
    canModifyDenoms: enabled('can_modify_denoms'),
    supportedDenoms: fields.optionalStrings('supported_denoms') ?? rules.defaultDenoms,
    minters: enabled('enable_mint') ? [admin] : [],
    status: 'normal_run',
  }
}

function checkName(name: string): string {
  const length = new TextEncoder().encode(name).length
  if (length < 3 || length > 30) throw genericError('Name is not in the expected format (3-30 UTF-8 bytes)')
  return name
}

function checkSymbol(symbol: string, longest: number): string {
  if (!/^[A-Z]{3,}$/.test(symbol) || symbol.length > longest) {
    throw genericError(`Ticker symbol is not in expected format [A-Z]{3,${longest}}`)
  }
  return symbol
}

function checkDecimals(decimals: number): number {
  if (decimals > 18) throw genericError('Decimals must not exceed 18')
  return decimals
}

function checkBase64(text: string): string {
  try {
    base64.decode(text)
  } catch (cause) {
    if (cause instanceof Error) throw genericError(`Invalid base64 string: ${cause.message}`)
    throw cause
  }
  return text
}
