import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import type { GuardedQuery, OpenQuery } from '../guarded-queries'
import { type Page, readPage } from '../history'
import type { MessageFields } from '../message-fields'
import { type OpenPermit, permits, printPermissions } from '../permits'
import { genericError } from '../std-error'
import { queryAllowance, queryAllowancesGiven, queryAllowancesReceived } from './allowances'
import { balanceOf, totalSupply } from './balances'
import { readConfig } from './config'

export const OPEN_QUERIES: Readonly<Record<string, OpenQuery>> = {
  token_info: ({ storage }) => tokenInfo(storage),
  token_config: ({ storage }) => tokenConfig(storage),
  contract_status: ({ storage }) => ({ contract_status: { status: readConfig(storage).status } }),
  exchange_rate: ({ storage }) => exchangeRate(storage),
  minters: ({ storage }) => ({ minters: { minters: readConfig(storage).minters } }),
}

/** The queries about an account that both generations answer (Protocol 6.2). */
export const GUARDED_QUERIES: Readonly<Record<string, GuardedQuery>> = {
  balance: {
    viewers: ['address'],
    checkPermit: (permit) => requirePermission(permit, 'balance', 'balance'),
    answer: ({ storage }, viewer) => ({ balance: { amount: String(balanceOf(storage, viewer)) } }),
  },
  allowance: {
    viewers: ['owner', 'spender'],
    checkPermit: checkAllowancePermit,
    answer: ({ storage }, _, fields) =>
      queryAllowance(storage, fields.address('owner'), fields.address('spender')),
  },
  allowances_given: {
    viewers: ['owner'],
    checkPermit: (permit, fields) => checkListPermit(permit, fields, 'owner'),
    answer: ({ storage }, viewer, fields) => queryAllowancesGiven(storage, viewer, readPage(fields)),
  },
  allowances_received: {
    viewers: ['spender'],
    checkPermit: (permit, fields) => checkListPermit(permit, fields, 'spender'),
    answer: ({ storage }, viewer, fields) => queryAllowancesReceived(storage, viewer, readPage(fields)),
  },
}

/** A query of a history, which the permission `history` opens. */
export function historyQuery(
  answer: (storage: ContractStorage, viewer: Address, page: Page) => JsonValue,
): GuardedQuery {
  return {
    viewers: ['address'],
    checkPermit: (permit) => requirePermission(permit, 'history', 'history'),
    answer: ({ storage }, viewer, fields) => answer(storage, viewer, readPage(fields)),
  }
}

/** Throws unless the permit gives the permission; `subject` is what the refusal names. */
export function requirePermission(permit: OpenPermit, permission: string, subject: string): void {
  if (permits(permit, permission)) return
  throw genericError(`No permission to query ${subject}, got permissions ${printPermissions(permit)}`)
}

function checkAllowancePermit(permit: OpenPermit, fields: MessageFields): void {
  requirePermission(permit, 'allowance', 'allowance')
  const [owner, spender] = [fields.address('owner'), fields.address('spender')]
  if (permit.signer === owner || permit.signer === spender) return
  throw genericError(
    `Cannot query allowance. Requires permit for either owner "${owner}" or spender "${spender}", ` +
      `got permit for "${permit.signer}"`,
  )
}

function checkListPermit(permit: OpenPermit, fields: MessageFields, party: 'owner' | 'spender'): void {
  if ((fields.optionalAddress(party) ?? permit.signer) !== permit.signer) {
    throw genericError(`Cannot query allowance. Requires permit for ${party}`)
  }
  requirePermission(permit, 'allowance', party === 'owner' ? 'all allowances' : 'all allowed')
}

function tokenInfo(storage: ContractStorage): JsonValue {
  const { name, symbol, decimals, publicTotalSupply } = readConfig(storage)
  const supply = publicTotalSupply ? String(totalSupply(storage)) : null
  return { token_info: { name, symbol, decimals, total_supply: supply } }
}

function tokenConfig(storage: ContractStorage): JsonValue {
  const config = readConfig(storage)
  return {
    token_config: {
      public_total_supply: config.publicTotalSupply,
      deposit_enabled: config.depositEnabled,
      redeem_enabled: config.redeemEnabled,
      mint_enabled: config.mintEnabled,
      burn_enabled: config.burnEnabled,
      supported_denoms: config.supportedDenoms,
    },
  }
}

/** The denom here is the display symbol, not the base denom (Protocol 6.2). */
function exchangeRate(storage: ContractStorage): JsonValue {
  const { decimals, symbol, depositEnabled, redeemEnabled } = readConfig(storage)
  if (!depositEnabled && !redeemEnabled) return { exchange_rate: { rate: '0', denom: '' } }
  const [power, denom] = decimals >= 6 ? [decimals - 6, 'SCRT'] : [6 - decimals, symbol]
  return { exchange_rate: { rate: String(10n ** BigInt(power)), denom } }
}
