/** What a review says about one message, in the person's words. */
import { shortAddress } from '../../domain/index'
import type { CoinView, Fact, Visibility, Warning } from '../../messages/popup'
import { safeText } from './safe-text'

export interface MessageWords {
  readonly title: string
  readonly sentence: string
  readonly facts: readonly Fact[]
  readonly warnings: readonly Warning[]
  readonly visibility: readonly Visibility[]
  /** Coins that leave the account in the open. */
  readonly funds: readonly CoinView[]
  /** Tokens that leave the account, seen by the contract alone; `denom` is the contract. */
  readonly tokens: readonly CoinView[]
  /** False when the message may take more than is said, since it is not put into words. */
  readonly whole: boolean
}

/** Fills in what most messages have none of. */
export function words(given: Pick<MessageWords, 'title' | 'sentence'> & Partial<MessageWords>): MessageWords {
  return { facts: [], warnings: [], visibility: [], funds: [], tokens: [], whole: true, ...given }
}

export function fact(label: string, value: string): Fact {
  return { label, value: safeText(value) }
}

export function note(text: string): Warning {
  return { level: 'note', text }
}

export function caution(text: string): Warning {
  return { level: 'caution', text }
}

export function danger(text: string): Warning {
  return { level: 'danger', text }
}

export function seenBy(who: Visibility['who'], text: string): Visibility {
  return { who, text }
}

/** An address as a sentence holds it; the whole of it belongs into the facts. */
export function short(address: string): string {
  return safeText(shortAddress(address))
}

export const EVERYONE_FOREVER = 'Who, when, how much and the fee: it stays readable for ever.'
