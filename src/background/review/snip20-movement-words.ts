import type { ContractAction, Snip20Action, Snip20Movement } from '../../chain/index'
import { passedMessage } from './passed-message'
import { amountWords, symbolOf, type TokenContext, whom } from './token-context'
import { caution, fact, type MessageWords, seenBy, words } from './words'

export type MovementAction = Extract<Snip20Action, { readonly movements: unknown }>

export function movementWords({ kind, movements }: MovementAction, context: TokenContext): MessageWords {
  const token = symbolOf(context)
  const [only] = movements
  const single = movements.length === 1 && only !== undefined
  const total = movements.reduce((sum, { amount }) => sum + amount, 0n)
  const verb = VERBS[kind]
  const sentence = single
    ? movementSentence(kind, only, context)
    : `${verb} ${amountWords(total, context)} in ${movements.length} parts`
  const details = movements.flatMap((movement) => movementFacts(movement, context, single))
  const recipients = movements.some(({ recipient }) => recipient !== undefined)
  return words({
    title: `${verb} ${token}`,
    sentence,
    facts: details,
    warnings: [
      ...movements.flatMap(({ message }) => (message === undefined ? [] : passedMessage(message).warnings)),
      ...(movements.some(({ owner }) => owner !== undefined && owner !== context.sender)
        ? [caution('This moves tokens of another account that allowed it.')]
        : []),
    ],
    visibility: recipients ? [seenBy('recipient', 'The amount, your address and the memo.')] : [],
  })
}

const VERBS = {
  transfer: 'Send',
  send: 'Send',
  'transfer-from': 'Send',
  'send-from': 'Send',
  burn: 'Destroy',
  'burn-from': 'Destroy',
  mint: 'Create',
} as const satisfies Record<MovementAction['kind'], string>

function movementSentence(
  kind: MovementAction['kind'],
  { amount, owner, recipient, message }: Snip20Movement,
  context: TokenContext,
): string {
  const from = owner === undefined ? '' : ` of ${whom(owner, context)}`
  const to = recipient === undefined ? '' : ` ${kind === 'mint' ? 'for' : 'to'} ${whom(recipient, context)}`
  const call = message === undefined ? '' : ', with a message for that contract'
  return `${VERBS[kind]} ${amountWords(amount, context)}${from}${to}${call}`
}

function movementFacts(
  { owner, recipient, recipientCodeHash, amount, message, memo }: Snip20Movement,
  context: TokenContext,
  single: boolean,
): MessageWords['facts'] {
  return [
    ...(single ? [] : [fact('Amount', amountWords(amount, context))]),
    ...(owner === undefined ? [] : [fact('From', owner)]),
    ...(recipient === undefined ? [] : [fact('To', recipient)]),
    ...(recipientCodeHash === undefined ? [] : [fact('Recipient’s code hash', recipientCodeHash)]),
    ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ...(message === undefined ? [] : [passedMessage(message).fact]),
  ]
}

/** What of the signer's own tokens leaves by this message, in base units; nothing by a message of another standard. */
export function snip20Leaving(action: ContractAction, context: Pick<TokenContext, 'sender'>): bigint {
  if (action.kind === 'redeem') return action.amount
  if (!('movements' in action) || action.kind === 'mint') return 0n
  return action.movements
    .filter(
      ({ owner, recipient }) => (owner ?? context.sender) === context.sender && recipient !== context.sender,
    )
    .reduce((sum, { amount }) => sum + amount, 0n)
}
