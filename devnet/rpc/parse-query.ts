import { type Condition, parseTxQuery } from '../node/tx-query'
import { TxQueryError } from '../node/tx-query-scanner'
import { failure } from './rpc-error'

const MAX_QUERY_LENGTH = 512

/** A search expression; throws what CometBFT says to one that is none, or too long, after `prefix`. */
export function parseQuery(expression: string, prefix = ''): Condition[] {
  if (new TextEncoder().encode(expression).length > MAX_QUERY_LENGTH) {
    throw failure('maximum query length exceeded')
  }
  try {
    return parseTxQuery(expression)
  } catch (error) {
    if (error instanceof TxQueryError) throw failure(`${prefix}${error.message}`)
    throw error
  }
}
