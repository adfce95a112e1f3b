/** Plain words for messages of the SNIP-20 family. */
import type { Snip20Action, Snip20Movement } from '../../chain/index'
import { type Address, type Coin, formatAmount } from '../../domain/index'
import { coinsWords } from './coin-words'
import { passedMessage } from './passed-message'
import { safeText } from './safe-text'
import { caution, danger, fact, type MessageWords, note, seenBy, short, words } from './words'

/** What is known of the token that is spoken to. */
export interface TokenWords {
  readonly symbol: string
  readonly decimals: number
  /** True when the person has it in the list; else the name is only what the contract calls itself. */
  readonly listed: boolean
}

export interface Snip20Context {
  readonly contract: Address
  /** Undefined while it is not known: amounts are then in base units. */
  readonly token: TokenWords | undefined
  /** Native coins sent along. */
  readonly funds: readonly Coin[]
}

type MovementAction = Extract<Snip20Action, { readonly movements: unknown }>

export function snip20Words(action: Snip20Action, context: Snip20Context): MessageWords {
  const spoken = actionWords(action, context)
  const { token } = context
  if (token === undefined) {
    return {
      ...spoken,
      warnings: [...spoken.warnings, note('The token’s name and decimals are not known yet.')],
    }
  }
  if (token.listed) return spoken
  const claim = `${symbolOf(context)} is only what this contract calls itself: it is not in your list of tokens.`
  return { ...spoken, warnings: [...spoken.warnings, caution(claim)] }
}

function actionWords(action: Snip20Action, context: Snip20Context): MessageWords {
  if ('movements' in action) return movementWords(action, context)
  const token = symbolOf(context)
  switch (action.kind) {
    case 'redeem':
      return words({
        title: `Unwrap ${token}`,
        sentence: `Turn ${amountWords(action.amount, context)} back into public coins of your account`,
        visibility: [seenBy('public', 'The amount: the coins that come back are public.')],
      })
    case 'deposit':
      return words({
        title: `Wrap into ${token}`,
        sentence: `Turn ${coinsWords(context.funds)} into ${token}`,
      })
    case 'create-viewing-key':
      return words({
        title: `Create a viewing key for ${token}`,
        sentence: `Let the contract make a new key that reads your ${token} balance`,
        warnings: [note('A key that you had for this token stops working.')],
      })
    case 'set-viewing-key':
      return words({
        title: `Set a viewing key for ${token}`,
        sentence: `Set the key that reads your ${token} balance`,
        warnings: [note('A key that you had for this token stops working.')],
      })
    case 'increase-allowance':
    case 'decrease-allowance':
      return allowanceWords(action, context)
    case 'revoke-permit':
      return words({
        title: 'Revoke a permit',
        sentence: `The permit “${safeText(action.permitName, 80)}” no longer reads your ${token}`,
      })
    case 'revoke-all-permits':
      return words({
        title: 'Revoke permits',
        sentence: `Permits of that time no longer read your ${token}`,
      })
    case 'delete-permit-revocation':
      return words({
        title: 'Allow revoked permits again',
        sentence: `Permits that you revoked can read your ${token} again`,
        warnings: [caution('Sites that you had shut out can read your balance and history again.')],
      })
    default:
      return ownerWords(action, token)
  }
}

