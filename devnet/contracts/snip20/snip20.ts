import { transactionHistory, transferHistory } from './history'
import { COMMON_MESSAGES } from './messages'
import { GUARDED_QUERIES, historyQuery, OPEN_QUERIES } from './queries'
import { FIRST_GENERATION } from './rules'
import { tokenContract } from './token-contract'

/** A SNIP-20 token of the first contract generation, as sSCRT is: with history, batches, allowances and permits. */
export const snip20 = tokenContract({
  rules: FIRST_GENERATION,
  messages: COMMON_MESSAGES,
  queries: {
    target: FIRST_GENERATION.targets.query,
    permits: FIRST_GENERATION.permits,
    open: OPEN_QUERIES,
    guarded: {
      ...GUARDED_QUERIES,
      transfer_history: historyQuery(transferHistory),
      transaction_history: historyQuery(transactionHistory),
    },
  },
})
