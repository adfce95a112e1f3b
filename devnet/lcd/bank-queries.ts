import type { JsonObject } from '../../src/domain/index'
import { getBalance, getBalances, getSupply } from '../modules/bank/bank'
import { coinToJson, isDenom } from '../modules/coins'
import { invalidArgument, notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest, pathPart } from './lcd-request'
import { paginate } from './pagination'

const SCRT_METADATA: JsonObject = {
  description: 'The native token of Secret Network',
  denom_units: [
    { denom: 'uscrt', exponent: 0, aliases: [] },
    { denom: 'scrt', exponent: 6, aliases: [] },
  ],
  base: 'uscrt',
  display: 'scrt',
  name: 'Secret',
  symbol: 'SCRT',
  uri: '',
  uri_hash: '',
}

/** Nothing is locked here, so what an account holds is what it may spend. */
export const balances: LcdHandler = (_, request) => {
  const held = getBalances(request.store, addressPart(request, 'invalid address: '))
  const { items, pagination } = paginate(held, request.query, ({ denom }) => denom)
  return { balances: items.map(coinToJson), pagination }
}

export const balance: LcdHandler = (_, request) => {
  const address = addressPart(request, 'invalid address: ')
  const denom = denomOf(request)
  return { balance: coinToJson({ denom, amount: getBalance(request.store, address, denom) }) }
}

export const supply: LcdHandler = (_, request) => {
  const { items, pagination } = paginate(getSupply(request.store), request.query, ({ denom }) => denom)
  return { supply: items.map(coinToJson), pagination }
}

export const supplyOf: LcdHandler = (_, request) => {
  const denom = denomOf(request)
  const amount = getSupply(request.store).find((coin) => coin.denom === denom)?.amount ?? 0n
  return { amount: coinToJson({ denom, amount }) }
}

export const bankParams: LcdHandler = () => ({ params: { send_enabled: [], default_send_enabled: true } })

export const sendEnabled: LcdHandler = (_, request) => {
  const { pagination } = paginate<string>([], request.query, (denom) => denom)
  return { send_enabled: [], pagination }
}

export const denomsMetadata: LcdHandler = (_, request) => {
  const { items, pagination } = paginate([SCRT_METADATA], request.query, () => 'uscrt')
  return { metadatas: items, pagination }
}

export const denomMetadata: LcdHandler = (_, request) => {
  const denom = pathPart(request, 'denom')
  if (denom !== 'uscrt') throw notFound(`client metadata for denom ${denom}`)
  return { metadata: SCRT_METADATA }
}

function denomOf({ query }: LcdRequest): string {
  const denom = query.get('denom') ?? ''
  if (!isDenom(denom)) throw invalidArgument(`invalid denom: ${denom}`)
  return denom
}
