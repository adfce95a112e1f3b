import type { JsonObject } from '../../src/domain/index'
import { type Condition, matches } from '../node/tx-query'
import { parseQuery } from './parse-query'
import { emittedToJson, type PushedEvent } from './pushed-events'
import { failure } from './rpc-error'

interface Subscription {
  readonly id: number | string
  readonly conditions: readonly Condition[]
}

/** CometBFT's own default. */
const MAX_PER_CLIENT = 5

/** What one client of the socket wants to hear. */
export class Subscriptions {
  readonly #byQuery = new Map<string, Subscription>()

  get size(): number {
    return this.#byQuery.size
  }

  /** Answers to this subscription carry the id of the call that made it. */
  add(id: number | string, query: string): void {
    if (this.#byQuery.size >= MAX_PER_CLIENT) {
      throw failure(`max_subscriptions_per_client ${MAX_PER_CLIENT} reached`)
    }
    const conditions = parseQuery(query, 'failed to parse query: ')
    if (this.#byQuery.has(query)) throw failure('already subscribed')
    this.#byQuery.set(query, { id, conditions })
  }

  remove(query: string): void {
    parseQuery(query, 'failed to parse query: ')
    if (!this.#byQuery.delete(query)) throw failure('subscription not found')
  }

  removeAll(): void {
    if (this.#byQuery.size === 0) throw failure('subscription not found')
    this.#byQuery.clear()
  }

  /** The messages that an event makes for this client. */
  messagesFor({ emitted, data }: PushedEvent): JsonObject[] {
    return [...this.#byQuery]
      .filter(([, { conditions }]) => matches(conditions, emitted))
      .map(([query, { id }]) => ({
        jsonrpc: '2.0',
        id,
        result: { query, data: data(), events: emittedToJson(emitted) },
      }))
  }
}