function movementWords({ kind, movements }: MovementAction, context: Snip20Context): MessageWords {
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
      ...(isFrom(kind) ? [caution('This moves tokens of another account that allowed it.')] : []),
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

function isFrom(kind: MovementAction['kind']): boolean {
  return kind === 'transfer-from' || kind === 'send-from' || kind === 'burn-from'
}

function movementSentence(
  kind: MovementAction['kind'],
  { amount, owner, recipient, message }: Snip20Movement,
  context: Snip20Context,
): string {
  const from = owner === undefined ? '' : ` of ${short(owner)}`
  const to = recipient === undefined ? '' : ` ${kind === 'mint' ? 'for' : 'to'} ${short(recipient)}`
  const call = message === undefined ? '' : ', with a message for that contract'
  return `${VERBS[kind]} ${amountWords(amount, context)}${from}${to}${call}`
}

function movementFacts(
  movement: Snip20Movement,
  context: Snip20Context,
  single: boolean,
): MessageWords['facts'] {
  const { owner, recipient, recipientCodeHash, amount, message, memo } = movement
  return [
    ...(single ? [] : [fact('Amount', amountWords(amount, context))]),
    ...(owner === undefined ? [] : [fact('From', owner)]),
    ...(recipient === undefined ? [] : [fact('To', recipient)]),
    ...(recipientCodeHash === undefined ? [] : [fact('Recipient’s code hash', recipientCodeHash)]),
    ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ...(message === undefined ? [] : [passedMessage(message).fact]),
  ]
}

function allowanceWords(
  action: Extract<Snip20Action, { readonly kind: 'increase-allowance' | 'decrease-allowance' }>,
  context: Snip20Context,
): MessageWords {
  const more = action.kind === 'increase-allowance'
  const token = symbolOf(context)
  const spender = short(action.spender)
  const amount = amountWords(action.amount, context)
  return words({
    title: more ? `Let another spend ${token}` : `Lower an allowance of ${token}`,
    sentence: more
      ? `Let ${spender} spend ${amount} more in your name`
      : `${spender} may spend ${amount} less in your name`,
    facts: [
      fact('Spender', action.spender),
      ...(action.expiration === undefined
        ? []
        : [fact('Until (Unix seconds)', action.expiration.toString())]),
    ],
    warnings: more ? [danger('The spender can take these tokens at any time without asking you again.')] : [],
  })
}

type OwnerAction = Extract<
  Snip20Action,
  {
    readonly kind:
      | 'register-receive'
      | 'change-admin'
      | 'set-contract-status'
      | 'add-minters'
      | 'remove-minters'
      | 'set-minters'
      | 'add-supported-denoms'
      | 'remove-supported-denoms'
      | 'set-notification-status'
  }
>

/** What only the owner of a token contract can do. */
function ownerWords(action: OwnerAction, token: string): MessageWords {
  const title = `Manage ${token}`
  switch (action.kind) {
    case 'change-admin':
      return words({
        title,
        sentence: `Make ${short(action.address)} the owner of the ${token} contract`,
        facts: [fact('New owner', action.address)],
      })
    case 'add-minters':
    case 'remove-minters':
    case 'set-minters':
      return words({
        title,
        sentence: `Change who may create ${token}: ${action.kind.replace('-', ' ')}`,
        facts: action.minters.map((minter) => fact('Minter', minter)),
      })
    case 'add-supported-denoms':
    case 'remove-supported-denoms':
      return words({
        title,
        sentence: `Change which coins ${token} wraps: ${action.kind.replaceAll('-', ' ')}`,
        facts: action.denoms.map((denom) => fact('Coin', denom)),
      })
    case 'set-contract-status':
      return words({ title, sentence: `Set the ${token} contract to ${action.level.replaceAll('_', ' ')}` })
    case 'set-notification-status':
      return words({
        title,
        sentence: `Turn notifications of the ${token} contract ${action.enabled ? 'on' : 'off'}`,
      })
    case 'register-receive':
      return words({
        title,
        sentence: `Let ${token} tell a contract when it receives tokens`,
        facts: [fact('Code hash', action.codeHash)],
      })
    default:
      return action satisfies never
  }
}

function symbolOf({ token, contract }: Snip20Context): string {
  return token === undefined ? `tokens of ${short(contract)}` : safeText(token.symbol, 40)
}

/** Without the decimals an amount could be off by any power of ten, so it stays in base units and says so. */
function amountWords(amount: bigint, context: Snip20Context): string {
  const { token } = context
  if (token === undefined) return `${amount} base units of ${symbolOf(context)}`
  return `${formatAmount(amount, token.decimals)} ${symbolOf(context)}`
}
