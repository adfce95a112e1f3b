/** Plain words for messages of contracts that hold many tokens by id: SNIP-1155. */
import type { ItemMovement, Snip1155Action } from '../../chain/index'
import type { Fact } from '../../messages/popup'
import { listWords } from './coin-words'
import { passedMessage } from './passed-message'
import { safeText } from './safe-text'
import { addressFacts, letWords } from './snip20-owner-words'
import { jsonFact, jsonWarnings, metadataFacts } from './snip721-maker-words'
import { expiryWords } from './snip721-words'
import { type TokenContext, whom } from './token-context'
import { caution, danger, fact, type MessageWords, seenBy, short, words } from './words'

export function snip1155Words(action: Snip1155Action, context: TokenContext): MessageWords {
  switch (action.kind) {
    case 'item-transfer':
    case 'item-send':
      return movementWords(action, context)
    case 'item-give-permission':
      return permissionWords(action, context)
    case 'item-revoke-permission':
      return words({
        title: 'Take back a right over a token',
        sentence: `${short(action.allowed)} may no longer use ${item(action.tokenId, context)} of ${whom(action.owner, context)}`,
        facts: [
          fact('Account', action.allowed),
          fact('Owner', action.owner),
          fact('Token id', action.tokenId),
        ],
      })
    case 'item-mint':
    case 'item-burn':
      return countWords(action, context)
    case 'item-curate':
      return curateWords(action, context)
    default:
      return ownerWords(action, context)
  }
}

type MovementAction = Extract<Snip1155Action, { readonly itemMovements: unknown }>

function movementWords({ itemMovements }: MovementAction, context: TokenContext): MessageWords {
  const [only] = itemMovements
  const single = itemMovements.length === 1 && only !== undefined
  const others = itemMovements.some(({ from }) => from !== context.sender)
  return words({
    title: 'Send tokens by id',
    sentence: single ? movementSentence(only, context) : `Send tokens in ${itemMovements.length} parts`,
    facts: itemMovements.flatMap((movement) => movementFacts(movement, single)),
    warnings: [
      ...itemMovements.flatMap(({ message }) =>
        message === undefined ? [] : passedMessage(message).warnings,
      ),
      ...(others ? [caution('This moves tokens of another account that allowed it.')] : []),
    ],
    visibility: [seenBy('recipient', 'The amount, your address and the memo.')],
  })
}

function movementSentence(
  { tokenId, amount, from, recipient, message }: ItemMovement,
  context: TokenContext,
): string {
  const owner = from === context.sender ? '' : ` that belong to ${short(from)}`
  const call = message === undefined ? '' : ', with a message for that contract'
  return `Send ${amount} of ${item(tokenId, context)}${owner} to ${whom(recipient, context)}${call}`
}

function movementFacts(movement: ItemMovement, single: boolean): Fact[] {
  const { tokenId, amount, from, recipient, recipientCodeHash, message, memo } = movement
  return [
    ...(single ? [] : [fact('Amount', `${amount} of “${safeText(tokenId, 60)}”`)]),
    fact('Token id', tokenId),
    fact('From', from),
    fact('To', recipient),
    ...(recipientCodeHash === undefined ? [] : [fact('Recipient’s code hash', recipientCodeHash)]),
    ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ...(message === undefined ? [] : [passedMessage(message).fact]),
  ]
}

type PermissionAction = Extract<Snip1155Action, { readonly kind: 'item-give-permission' }>

function permissionWords(action: PermissionAction, context: TokenContext): MessageWords {
  const { viewBalance, viewPrivateMetadata, transfer } = action
  const rights = [
    ...(viewBalance === undefined
      ? []
      : [`${may(viewBalance)} see your balance, ${expiryWords(action.viewBalanceExpiry)}`]),
    ...(viewPrivateMetadata === undefined
      ? []
      : [
          `${may(viewPrivateMetadata)} read its private part, ${expiryWords(action.viewPrivateMetadataExpiry)}`,
        ]),
    ...(transfer === undefined
      ? []
      : [`may move up to ${transfer} of yours, ${expiryWords(action.transferExpiry)}`]),
  ]
  return words({
    title: 'Give rights over a token',
    sentence: `${short(action.allowed)}, for ${item(action.tokenId, context)}: ${rights.length === 0 ? 'nothing changes' : listWords(rights)}`,
    facts: [fact('Account', action.allowed), fact('Token id', action.tokenId)],
    warnings:
      (transfer ?? 0n) > 0n
        ? [danger('The other account can take these tokens at any time without asking you again.')]
        : [],
  })
}

