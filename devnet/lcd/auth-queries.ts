import { bech32 } from '@scure/base'
import { ADDRESS_PREFIX } from '../../src/domain/index'
import {
  type Account,
  AUTH_PARAMS,
  findAccount,
  findAddressByNumber,
  listAddresses,
} from '../modules/auth/accounts'
import { moduleNames } from '../modules/auth/module-accounts'
import { moduleAddress } from '../modules/module-address'
import { GRPC, GrpcError, invalidArgument, notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest, numberPart, pathPart, readBytes } from './lcd-request'
import { paginate } from './pagination'
import { renderAccount, renderBaseAccount } from './render-account'

/** Bytes that an address may have. */
const MAX_ADDRESS = 255

export const account: LcdHandler = (_, request) => ({ account: renderAccount(requireAccount(request)) })

export const accounts: LcdHandler = (_, { store, query }) => {
  const { items, pagination } = paginate(listAddresses(store), query, (address) => address)
  return {
    accounts: items.flatMap((address) => findAccount(store, address) ?? []).map(renderAccount),
    pagination,
  }
}

export const accountInfo: LcdHandler = (_, request) => ({
  info: renderBaseAccount(requireAccount(request)),
})

/** The number in the path is one that the chain gave up; the account's own goes into the query. */
export const addressById: LcdHandler = (_, request) => {
  if (numberPart(request, 'id') !== 0) {
    throw invalidArgument("requesting with id isn't supported, try to request using account-id")
  }
  const accountNumber = request.query.get('account_id') ?? '0'
  if (!/^\d{1,20}$/.test(accountNumber)) {
    throw invalidArgument(
      `parsing field "account_id": strconv.ParseUint: parsing "${accountNumber}": invalid syntax`,
    )
  }
  const address = findAddressByNumber(request.store, accountNumber)
  if (address === undefined) {
    throw notFound(`account address not found with account number ${accountNumber}`)
  }
  return { account_address: address }
}

export const authParams: LcdHandler = () => ({ params: AUTH_PARAMS })

export const moduleAccounts: LcdHandler = (_, { store }) => ({
  accounts: moduleNames()
    .flatMap((name) => findAccount(store, moduleAddress(name)) ?? [])
    .map(renderAccount),
})

export const moduleAccount: LcdHandler = (_, request) => {
  const name = pathPart(request, 'name')
  const found = moduleNames().includes(name) ? findAccount(request.store, moduleAddress(name)) : undefined
  if (found === undefined) throw notFound(`account ${name} not found`)
  return { account: renderAccount(found) }
}

export const bech32Prefix: LcdHandler = () => ({ bech32_prefix: 'secret' })

/** The path for the way back has the same form, so the node never takes it: everything here is read as bytes. */
export const addressFromPath: LcdHandler = (_, request) => {
  const bytes = readBytes(pathPart(request, 'bytes'), 'type mismatch, parameter: address_bytes, error')
  if (bytes.length === 0) throw new GrpcError(GRPC.unknown, 'empty address bytes is not allowed')
  if (bytes.length > MAX_ADDRESS) {
    throw new GrpcError(
      GRPC.unknown,
      `address max length is ${MAX_ADDRESS}, got ${bytes.length}: unknown address`,
    )
  }
  return { address_string: bech32.encode(ADDRESS_PREFIX, bech32.toWords(bytes), false) }
}

function requireAccount(request: LcdRequest): Account {
  const address = addressPart(request)
  const found = findAccount(request.store, address)
  if (found === undefined) throw notFound(`account ${address} not found`)
  return found
}
