/** Plain words for messages of the SNIP-20 family. */
import type { Interval, Snip20Action } from '../../chain/index'
import { coinName, coinsWords } from './coin-words'
import { momentWords, untilWords } from './moment-words'
import { safeText } from './safe-text'
import { type MovementAction, movementWords } from './snip20-movement-words'
import { type OwnerAction, ownerWords } from './snip20-owner-words'
import { amountWords, symbolOf, type TokenContext, UNLIMITED } from './token-context'
import { caution, danger, fact, type MessageWords, note, seenBy, short, words } from './words'

export function snip20Words(action: Snip20Action, context: TokenContext): MessageWords {
  const spoken = actionWords(action, context)
  return { ...spoken, warnings: [...spoken.warnings, ...nameWarnings(action, context)] }
}

function nameWarnings(action: Snip20Action, context: TokenContext): MessageWords['warnings'] {
  const { token } = context
  if (token === undefined) {
    const counts = 'amount' in action || 'movements' in action
    return counts ? [note('The token’s name and decimals are not known yet.')] : []
  }
  const name = symbolOf(context)
  if (token.namesake !== undefined) {
    return [
      danger(`This is not the ${name} that Sotto knows, which is ${token.namesake}, but another contract.`),
    ]
  }
  const claim = `${name} is only what this contract calls itself: it is not in your list of tokens.`
  return token.listed ? [] : [caution(claim)]
}

function actionWords(action: Snip20Action, context: TokenContext): MessageWords {
  switch (action.kind) {
    case 'redeem':
    case 'deposit':
      return wrapWords(action, context)
    case 'create-viewing-key':
    case 'set-viewing-key':
      return keyWords(action, context)
    case 'increase-allowance':
    case 'decrease-allowance':
      return allowanceWords(action, context)
    case 'revoke-permit':
    case 'revoke-all-permits':
    case 'delete-permit-revocation':
      return permitWords(action, context)
    default:
      return movementOrOwnerWords(action, context)
  }
}

function movementOrOwnerWords(action: MovementAction | OwnerAction, context: TokenContext): MessageWords {
  return 'movements' in action ? movementWords(action, context) : ownerWords(action, symbolOf(context))
}

function wrapWords(
  action: Extract<Snip20Action, { readonly kind: 'redeem' | 'deposit' }>,
  context: TokenContext,
): MessageWords {
  const token = symbolOf(context)
  if (action.kind === 'deposit') {
    return words({
      title: `Wrap into ${token}`,
      sentence: `Turn ${coinsWords(context.funds)} into ${token}`,
      warnings:
        context.funds.length === 0 ? [caution('No coins go along, so the contract will refuse this.')] : [],
    })
  }
  return words({
    title: `Unwrap ${token}`,
    sentence: `Turn ${amountWords(action.amount, context)} back into public coins of your account`,
    facts: action.denom === undefined ? [] : [fact('Coin', coinName(action.denom))],
    visibility: [seenBy('public', 'The amount: the coins that come back are public.')],
  })
}

function keyWords(
  action: Extract<Snip20Action, { readonly kind: 'create-viewing-key' | 'set-viewing-key' }>,
  context: TokenContext,
): MessageWords {
  const token = symbolOf(context)
  const replaced = note('A key that you had for this token stops working.')
  if (action.kind === 'create-viewing-key') {
    return words({
      title: `Create a viewing key for ${token}`,
      sentence: `Let the contract make a new key that reads your ${token} balance and history`,
      warnings: [replaced],
    })
  }
  return words({
    title: `Set a viewing key for ${token}`,
    sentence: `Set a viewing key chosen by the site, which reads your ${token} balance and history`,
    warnings: [replaced, ...(action.key === '' ? [danger('The key is empty: everybody can guess it.')] : [])],
  })
}

function allowanceWords(
  action: Extract<Snip20Action, { readonly kind: 'increase-allowance' | 'decrease-allowance' }>,
  context: TokenContext,
): MessageWords {
  const more = action.kind === 'increase-allowance'
  const token = symbolOf(context)
  const spender = short(action.spender)
  const endless = more && action.amount >= UNLIMITED
  const amount = endless ? `any amount of ${token}` : `up to ${amountWords(action.amount, context)} more`
  const until = action.expiration === undefined && !more ? '' : `, ${untilWords(action.expiration)}`
  return words({
    title: more ? `Let another spend ${token}` : `Lower an allowance of ${token}`,
    sentence: more
      ? `Allow ${spender} to spend ${amount} in your name${until}`
      : `${spender} may spend ${amountWords(action.amount, context)} less in your name${until}`,
    facts: [
      fact('Spender', action.spender),
      ...(endless ? [fact('Up to', amountWords(action.amount, context))] : []),
    ],
    warnings: more ? [danger('The spender can take these tokens at any time without asking you again.')] : [],
  })
}

function permitWords(
  action: Extract<
    Snip20Action,
    { readonly kind: 'revoke-permit' | 'revoke-all-permits' | 'delete-permit-revocation' }
  >,
  context: TokenContext,
): MessageWords {
  const token = symbolOf(context)
  switch (action.kind) {
    case 'revoke-permit':
      return words({
        title: 'Revoke a permit',
        sentence: `The permit “${safeText(action.permitName, 80)}” no longer reads your ${token}`,
      })
    case 'revoke-all-permits':
      return revokeWords(action.interval, token)
    case 'delete-permit-revocation':
      return words({
        title: 'Allow revoked permits again',
        sentence: `Permits that you revoked can read your ${token} again`,
        facts: [fact('Revocation', action.revocationId)],
        warnings: [caution('Sites that you had shut out can read your balance and history again.')],
      })
    default:
      return action satisfies never
  }
}

/** Without bounds it stands against every permit until it is deleted, with them against dated ones alone. Protocol 6.5. */
function revokeWords({ createdAfter, createdBefore }: Interval, token: string): MessageWords {
  const bounds = [
    ...(createdAfter === undefined ? [] : [`after ${boundWords(createdAfter)}`]),
    ...(createdBefore === undefined ? [] : [`before ${boundWords(createdBefore)}`]),
  ]
  return words({
    title: 'Revoke permits',
    sentence:
      bounds.length === 0
        ? `No permit reads your ${token} any more, neither one that you have made nor one that you make later, until you take this back`
        : `Permits made ${bounds.join(' and ')} no longer read your ${token}`,
    warnings: [
      ...(bounds.length === 0 ? [] : [caution(UNDATED)]),
      ...(bounds.length === 2 ? [note(EITHER_BOUND)] : []),
    ],
  })
}

const UNDATED = 'Permits that do not say when they were made go on reading. Revoke those by their names.'
const EITHER_BOUND =
  'Some contracts revoke a permit that meets one of the two bounds, and so more than these.'

/** Bounds are Unix seconds in digits; a text that is none is shown as it is. */
function boundWords(bound: string): string {
  const moment = /^\d{1,15}$/.test(bound) ? momentWords(BigInt(bound)) : undefined
  return moment ?? `“${safeText(bound, 40)}”`
}
