import type { JsonValue } from '../../src/domain/index'
import { anyToNodeJson } from '../codec/message-json'
import { type FeeGrant, feeGrantsFrom, feeGrantsTo, findFeeGrant } from '../modules/feegrant/feegrant'
import { GRPC, GrpcError } from './grpc-error'
import { addressPart, type LcdHandler } from './lcd-request'
import { paginate } from './pagination'

export const allowance: LcdHandler = (_, request) => {
  const granter = addressPart(request, '', 'granter')
  const grantee = addressPart(request, '', 'grantee')
  const found = findFeeGrant(request.store, { granter, grantee })
  if (found === undefined) throw new GrpcError(GRPC.internal, 'fee-grant not found: not found')
  return { allowance: renderGrant(found) }
}

export const allowances: LcdHandler = (_, request) => {
  const grants = feeGrantsTo(request.store, addressPart(request, '', 'grantee'))
  const { items, pagination } = paginate(grants, request.query, ({ granter }) => granter)
  return { allowances: items.map(renderGrant), pagination }
}

export const issuedAllowances: LcdHandler = (_, request) => {
  const grants = feeGrantsFrom(request.store, addressPart(request, '', 'granter'))
  const { items, pagination } = paginate(grants, request.query, ({ grantee }) => grantee)
  return { allowances: items.map(renderGrant), pagination }
}

function renderGrant({ granter, grantee, allowance }: FeeGrant): JsonValue {
  return { granter, grantee, allowance: anyToNodeJson(allowance) }
}
