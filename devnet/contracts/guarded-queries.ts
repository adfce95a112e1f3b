import type { Address, JsonValue } from '../../src/domain/index'
import type { QueryCall } from './contract'
import { handlerOf } from './handlers'
import type { MessageFields } from './message-fields'
import { type OpenPermit, openPermit, type PermitRules } from './permits'
import { isViewingKey, VIEWING_KEY_ERROR } from './viewing-keys'

export type OpenQuery = (call: QueryCall, fields: MessageFields) => JsonValue

/** A query about an account, which needs that account's viewing key or permit. */
export interface GuardedQuery {
  /** Names of the fields whose addresses the field `key` may belong to, or `viewer`, an object with address and key. */
  readonly viewers: readonly string[] | 'viewer'
  /** Throws unless the permit is enough for this query. */
  checkPermit(permit: OpenPermit, fields: MessageFields): void
  answer(call: QueryCall, viewer: Address, fields: MessageFields): JsonValue
}

export interface QueryTable {
  /** The type a parse error names. */
  readonly target: string
  readonly open: Readonly<Record<string, OpenQuery>>
  readonly guarded: Readonly<Record<string, GuardedQuery>>
  readonly permits: PermitRules
}

/** What answers the queries of a table; a wrong viewing key is an answer, a bad permit is an error (Protocol 6.3). */
export function queryAnswerer(table: QueryTable): (call: QueryCall, message: JsonValue) => JsonValue {
  const guarded = Object.entries(table.guarded).map(([name, query]): [string, OpenQuery] => [
    name,
    (inner, fields) => answerWithKey(query, inner, fields),
  ])
  const withPermit: OpenQuery = (inner, fields) => answerWithPermit(table, inner, fields)
  const all = { ...table.open, ...Object.fromEntries(guarded), with_permit: withPermit }
  return (call, message) => {
    const { handler, fields } = handlerOf(table.target, all, message)
    return handler(call, fields)
  }
}

function answerWithKey(query: GuardedQuery, call: QueryCall, fields: MessageFields): JsonValue {
  const viewer = readViewer(query, call, fields)
  return viewer === undefined ? VIEWING_KEY_ERROR : query.answer(call, viewer, fields)
}

function readViewer({ viewers }: GuardedQuery, call: QueryCall, fields: MessageFields): Address | undefined {
  if (viewers === 'viewer') {
    const viewer = fields.fields('viewer')
    const address = viewer.address('address')
    return isViewingKey(call.storage, address, viewer.string('viewing_key')) ? address : undefined
  }
  const key = fields.string('key')
  const addresses = viewers.map((field) => fields.address(field))
  return addresses.find((address) => isViewingKey(call.storage, address, key))
}

function answerWithPermit(table: QueryTable, call: QueryCall, fields: MessageFields): JsonValue {
  const permit = openPermit(call, fields.fields('permit'), table.permits)
  const inner = handlerOf(table.target, table.guarded, fields.raw('query'))
  inner.handler.checkPermit(permit, inner.fields)
  return inner.handler.answer(call, permit.signer, inner.fields)
}
