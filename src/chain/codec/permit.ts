import { isAddress, type JsonObject, type JsonValue } from '../../domain/index'
import { isObject, sameJson } from './plain-json'

/** What a query permit lets its holder read. `created` and `expires` exist since SNIP-24.1. */
export interface PermitParams {
  readonly permitName: string
  readonly chainId: string
  readonly allowedTokens: readonly string[]
  readonly permissions: readonly string[]
  readonly created: string | undefined
  readonly expires: string | undefined
  /** True when it holds for every token there is (`ANY_TOKEN`). */
  readonly blanket: boolean
}

/** The part in which a document differs from a permit. */
export type NearPermitReason =
  | 'company'
  | 'content'
  | 'frame'
  | 'name'
  | 'name-characters'
  | 'network'
  | 'contracts'
  | 'permissions'
  | 'dates'
  | 'blanket'
  | 'address'

export type PermitReading =
  | { readonly kind: 'permit'; readonly params: PermitParams }
  | { readonly kind: 'near-permit'; readonly reason: NearPermitReason }

const TYPE = 'query_permit'
/** Stands in the place of all contracts. */
export const ANY_TOKEN = 'ANY_TOKEN'
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/

/** The sign document of a permit, 24.0 or 24.1 by its members. Protocol 6.4, 6.5. */
export function permitSignDoc(params: Omit<PermitParams, 'blanket'>): JsonObject {
  const { created, expires } = params
  const value = {
    allowed_tokens: params.allowedTokens,
    ...(created === undefined ? {} : { created }),
    ...(expires === undefined ? {} : { expires }),
    permissions: params.permissions,
    permit_name: params.permitName,
  }
  return {
    account_number: '0',
    chain_id: params.chainId,
    fee: { amount: [{ amount: '0', denom: 'uscrt' }], gas: '1' },
    memo: '',
    msgs: [{ type: TYPE, value }],
    sequence: '0',
  }
}

/** Reads a document that holds a permit; anything but the exact shape is a near-permit. Undefined when no message is one. */
export function readPermit(doc: JsonValue): PermitReading | undefined {
  const messages = isObject(doc) && Array.isArray(doc['msgs']) ? (doc['msgs'] as readonly JsonValue[]) : []
  if (!isObject(doc) || !messages.some((message) => isObject(message) && message['type'] === TYPE))
    return undefined
  const only = messages[0]
  const value = isObject(only) ? only['value'] : undefined
  if (messages.length !== 1) return near('company')
  if (!isObject(value)) return near('content')
  const params = readParams(value, doc['chain_id'])
  if (typeof params === 'string') return near(params)
  if (!sameJson(permitSignDoc(params), doc)) return near('frame')
  return { kind: 'permit', params }
}

function readParams(value: JsonObject, chainId: JsonValue | undefined): PermitParams | NearPermitReason {
  const { permit_name: permitName, created, expires } = value
  const allowedTokens = texts(value['allowed_tokens'])
  const permissions = texts(value['permissions'])
  if (typeof permitName !== 'string' || permitName === '') return 'name'
  // Contracts rebuild the document without the escaping that signing applies to these three.
  if (/[<>&]/.test(permitName)) return 'name-characters'
  if (typeof chainId !== 'string' || chainId === '') return 'network'
  if (allowedTokens === undefined) return 'contracts'
  if (permissions === undefined) return 'permissions'
  if (!isMoment(created) || !isMoment(expires)) return 'dates'
  const blanket = allowedTokens.includes(ANY_TOKEN)
  if (blanket && (allowedTokens.length !== 1 || created === undefined)) {
    return 'blanket'
  }
  if (!blanket && !allowedTokens.every(isAddress)) return 'address'
  return { permitName, chainId, allowedTokens, permissions, created, expires, blanket }
}

function near(reason: NearPermitReason): PermitReading {
  return { kind: 'near-permit', reason }
}

function texts(value: JsonValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const items: readonly JsonValue[] = value
  return items.every((item) => typeof item === 'string' && item !== '')
    ? (items as readonly string[])
    : undefined
}

function isMoment(value: JsonValue | undefined): value is string | undefined {
  return (
    value === undefined ||
    (typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)))
  )
}
