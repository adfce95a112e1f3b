import { type Contract, type LogAttribute, paddedAnswer } from '../contract'
import { type QueryTable, queryAnswerer } from '../guarded-queries'
import { EMPTY_RESULT, handlerOf, resultOf } from '../handlers'
import { genericError } from '../std-error'
import { instantiateToken, readConfig } from './config'
import type { TokenRules } from './rules'
import type { TokenCall, TokenHandled, TokenHandler } from './token-call'

/** What a generation of the token consists of. */
interface TokenParts {
  readonly rules: TokenRules
  readonly messages: Readonly<Record<string, TokenHandler>>
  readonly queries: QueryTable
  /** What the contract does besides when it is instantiated. */
  readonly begin?: (call: TokenCall) => void
  /** Turns what happened into log attributes for those it concerns. */
  readonly notify?: (call: TokenCall, handled: TokenHandled) => LogAttribute[]
}

/** Puts a SNIP-20 token together. */
export function tokenContract({ rules, messages, queries, begin, notify }: TokenParts): Contract {
  const answerQuery = queryAnswerer(queries)
  return {
    generation: rules.generation,

    instantiate(call, message) {
      instantiateToken({ ...call, rules }, message)
      begin?.({ ...call, rules })
      return EMPTY_RESULT
    },

    execute(call, message) {
      const { name, handler, fields } = handlerOf(rules.targets.execute, messages, message)
      const token = { ...call, rules }
      checkStatus(token, name)
      const handled = handler(token, fields)
      return resultOf(name, {
        ...handled,
        log: [...(handled.log ?? []), ...(notify?.(token, handled) ?? [])],
      })
    },

    query: (call, message) => paddedAnswer(answerQuery(call, message)),
  }
}

/** A stopped contract still lets its admin start it again, and at the first level lets people redeem. */
function checkStatus(call: TokenCall, name: string): void {
  const { status } = readConfig(call.storage)
  if (status === 'normal_run' || name === 'set_contract_status') return
  if (status === 'stop_all_but_redeems' && name === 'redeem') return
  throw genericError('This contract is stopped and this action is not allowed')
}
