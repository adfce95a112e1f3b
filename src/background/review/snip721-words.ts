/** Plain words for messages of collections: SNIP-721 and 722. */
import type { NftAccess, NftExpiry, NftMovement, Snip721Action } from '../../chain/index'
import type { Fact } from '../../messages/popup'
import { listWords } from './coin-words'
import { untilWords } from './moment-words'
import { passedFact, passedMessage } from './passed-message'
import { collectible, makerWords } from './snip721-maker-words'
import { type TokenContext, whom } from './token-context'
import { caution, danger, fact, type MessageWords, seenBy, short, words } from './words'

export function snip721Words(action: Snip721Action, context: TokenContext): MessageWords {
  switch (action.kind) {
    case 'nft-transfer':
    case 'nft-send':
    case 'nft-burn':
      return movementWords(action, context)
    case 'nft-approve':
    case 'nft-revoke':
    case 'nft-approve-all':
    case 'nft-revoke-all':
      return approvalWords(action, context)
    case 'nft-access':
      return accessWords(action, context)
    case 'nft-make-private':
      return words({
        title: 'Hide what you own',
        sentence: `Let nobody see any more which collectibles of ${short(context.contract)} are yours`,
      })
    case 'nft-reveal':
      return words({
        title: 'Open a sealed collectible',
        sentence: `Open ${collectible(action.tokenId)} of ${short(context.contract)}`,
        warnings: [caution('This cannot be undone: everybody can see that it was opened.')],
      })
    default:
      return makerWords(action, context)
  }
}

type MovementAction = Extract<Snip721Action, { readonly nftMovements: unknown }>

function movementWords({ kind, nftMovements }: MovementAction, context: TokenContext): MessageWords {
  const verb = kind === 'nft-burn' ? 'Destroy' : 'Send'
  const ids = nftMovements.flatMap(({ tokenIds }) => tokenIds)
  const [only] = nftMovements
  const single = nftMovements.length === 1
  const to = single && only?.recipient !== undefined ? ` to ${whom(only.recipient, context)}` : ''
  const call = single && only?.message !== undefined ? ', with a message for that contract' : ''
  return words({
    title: ids.length === 1 ? `${verb} a collectible` : `${verb} ${ids.length} collectibles`,
    sentence: `${verb} ${collectibles(ids)} of ${short(context.contract)}${to}${call}`,
    facts: nftMovements.flatMap(movementFacts),
    warnings: [
      ...nftMovements.flatMap(({ message }) =>
        message === undefined ? [] : passedMessage(message).warnings,
      ),
      ...(kind === 'nft-burn' ? [caution('What is destroyed cannot be brought back.')] : []),
    ],
    visibility: kind === 'nft-burn' ? [] : [seenBy('recipient', 'What you send, your address and the memo.')],
  })
}

function movementFacts({ recipient, recipientCodeHash, tokenIds, message, memo }: NftMovement): Fact[] {
  return [
    ...(recipient === undefined ? [] : [fact('To', recipient)]),
    passedFact('Token ids', tokenIds.join(', ')),
    ...(recipientCodeHash === undefined ? [] : [fact('Recipient’s code hash', recipientCodeHash)]),
    ...(memo === undefined ? [] : [fact('Private memo', memo)]),
    ...(message === undefined ? [] : [passedMessage(message).fact]),
  ]
}

type ApprovalAction = Extract<
  Snip721Action,
  { readonly kind: 'nft-approve' | 'nft-revoke' | 'nft-approve-all' | 'nft-revoke-all' }
>

function approvalWords(action: ApprovalAction, { contract }: TokenContext): MessageWords {
  const all = 'operator' in action
  const who = all ? action.operator : action.spender
  const what = all
    ? `all your collectibles of ${short(contract)}, those you get later too`
    : `${collectible(action.tokenId)} of ${short(contract)}`
  const gives = action.kind === 'nft-approve' || action.kind === 'nft-approve-all'
  const end = gives ? `, ${expiryWords(action.expires)}` : ''
  return words({
    title: gives ? 'Let another move your collectibles' : 'Take back a right over collectibles',
    sentence: gives
      ? `Allow ${short(who)} to move ${what}${end}`
      : `${short(who)} may no longer move ${what}`,
    facts: [fact(all ? 'Operator' : 'Spender', who), ...(all ? [] : [fact('Token id', action.tokenId)])],
    warnings: gives
      ? [
          danger(
            `${all ? 'The operator' : 'The spender'} can take ${all ? 'all of them' : 'it'} at any time without asking you again.`,
          ),
        ]
      : [],
  })
}

type AccessAction = Extract<Snip721Action, { readonly kind: 'nft-access' }>

function accessWords(action: AccessAction, { contract }: TokenContext): MessageWords {
  const { address, tokenId, viewOwner, viewPrivateMetadata, transfer, expires } = action
  const who = address === undefined ? 'Everybody' : short(address)
  const rights = [
    right('see that you own', viewOwner, action),
    right('read the private part of', viewPrivateMetadata, action),
    right('move', transfer, action),
  ].filter((text) => text !== undefined)
  const given = [viewOwner, viewPrivateMetadata, transfer].some(isGiven)
  const moves = isGiven(transfer)
  return words({
    title: given ? 'Give rights over collectibles' : 'Take back rights over collectibles',
    sentence: `${who}, for ${short(contract)}: ${rights.length === 0 ? 'nothing changes' : listWords(rights)}${given ? `, ${expiryWords(expires)}` : ''}`,
    facts: [
      ...(address === undefined ? [] : [fact('Account', address)]),
      ...(tokenId === undefined ? [] : [fact('Token id', tokenId)]),
    ],
    warnings: [
      ...(moves ? [danger('The other account can take what it may move without asking you again.')] : []),
      ...(given && address === undefined ? [caution('What everybody may see cannot be unseen.')] : []),
    ],
  })
}

function isGiven(access: NftAccess | undefined): boolean {
  return access === 'approve_token' || access === 'all'
}

function right(verb: string, access: NftAccess | undefined, { tokenId }: AccessAction): string | undefined {
  const one = tokenId === undefined ? 'a collectible' : collectible(tokenId)
  switch (access) {
    case undefined:
      return undefined
    case 'approve_token':
      return `may ${verb} ${one}`
    case 'all':
      return `may ${verb} all your collectibles`
    case 'revoke_token':
      return `may no longer ${verb} ${one}`
    case 'none':
      return `may no longer ${verb} any of your collectibles`
    default:
      return access satisfies never
  }
}

export function expiryWords(expires: NftExpiry | undefined): string {
  if (expires === undefined || expires === 'never') return 'without an end'
  return 'atTime' in expires ? untilWords(expires.atTime) : `until block ${expires.atHeight}`
}

function collectibles(tokenIds: readonly string[]): string {
  const [only] = tokenIds
  return tokenIds.length === 1 && only !== undefined ? collectible(only) : `${tokenIds.length} collectibles`
}
