import { base64 } from '@scure/base'
import type { JsonValue } from '../../domain/index'
import { readJsonText } from './json-text'

/** Short texts are words, and long ones are shown as they are. */
const SHORTEST = 8
const LONGEST = 100_000

/** An object or a list that is written inside a text, plainly or as base64; undefined for every other text. */
export function nestedJson(
  text: string,
): { readonly value: JsonValue; readonly encoded: boolean } | undefined {
  if (text.length < SHORTEST || text.length > LONGEST) return undefined
  const plain = container(text)
  if (plain !== undefined) return { value: plain, encoded: false }
  const decoded = base64Text(text)
  const value = decoded === undefined ? undefined : container(decoded)
  return value === undefined ? undefined : { value, encoded: true }
}

function container(text: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const reading = readJsonText(text)
  return reading.kind === 'plain' ? reading.value : undefined
}

function base64Text(text: string): string | undefined {
  if (!/^[0-9A-Za-z+/]{8,}={0,2}$/.test(text)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64.decode(text))
  } catch (error) {
    // Not base64, or bytes that are no text: nothing to open.
    if (error instanceof Error) return undefined
    throw error
  }
}
