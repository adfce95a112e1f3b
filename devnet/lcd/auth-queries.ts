import type { JsonObject } from '../../src/domain/index'
import { type Account, AUTH_PARAMS, findAccount } from '../modules/auth'
import type { Chain } from '../node/chain'
import { notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest } from './lcd-request'
import { renderPublicKey } from './render-tx'

export const account: LcdHandler = (chain, request) => {
  const found = requireAccount(chain, request)
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

export const accountInfo: LcdHandler = (chain, request) => ({
  info: renderBase(requireAccount(chain, request)),
})

export const authParams: LcdHandler = () => ({ params: AUTH_PARAMS })

function requireAccount(chain: Chain, request: LcdRequest): Account {
  const address = addressPart(request)
  const found = findAccount(chain.store, address)
  if (found === undefined) throw notFound(`account ${address} not found`)
  return found
}

function renderBase({ address, publicKey, accountNumber, sequence }: Account): JsonObject {
  return {
    address,
    pub_key: publicKey === undefined ? null : renderPublicKey(publicKey),
    account_number: String(accountNumber),
    sequence: String(sequence),
  }
}
