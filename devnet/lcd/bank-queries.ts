import { getOwners, getSupplyOf } from '../modules/bank/balances'
import { getBalance, getBalances, getSpendable, getSupply } from '../modules/bank/bank'
import { findMetadata, listMetadata } from '../modules/bank/denom-metadata'
import { findSendEnabled, isSendEnabledByDefault, listSendEnabled } from '../modules/bank/send-enabled'
import { amountOf, coinToJson, isDenom } from '../modules/coins'
import { invalidArgument, notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest, pathPart } from './lcd-request'
import { paginate } from './pagination'

export const balances: LcdHandler = (_, request) => {
  const held = getBalances(request.store, addressPart(request, 'invalid address: '))
  const { items, pagination } = paginate(held, request.query, ({ denom }) => denom)
  return { balances: items.map(coinToJson), pagination }
}

export const balance: LcdHandler = (_, request) => {
  const address = addressPart(request, 'invalid address: ')
  const denom = denomInQuery(request)
  return { balance: coinToJson({ denom, amount: getBalance(request.store, address, denom) }) }
}

export const spendableBalances: LcdHandler = (_, request) => {
  const { items, pagination } = paginate(spendableOf(request), request.query, ({ denom }) => denom)
  return { balances: items.map(coinToJson), pagination }
}

export const spendableBalance: LcdHandler = (_, request) => {
  const spendable = spendableOf(request)
  const denom = denomInQuery(request)
  return { balance: coinToJson({ denom, amount: amountOf(spendable, denom) }) }
}

export const supply: LcdHandler = (_, request) => {
  const { items, pagination } = paginate(getSupply(request.store), request.query, ({ denom }) => denom)
  return { supply: items.map(coinToJson), pagination }
}

export const supplyOf: LcdHandler = (_, request) => {
  const denom = denomInQuery(request)
  return { amount: coinToJson({ denom, amount: getSupplyOf(request.store, denom) }) }
}

export const bankParams: LcdHandler = (_, { store }) => ({
  params: { send_enabled: [], default_send_enabled: isSendEnabledByDefault(store) },
})

/** All rules, or those of the denoms asked about, which are not paged. */
export const sendEnabled: LcdHandler = (_, { store, query }) => {
  const denoms = query.getAll('denoms')
  if (denoms.length > 0) {
    const rules = denoms.flatMap((denom) => findSendEnabled(store, denom) ?? [])
    return { send_enabled: rules.map((rule) => ({ ...rule })), pagination: null }
  }
  const { items, pagination } = paginate(listSendEnabled(store), query, ({ denom }) => denom)
  return { send_enabled: items.map((rule) => ({ ...rule })), pagination }
}

export const denomsMetadata: LcdHandler = (_, { store, query }) => {
  const { items, pagination } = paginate(listMetadata(store), query, ({ denom }) => denom)
  return { metadatas: items.map(({ metadata }) => metadata), pagination }
}

export const denomMetadata: LcdHandler = (_, request) => metadataOf(request, pathPart(request, '*'))

export const denomMetadataByQuery: LcdHandler = (_, request) => metadataOf(request, denomInQuery(request))

export const denomOwners: LcdHandler = (_, request) => ownersOf(request, pathPart(request, '*'))

export const denomOwnersByQuery: LcdHandler = (_, request) => ownersOf(request, denomInQuery(request))

function spendableOf(request: LcdRequest) {
  const { store, block } = request
  return getSpendable(store, addressPart(request, 'invalid address: '), block.timeMs)
}

function metadataOf({ store }: LcdRequest, denom: string) {
  const metadata = findMetadata(store, denom)
  if (metadata === undefined) throw notFound(`client metadata for denom ${denom}`)
  return { metadata }
}

function ownersOf({ store, query }: LcdRequest, denom: string) {
  checkDenom(denom)
  const { items, pagination } = paginate(getOwners(store, denom), query, ({ address }) => address)
  return {
    denom_owners: items.map(({ address, amount }) => ({ address, balance: coinToJson({ denom, amount }) })),
    pagination,
  }
}

function denomInQuery({ query }: LcdRequest): string {
  return checkDenom(query.get('denom') ?? '')
}

function checkDenom(denom: string): string {
  if (!isDenom(denom)) throw invalidArgument(`invalid denom: ${denom}`)
  return denom
}
