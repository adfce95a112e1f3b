import type { JsonObject } from '../../src/domain/index'
import { anyToNodeJson } from '../codec/message-json'
import { type Account, AUTH_PARAMS, findAccount } from '../modules/auth/accounts'
import { notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest } from './lcd-request'

export const account: LcdHandler = (_, request) => {
  const found = requireAccount(request)
  const base = renderBase(found)
  const { moduleName } = found
  if (moduleName === undefined) return { account: { '@type': '/cosmos.auth.v1beta1.BaseAccount', ...base } }
  return {
    account: {
      '@type': '/cosmos.auth.v1beta1.ModuleAccount',
      base_account: base,
      name: moduleName,
      permissions: [],
    },
  }
}

export const accountInfo: LcdHandler = (_, request) => ({
  info: renderBase(requireAccount(request)),
})

export const authParams: LcdHandler = () => ({ params: AUTH_PARAMS })

function requireAccount(request: LcdRequest): Account {
  const address = addressPart(request)
  const found = findAccount(request.store, address)
  if (found === undefined) throw notFound(`account ${address} not found`)
  return found
}

function renderBase({ address, publicKey, accountNumber, sequence }: Account): JsonObject {
  return {
    address,
    pub_key: publicKey === undefined ? null : anyToNodeJson(publicKey),
    account_number: String(accountNumber),
    sequence: String(sequence),
  }
}
