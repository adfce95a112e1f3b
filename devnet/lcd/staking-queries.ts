import { formatDecimal } from '../math/decimal'
import { delegatedShares, delegationsOf, delegationsTo } from '../modules/staking/delegations'
import { type RedelegationWay, redelegationWays } from '../modules/staking/redelegations'
import { stakingParams } from '../modules/staking/staking-params'
import { unbondingPairs, unbondingsFrom, unbondingsOf } from '../modules/staking/unbondings'
import { bondedValidators, totalBonded, totalNotBonded } from '../modules/staking/validator-set'
import { allValidators, findValidator } from '../modules/staking/validators'
import { invalidArgument, notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest, numberPart } from './lcd-request'
import { renderBlockParts } from './node-queries'
import { paginate } from './pagination'
import { renderDelegation, renderRedelegation, renderUnbonding } from './render-stake'
import { renderValidator } from './render-validator'
import { validatorPart } from './validator-part'

const STATUSES = {
  BOND_STATUS_UNBONDED: 'unbonded',
  BOND_STATUS_UNBONDING: 'unbonding',
  BOND_STATUS_BONDED: 'bonded',
} as const

export const validators: LcdHandler = (_, { store, query }) => {
  const status = query.get('status') ?? ''
  const wanted = Object.hasOwn(STATUSES, status) ? STATUSES[status as keyof typeof STATUSES] : undefined
  if (status !== '' && status !== 'BOND_STATUS_UNSPECIFIED' && wanted === undefined) {
    throw invalidArgument(`invalid validator status ${status}`)
  }
  const found = allValidators(store).filter((one) => wanted === undefined || one.status === wanted)
  const { items, pagination } = paginate(found, query, ({ operator }) => operator)
  return { validators: items.map(renderValidator), pagination }
}

export const validator: LcdHandler = (_, request) => ({
  validator: renderValidator(validatorPart(request)),
})

export const validatorDelegations: LcdHandler = (_, request) => {
  const { operator } = validatorPart(request)
  const all = delegationsTo(request.store, operator)
  const { items, pagination } = paginate(all, request.query, ({ delegator }) => delegator)
  return { delegation_responses: items.map((one) => renderDelegation(request, one)), pagination }
}

export const delegation: LcdHandler = (_, request) => {
  const { operator } = validatorPart(request)
  const delegator = addressPart(request, '', 'delegator')
  const shares = delegatedShares(request.store, delegator, operator)
  if (shares === 0n) {
    throw notFound(`delegation with delegator ${delegator} not found for validator ${operator}`)
  }
  return { delegation_response: renderDelegation(request, { delegator, operator, shares }) }
}

export const delegatorDelegations: LcdHandler = (_, request) => {
  const all = delegationsOf(request.store, addressPart(request))
  const { items, pagination } = paginate(all, request.query, ({ operator }) => operator)
  return { delegation_responses: items.map((one) => renderDelegation(request, one)), pagination }
}

export const delegatorUnbondings: LcdHandler = (_, request) => {
  const pairs = unbondingPairs(request.store, addressPart(request))
  const { items, pagination } = paginate(pairs, request.query, ({ operator }) => operator)
  return { unbonding_responses: items.map((pair) => renderUnbonding(request, pair)), pagination }
}

export const validatorUnbondings: LcdHandler = (_, request) => {
  const pairs = unbondingsFrom(request.store, validatorPart(request).operator)
  const { items, pagination } = paginate(pairs, request.query, ({ delegator }) => delegator)
  return { unbonding_responses: items.map((pair) => renderUnbonding(request, pair)), pagination }
}

export const unbonding: LcdHandler = (_, request) => {
  const { operator } = validatorPart(request)
  const delegator = addressPart(request, '', 'delegator')
  const pair = { delegator, operator }
  if (unbondingsOf(request.store, pair).length === 0) {
    throw notFound(`unbonding delegation with delegator ${delegator} not found for validator ${operator}`)
  }
  return { unbond: renderUnbonding(request, pair) }
}

export const delegatorRedelegations: LcdHandler = (_, request) => {
  const delegator = addressPart(request)
  const ways = redelegationWays(request.store, delegator).filter(
    ({ source, destination }) =>
      matches(request, 'src_validator_addr', source) && matches(request, 'dst_validator_addr', destination),
  )
  const [source, destination] = [
    request.query.get('src_validator_addr'),
    request.query.get('dst_validator_addr'),
  ]
  if (ways.length === 0 && source && destination) {
    throw notFound(
      `redelegation not found for delegator address ${delegator} from validator address ${source}`,
    )
  }
  const name = ({ source, destination }: RedelegationWay): string => `${source}/${destination}`
  const { items, pagination } = paginate(ways, request.query, name)
  return { redelegation_responses: items.map((way) => renderRedelegation(request, way)), pagination }
}

export const delegatorValidators: LcdHandler = (_, request) => {
  const found = delegationsOf(request.store, addressPart(request)).flatMap(
    ({ operator }) => findValidator(request.store, operator) ?? [],
  )
  const { items, pagination } = paginate(found, request.query, ({ operator }) => operator)
  return { validators: items.map(renderValidator), pagination }
}

export const historicalInfo: LcdHandler = (chain, request) => {
  const height = numberPart(request, 'height')
  const { latest } = request.node
  const block = height > latest.height ? undefined : chain.blocks.find(height)
  const store = chain.history.at(height, chain.blocks.latest.height)
  if (block === undefined || store === undefined) {
    throw notFound(`historical info for height ${height} not found`)
  }
  const { header } = renderBlockParts(chain, block)
  return { hist: { header, valset: bondedValidators(store).map(renderValidator) } }
}

export const pool: LcdHandler = (_, { store }) => ({
  pool: {
    not_bonded_tokens: String(totalNotBonded(store)),
    bonded_tokens: String(totalBonded(store)),
  },
})

export const params: LcdHandler = (_, { store }) => {
  const all = stakingParams(store)
  return {
    params: {
      unbonding_time: `${all.unbondingSeconds}s`,
      max_validators: all.maxValidators,
      max_entries: all.maxEntries,
      historical_entries: all.historicalEntries,
      bond_denom: all.bondDenom,
      min_commission_rate: formatDecimal(all.minCommissionRate),
    },
  }
}

function matches({ query }: LcdRequest, name: string, value: string): boolean {
  const wanted = query.get(name) ?? ''
  return wanted === '' || wanted === value
}
