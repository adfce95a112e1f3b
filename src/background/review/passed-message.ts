/** Texts inside a message that somebody else will act on: another contract, or another chain. */
import { hex } from '@scure/base'
import type { JsonValue } from '../../domain/index'
import type { Fact, Warning } from '../../messages/popup'
import { readJsonText } from './json-text'
import { safeText } from './safe-text'
import { caution, danger } from './words'

/** Longer than every honest route of swaps. */
const LONGEST = 10_000

/** A text that decides what happens elsewhere, shown whole where an ordinary fact would be cut. */
export function passedFact(label: string, text: string): Fact {
  return { label, value: safeText(text, LONGEST) }
}

export function passedWarnings(label: string, text: string): readonly Warning[] {
  if (text.length <= LONGEST) return []
  return [danger(`${label}: it is too long to be shown whole, so a part of what it does stays hidden.`)]
}

const LABEL = 'Message for the recipient'

/** What a token passes on to the contract that receives it; base64 as in the message. */
export function passedMessage(base64Text: string): {
  readonly fact: Fact
  readonly warnings: readonly Warning[]
} {
  const bytes = bytesOf(base64Text)
  const text = decoded(bytes)
  const shown = text ?? hex.encode(bytes)
  const plain = base64Text === '' || (text !== undefined && readJsonText(text).kind === 'plain')
  return {
    fact: passedFact(LABEL, shown),
    warnings: [...passedWarnings(LABEL, shown), ...(plain ? [] : [caution(`${LABEL}: ${ODD}`)])],
  }
}

/** What is passed on as JSON, where it can be read in one way only; base64 as in the message. */
export function passedValue(base64Text: string): JsonValue | undefined {
  const text = decoded(bytesOf(base64Text))
  const reading = text === undefined ? undefined : readJsonText(text)
  return reading?.kind === 'plain' ? reading.value : undefined
}

function bytesOf(base64Text: string): Uint8Array {
  return Uint8Array.from(atob(base64Text), (character) => character.charCodeAt(0))
}

const ODD = 'it is not written as such messages are, and could mean something else than it seems to.'

/** Undefined for bytes that are no text. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
