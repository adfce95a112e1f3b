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

export type PermitReading =
  | { readonly kind: 'permit'; readonly params: PermitParams }
  | { readonly kind: 'near-permit'; readonly reason: string }

const TYPE = 'query_permit'
const ANY_TOKEN = 'ANY_TOKEN'
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
  if (messages.length !== 1) return near('it holds more than the permit alone')
  if (!isObject(value)) return near('its content is missing')
  const params = readParams(value, doc['chain_id'])
  if (typeof params === 'string') return near(params)
  if (!sameJson(permitSignDoc(params), doc))
    return near('its fee, memo, numbers or keys are not those of a permit')
  return { kind: 'permit', params }
}

function readParams(value: JsonObject, chainId: JsonValue | undefined): PermitParams | string {
  const { permit_name: permitName, created, expires } = value
  const allowedTokens = texts(value['allowed_tokens'])
  const permissions = texts(value['permissions'])
  if (typeof permitName !== 'string' || permitName === '') return 'it has no name'
  // Contracts rebuild the document without the escaping that signing applies to these three.
  if (/[<>&]/.test(permitName)) return 'its name has a character that contracts cannot check (<, > or &)'
  if (typeof chainId !== 'string' || chainId === '') return 'it names no network'
  if (allowedTokens === undefined) return 'it names no contracts'
  if (permissions === undefined) return 'it names no permissions'
  if (!isMoment(created) || !isMoment(expires)) return 'its dates are not dates'
  const blanket = allowedTokens.includes(ANY_TOKEN)
  if (blanket && (allowedTokens.length !== 1 || created === undefined)) {
    return 'it is for every token but lacks a start date or names other tokens too'
  }
  if (!blanket && !allowedTokens.every(isAddress)) return 'it names a contract that is not an address'
  return { permitName, chainId, allowedTokens, permissions, created, expires, blanket }
}

function near(reason: string): PermitReading {
  return { kind: 'near-permit', reason: `This looks like a permit, but ${reason}.` }
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
