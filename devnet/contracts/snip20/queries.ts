import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, QueryCall } from '../contract'
import { type MessageFields, readVariant } from '../message-fields'
import { parseError } from '../std-error'
import { queryAllowance, queryAllowancesGiven, queryAllowancesReceived } from './allowances'
import { balanceOf, totalSupply } from './balances'
import { QUERY_TARGET, readConfig } from './config'
import { type Page, transactionHistory, transferHistory } from './history'
import { openPermit, requirePermission } from './permits'
import { isViewingKey, WRONG_VIEWING_KEY } from './viewing-keys'

type PublicQuery = (storage: ContractStorage) => JsonValue
/** A query about an account, which needs that account's viewing key or permit. */
interface PrivateQuery {
  /** Names of the fields whose addresses may authorise by viewing key. */
  readonly viewers: readonly string[]
  readonly permission: 'balance' | 'history' | 'allowance'
  answer(storage: ContractStorage, viewer: Address, fields: MessageFields): JsonValue
}

const PUBLIC_QUERIES: Readonly<Record<string, PublicQuery>> = {
  token_info: tokenInfo,
  token_config: tokenConfig,
  contract_status: (storage) => ({ contract_status: { status: readConfig(storage).status } }),
  exchange_rate: exchangeRate,
  minters: (storage) => ({ minters: { minters: readConfig(storage).minters } }),
}

const PRIVATE_QUERIES: Readonly<Record<string, PrivateQuery>> = {
  balance: {
    viewers: ['address'],
    permission: 'balance',
    answer: (storage, viewer) => ({ balance: { amount: String(balanceOf(storage, viewer)) } }),
  },
  allowance: {
    viewers: ['owner', 'spender'],
    permission: 'allowance',
    answer: (storage, _, fields) =>
      queryAllowance(storage, fields.address('owner'), fields.address('spender')),
  },
  allowances_given: {
    viewers: ['owner'],
    permission: 'allowance',
    answer: (storage, viewer, fields) => queryAllowancesGiven(storage, viewer, readPage(fields)),
  },
  allowances_received: {
    viewers: ['spender'],
    permission: 'allowance',
    answer: (storage, viewer, fields) => queryAllowancesReceived(storage, viewer, readPage(fields)),
  },
  transfer_history: {
    viewers: ['address'],
    permission: 'history',
    answer: (storage, viewer, fields) => transferHistory(storage, viewer, readPage(fields)),
  },
  transaction_history: {
    viewers: ['address'],
    permission: 'history',
    answer: (storage, viewer, fields) => transactionHistory(storage, viewer, readPage(fields)),
  },
}

const WITH_PERMIT = 'with_permit'
const QUERY_NAMES = [...Object.keys(PUBLIC_QUERIES), ...Object.keys(PRIVATE_QUERIES), WITH_PERMIT]

/** Answers a query (Protocol 6.2); a wrong viewing key is an answer, a bad permit is an error (6.3). */
export function answerQuery(call: QueryCall, message: JsonValue): JsonValue {
  const [name, fields] = readVariant(QUERY_TARGET, message, QUERY_NAMES)
  if (name === WITH_PERMIT) return answerWithPermit(call, fields)
  const open = PUBLIC_QUERIES[name]
  if (open !== undefined) return open(call.storage)
  const guarded = PRIVATE_QUERIES[name]
  if (guarded === undefined) throw parseError(QUERY_TARGET, `unknown variant \`${name}\``)
  const key = fields.string('key')
  const viewer = guarded.viewers
    .map((field) => fields.address(field))
    .find((address) => isViewingKey(call.storage, address, key))
  return viewer === undefined ? WRONG_VIEWING_KEY : guarded.answer(call.storage, viewer, fields)
}

function answerWithPermit(call: QueryCall, fields: MessageFields): JsonValue {
  const permit = openPermit(call, fields.fields('permit'))
  const [name, inner] = readVariant(QUERY_TARGET, fields.raw('query'), Object.keys(PRIVATE_QUERIES))
  const guarded = PRIVATE_QUERIES[name]
  if (guarded === undefined) throw parseError(QUERY_TARGET, `unknown variant \`${name}\``)
  requirePermission(permit, guarded.permission)
  if (name === 'allowance' && !guarded.viewers.some((field) => inner.address(field) === permit.signer)) {
    throw parseError(QUERY_TARGET, `Cannot query allowance. Requires permit for either owner or spender`)
  }
  return guarded.answer(call.storage, permit.signer, inner)
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
  const { decimals, depositEnabled, redeemEnabled } = readConfig(storage)
  if (!depositEnabled && !redeemEnabled) return { exchange_rate: { rate: '0', denom: '' } }
  if (decimals >= 6) return { exchange_rate: { rate: String(10n ** BigInt(decimals - 6)), denom: 'SCRT' } }
  return { exchange_rate: { rate: String(10n ** BigInt(6 - decimals)), denom: readConfig(storage).symbol } }
}

function readPage(fields: MessageFields): Page {
  return { page: fields.optionalInteger('page') ?? 0, size: fields.integer('page_size') }
}
