/** Plain words for a message that has exactly the shape of a known standard, with what it passes on to other contracts. */
import { type ContractMessage, parseContractMessage, passedOnBy } from '../../chain/index'
import type { JsonValue } from '../../domain/index'
import type { Fact } from '../../messages/popup'
import { readHook } from './hook-words'
import { passedValue } from './passed-message'
import { snip20Words } from './snip20-words'
import { snip721Words } from './snip721-words'
import { snip1155Words } from './snip1155-words'
import type { TokenContext } from './token-context'
import { tokensLeaving } from './tokens-leaving'
import { fact, type MessageWords } from './words'

/** How far messages inside messages are put into words; what is deeper is still shown as it is. */
const DEEPEST = 3
const MOST_FACTS = 300

export function contractActionWords(
  json: JsonValue,
  message: ContractMessage,
  context: TokenContext,
): MessageWords {
  const spoken = withPassed(message, context, 0)
  const extras = [...spoken.facts, ...extraFacts(json)]
  const rest = extras.length - MOST_FACTS
  const facts =
    rest > 0
      ? [...extras.slice(0, MOST_FACTS), fact('More', `${rest} more, all in the message below`)]
      : extras
  return { ...spoken, facts, tokens: tokensLeaving(message.action, context) }
}

function withPassed(message: ContractMessage, context: TokenContext, depth: number): MessageWords {
  const spoken = standardWords(message, context)
  const passed = passedOnBy(message.action)
  const inner = passed.flatMap(({ to, message: text }) => {
    const words = innerWords(
      passedValue(text),
      { ...context, contract: to, token: undefined, funds: [] },
      depth,
    )
    return words === undefined ? [] : [words]
  })
  const [only] = inner
  return {
    ...spoken,
    sentence:
      only !== undefined && passed.length === 1 ? `${spoken.sentence}: ${only.sentence}` : spoken.sentence,
    facts: [
      ...spoken.facts,
      ...inner.flatMap((one) => [fact('The contract is asked', one.sentence), ...one.facts]),
    ],
    warnings: [...spoken.warnings, ...inner.flatMap(({ warnings }) => warnings)],
    visibility: [...spoken.visibility, ...inner.flatMap(({ visibility }) => visibility)],
  }
}

/** Undefined for what is not written as any message that is known. */
function innerWords(
  value: JsonValue | undefined,
  context: TokenContext,
  depth: number,
): MessageWords | undefined {
  if (value === undefined || depth >= DEEPEST) return undefined
  const message = parseContractMessage(value)
  return message === undefined ? readHook(value) : withPassed(message, context, depth + 1)
}

function standardWords(message: ContractMessage, context: TokenContext): MessageWords {
  switch (message.standard) {
    case 'snip20':
      return snip20Words(message.action, context)
    case 'snip721':
      return snip721Words(message.action, context)
    case 'snip1155':
      return snip1155Words(message.action, context)
    default:
      return message satisfies never
  }
}

/** Members that any message may carry (SNIP-25, SNIP-50); the parsers have checked their shapes. */
function extraFacts(json: JsonValue): Fact[] {
  const [body] = typeof json === 'object' && json !== null ? Object.values(json) : []
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  const { gas_target: gas, decoys, actions } = body as { readonly [member: string]: JsonValue | undefined }
  const hidden = [decoys, ...(Array.isArray(actions) ? actions.map(decoysOf) : [])]
    .map((list) => (Array.isArray(list) ? list.length : 0))
    .reduce((sum, count) => sum + count, 0)
  return [
    ...(hidden === 0 ? [] : [fact('Decoys', `${hidden} addresses that get nothing and hide who does`)]),
    ...(typeof gas === 'string' ? [fact('Gas is filled up to', gas)] : []),
  ]
}

function decoysOf(action: JsonValue): JsonValue | undefined {
  if (typeof action !== 'object' || action === null || Array.isArray(action)) return undefined
  return (action as { readonly decoys?: JsonValue }).decoys
}