function may(given: boolean): string {
  return given ? 'may' : 'may no longer'
}

function countWords(
  { kind, items, memo }: Extract<Snip1155Action, { readonly kind: 'item-mint' | 'item-burn' }>,
  context: TokenContext,
): MessageWords {
  const [only] = items
  const verb = kind === 'item-mint' ? 'Make more of' : 'Destroy some of'
  const what =
    items.length === 1 && only !== undefined ? item(only.tokenId, context) : `${items.length} tokens`
  return words({
    title: kind === 'item-mint' ? 'Make tokens' : 'Destroy tokens',
    sentence: `${verb} ${what}`,
    facts: [
      ...items.flatMap(({ tokenId, balances }) => balanceFacts(tokenId, balances)),
      ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ],
    warnings: kind === 'item-burn' ? [caution('What is destroyed cannot be brought back.')] : [],
  })
}

function curateWords(
  { items, memo }: Extract<Snip1155Action, { readonly kind: 'item-curate' }>,
  { contract }: TokenContext,
): MessageWords {
  return words({
    title: 'Create tokens',
    sentence: `Create ${items.length === 1 ? 'a new token' : `${items.length} new tokens`} at ${short(contract)}`,
    facts: [
      ...items.flatMap((one) => [
        fact('Token', `${safeText(one.name, 80)} (${safeText(one.symbol, 40)})`),
        jsonFact('Settings', one.config),
        ...metadataFacts(one),
        ...balanceFacts(one.tokenId, one.balances),
      ]),
      ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ],
    warnings: items.flatMap((one) => jsonWarnings(one.config, one.publicMetadata, one.privateMetadata)),
  })
}

function balanceFacts(
  tokenId: string,
  balances: readonly { readonly address: string; readonly amount: bigint }[],
): Fact[] {
  return [fact('Token id', tokenId), ...balances.map(({ address, amount }) => fact(`${amount} for`, address))]
}

type OwnerAction = Extract<
  Snip1155Action,
  {
    readonly kind:
      | 'item-change-metadata'
      | 'item-add-curators'
      | 'item-remove-curators'
      | 'item-add-minters'
      | 'item-remove-minters'
      | 'item-change-admin'
      | 'item-remove-admin'
  }
>

function ownerWords(action: OwnerAction, context: TokenContext): MessageWords {
  const contract = short(context.contract)
  const title = `Manage ${contract}`
  switch (action.kind) {
    case 'item-change-metadata':
      return words({
        title: 'Describe a token anew',
        sentence: `Replace what ${item(action.tokenId, context)} says about itself`,
        facts: [fact('Token id', action.tokenId), ...metadataFacts(action)],
        warnings: jsonWarnings(action.publicMetadata, action.privateMetadata),
      })
    case 'item-add-curators':
    case 'item-remove-curators':
      return words({
        title,
        sentence: letWords(
          action.kind === 'item-add-curators' ? 'also' : 'no-longer',
          action.curators,
          `create tokens at ${contract}`,
        ),
        facts: addressFacts('Curator', action.curators),
      })
    case 'item-add-minters':
    case 'item-remove-minters':
      return words({
        title,
        sentence: letWords(
          action.kind === 'item-add-minters' ? 'also' : 'no-longer',
          action.minters,
          `make more of ${item(action.tokenId, context)}`,
        ),
        facts: [fact('Token id', action.tokenId), ...addressFacts('Minter', action.minters)],
      })
    case 'item-change-admin':
      return words({
        title,
        sentence: `Make ${short(action.newAdmin)} the owner of ${contract}`,
        facts: [fact('New owner', action.newAdmin)],
      })
    case 'item-remove-admin':
      return words({
        title,
        sentence: `Leave ${short(action.contract)} without an owner`,
        facts: [fact('Owner until now', action.currentAdmin), fact('Contract named', action.contract)],
        warnings: [caution('This cannot be undone.')],
      })
    default:
      return action satisfies never
  }
}

export function item(tokenId: string, { contract }: TokenContext): string {
  return `the token “${safeText(tokenId, 60)}” of ${short(contract)}`
}
