import type { JsonObject, JsonValue } from '../../../src/domain/index'
import type { Context } from '../../node/context'

/** Answers one kind of question that contracts ask; throws AbciError for what cannot be answered. */
export type ChainQuery = (context: Context, body: JsonObject) => JsonValue

/** A text in a contract's question; empty when it is not there. */
export function textOf(body: JsonObject, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
