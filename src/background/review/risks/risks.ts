/** The table of everything that Sotto warns about by rule. */
import type { Warning } from '../../../messages/popup'
import { ALLOWANCE_RULES } from './allowance-rules'
import { CONTRACT_RULES } from './contract-rules'
import { FEE_RULES } from './fee-rules'
import { MEMO_RULES } from './memo-rules'
import { NETWORK_RULES, ORIGIN_RULES } from './origin-rules'
import { RECIPIENT_RULES, RECIPIENTS_RULES } from './recipient-rules'
import type { MessageContext, RequestContext, RiskRule } from './risk-rule'

export const REQUEST_RULES: readonly RiskRule<RequestContext>[] = [
  ...ORIGIN_RULES,
  ...MEMO_RULES,
  ...FEE_RULES,
  ...NETWORK_RULES,
  ...RECIPIENTS_RULES,
]
export const MESSAGE_RULES: readonly RiskRule<MessageContext>[] = [
  ...RECIPIENT_RULES,
  ...ALLOWANCE_RULES,
  ...CONTRACT_RULES,
]

/** Every rule that has something to say, those about single messages with the place of the message where there are several. */
export function risksOf(context: RequestContext): readonly Warning[] {
  const several = context.messages.length > 1
  return [
    ...run(REQUEST_RULES, context),
    ...context.messages.flatMap((at, message) =>
      run(MESSAGE_RULES, { ...context, at }).map((warning) => (several ? { ...warning, message } : warning)),
    ),
  ]
}

function run<Context>(rules: readonly RiskRule<Context>[], context: Context): readonly Warning[] {
  return rules.flatMap(({ name, level, check }) => {
    const text = check(context)
    return text === undefined ? [] : [{ level, text, rule: name }]
  })
}
