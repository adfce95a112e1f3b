import type { JsonObject, JsonValue } from '../../src/domain/index'
import { anyToNodeJson } from '../codec/message-json'
import {
  findGrant,
  type Grant,
  type GrantName,
  grantsBetween,
  grantsBy,
  grantsTo,
} from '../modules/authz/grants'
import { momentText } from '../modules/proto-time'
import { GRPC, GrpcError } from './grpc-error'
import { addressParameter, addressPart, type LcdHandler } from './lcd-request'
import { paginate } from './pagination'

export const grants: LcdHandler = (_, { query, store, ...rest }) => {
  const request = { query, store, ...rest }
  const granter = addressParameter(request, 'granter')
  const grantee = addressParameter(request, 'grantee')
  if (granter === undefined || grantee === undefined)
    throw new GrpcError(GRPC.unknown, 'empty address string is not allowed')
  const typeUrl = query.get('msg_type_url') ?? ''
  if (typeUrl === '') {
    const found = grantsBetween(store, granter, grantee)
    const { items, pagination } = paginate(found, query, (grant) => grant.typeUrl)
    return { grants: items.map(renderGrant), pagination }
  }
  const found = findGrant(store, { granter, grantee, typeUrl })
  if (found === undefined) {
    const log = `authorization not found for ${typeUrl} type: authorization not found`
    throw new GrpcError(GRPC.unknown, log)
  }
  return { grants: [renderGrant(found)], pagination: null }
}

export const granterGrants: LcdHandler = (_, request) => {
  const found = grantsBy(request.store, addressPart(request, '', 'granter'))
  return renderList(found, request.query)
}

export const granteeGrants: LcdHandler = (_, request) => {
  const found = grantsTo(request.store, addressPart(request, '', 'grantee'))
  return renderList(found, request.query)
}

function renderList(found: readonly (GrantName & Grant)[], query: URLSearchParams): JsonValue {
  const keyOf = ({ granter, grantee, typeUrl }: GrantName): string => `${granter}/${grantee}/${typeUrl}`
  const { items, pagination } = paginate(found, query, keyOf)
  const grants = items.map(({ granter, grantee, ...grant }) => ({ granter, grantee, ...renderGrant(grant) }))
  return { grants, pagination }
}

function renderGrant({ authorization, expiration }: Grant): JsonObject {
  return {
    authorization: anyToNodeJson(authorization),
    expiration: expiration === undefined ? null : momentText(expiration),
  }
}
