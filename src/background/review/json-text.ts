import type { JsonValue } from '../../domain/index'
import { DOCUMENT_LIMIT, safeLines } from './safe-text'

/** JSON text as it will be read by a contract. */
export type JsonReading =
  /** Parsing and writing it again gives the same text, so what is shown and understood is all there is. */
  | { readonly kind: 'plain'; readonly value: JsonValue; readonly pretty: string }
  /** JSON, but with members twice, numbers too large, nested without end or other oddities: shown letter by letter, never interpreted. */
  | { readonly kind: 'odd'; readonly pretty: string }
  | { readonly kind: 'not-json'; readonly pretty: string }

/** No honest message nests as deep, and what does exhausts the stack of whoever writes it out. */
const DEEPEST = 64

/** Reads JSON text without ever showing less than what is there. */
export function readJsonText(text: string): JsonReading {
  if (isDeep(text)) return { kind: 'odd', pretty: safeLines(text) }
  const parsed = parseJson(text)
  if (parsed === undefined) return { kind: 'not-json', pretty: safeLines(text) }
  if (JSON.stringify(parsed.value) !== withoutSpace(text)) return { kind: 'odd', pretty: safeLines(text) }
  return { kind: 'plain', value: parsed.value, pretty: prettyJson(parsed.value) }
}

/** A value as indented JSON, safe to show. What is too long to be shown whole is not blown up by indenting either. */
export function prettyJson(value: JsonValue, limit = DOCUMENT_LIMIT): string {
  const compact = JSON.stringify(value)
  return safeLines(compact.length > limit ? compact : JSON.stringify(value, undefined, 2), limit)
}

function isDeep(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (bracket === '[' || bracket === '{') depth += 1
    else if (bracket === ']' || bracket === '}') depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}

function parseJson(text: string): { readonly value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

/** Drops the white space between JSON's tokens and keeps the one inside strings. */
function withoutSpace(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, '$1')
}
