import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { mintTo } from './balances'

export const HANDLE_TARGET = 'snip20::msg::HandleMsg'
export const QUERY_TARGET = 'snip20::msg::QueryMsg'
const INIT_TARGET = 'snip20::msg::InitMsg'

export type ContractStatus = 'normal_run' | 'stop_all_but_redeems' | 'stop_all'
export const CONTRACT_STATUSES: readonly ContractStatus[] = ['normal_run', 'stop_all_but_redeems', 'stop_all']

export interface TokenConfig {
  readonly name: string
  readonly symbol: string
  readonly decimals: number
  readonly admin: Address
  /** Base64; what viewing keys are made from. */
  readonly prngSeed: string
  readonly publicTotalSupply: boolean
  readonly depositEnabled: boolean
  readonly redeemEnabled: boolean
  readonly mintEnabled: boolean
  readonly burnEnabled: boolean
  readonly supportedDenoms: readonly string[]
  readonly minters: readonly Address[]
  readonly status: ContractStatus
}

const KEY = 'config'

export function readConfig(storage: ContractStorage): TokenConfig {
  const text = storage.get(KEY)
  if (text === undefined) throw genericError('config is missing')
  return JSON.parse(text) as TokenConfig
}

export function writeConfig(storage: ContractStorage, config: TokenConfig): void {
  storage.set(KEY, JSON.stringify(config))
}

/** Checks the init message and writes configuration and initial balances (Protocol 6.1). */
export function instantiateToken(call: ExecuteCall, message: JsonValue): void {
  const fields = new MessageFields(INIT_TARGET, message)
  const options = fields.optionalFields('config')
  const admin = fields.optionalAddress('admin') ?? call.sender
  const config: TokenConfig = {
    name: checkName(fields.string('name')),
    symbol: checkSymbol(fields.string('symbol')),
    decimals: checkDecimals(fields.integer('decimals')),
    admin,
    prngSeed: checkBase64(fields.string('prng_seed')),
    publicTotalSupply: options?.optionalBoolean('public_total_supply') ?? false,
    depositEnabled: options?.optionalBoolean('enable_deposit') ?? false,
    redeemEnabled: options?.optionalBoolean('enable_redeem') ?? false,
    mintEnabled: options?.optionalBoolean('enable_mint') ?? false,
    burnEnabled: options?.optionalBoolean('enable_burn') ?? false,
    supportedDenoms: fields.optionalStrings('supported_denoms') ?? ['uscrt'],
    minters: options?.optionalBoolean('enable_mint') === true ? [admin] : [],
    status: 'normal_run',
  }
  writeConfig(call.storage, config)
  for (const balance of fields.optionalItems('initial_balances')) {
    mintTo(call.storage, balance.address('address'), balance.amount('amount'))
  }
}

function checkName(name: string): string {
  const length = new TextEncoder().encode(name).length
  if (length < 3 || length > 30) throw genericError('Name is not in the expected format (3-30 UTF-8 bytes)')
  return name
}

function checkSymbol(symbol: string): string {
  if (!/^[A-Z]{3,20}$/.test(symbol)) {
    throw genericError('Ticker symbol is not in expected format [A-Z]{3,20}')
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
