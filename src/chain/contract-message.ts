import type { Address, JsonValue } from '../domain/index'
import type { Snip20Action } from './snip20-action'
import { isSnip20Name, parseSnip20Message } from './snip20-message'
import type { Snip721Action } from './snip721-action'
import { isSnip721Name, parseSnip721Message } from './snip721-message'
import type { Snip1155Action } from './snip1155-action'
import { isSnip1155Name, parseSnip1155Message } from './snip1155-message'

/** What a contract message of a known standard asks for. Messages that standards share are read as those of SNIP-20. */
export type ContractAction = Snip20Action | Snip721Action | Snip1155Action

export type ContractMessage =
  | { readonly standard: 'snip20'; readonly action: Snip20Action }
  | { readonly standard: 'snip721'; readonly action: Snip721Action }
  | { readonly standard: 'snip1155'; readonly action: Snip1155Action }

/** Reads an execute message that has exactly the shape a standard gives it; undefined otherwise. Protocol 6.1, 6.8, 6.9. */
export function parseContractMessage(json: JsonValue): ContractMessage | undefined {
  const token = parseSnip20Message(json)
  if (token !== undefined) return { standard: 'snip20', action: token }
  const nft = parseSnip721Message(json)
  if (nft !== undefined) return { standard: 'snip721', action: nft }
  const item = parseSnip1155Message(json)
  return item === undefined ? undefined : { standard: 'snip1155', action: item }
}

/** True for the name of a message that some standard knows, whatever it holds. */
export function isContractMessageName(name: string): boolean {
  return isSnip20Name(name) || isSnip721Name(name) || isSnip1155Name(name)
}

/** What a message has a token pass on to the contract that receives it; base64 as in the message. */
export interface PassedOn {
  readonly to: Address
  readonly message: string
}

export function passedOnBy(action: ContractAction): readonly PassedOn[] {
  return movementsOf(action).flatMap(({ recipient, message }) =>
    recipient === undefined || message === undefined || message === '' ? [] : [{ to: recipient, message }],
  )
}

function movementsOf(
  action: ContractAction,
): readonly { readonly recipient: Address | undefined; readonly message: string | undefined }[] {
  if ('movements' in action) return action.movements
  if ('nftMovements' in action) return action.nftMovements
  return 'itemMovements' in action ? action.itemMovements : []
}
