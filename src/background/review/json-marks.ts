/** Marks what deserves a look in a message that is not put into words: who, how much, which power, until when. */
import { isAddress, type JsonValue } from '../../domain/index'
import type { JsonRemark } from '../../messages/popup'
import { prettyJson } from './json-text'
import { momentWords } from './moment-words'
import { nestedJson } from './nested-json'

export interface MarkContext {
  /** Addresses that need no remark: the signer's and the contract's. */
  readonly known: readonly string[]
}

const MOST_REMARKS = 100
/** How far JSON inside JSON is opened. */
const DEEPEST = 3
const NESTED_LIMIT = 20_000

/**
 * Remarks on a JSON value, each with the line (from 0) of `prettyJson(value)` that it is about, in the order of the lines.
 * Never throws, never more than 101.
 */
export function markJson(value: JsonValue, context: MarkContext, depth = 0): readonly JsonRemark[] {
  const found: JsonRemark[] = []
  const walk = (item: JsonValue, name: string, line: number): number => {
    if (found.length <= MOST_REMARKS) found.push(...remarksOn(item, name, context, depth).map(at(line)))
    if (typeof item !== 'object' || item === null) return line + 1
    const inner: readonly (readonly [string, JsonValue])[] = Array.isArray(item)
      ? item.map((one: JsonValue) => [name, one] as const)
      : Object.entries(item)
    if (inner.length === 0) return line + 1
    return inner.reduce((next, [key, one]) => walk(one, key, next), line + 1) + 1
  }
  walk(value, '', 0)
  if (found.length <= MOST_REMARKS) return found
  const [rest] = found.slice(MOST_REMARKS)
  const text = `Only the first ${MOST_REMARKS} parts that deserve a look are marked.`
  return [...found.slice(0, MOST_REMARKS), { line: rest?.line ?? 0, mark: 'more', text }]
}

type Remark = Omit<JsonRemark, 'line'>

function at(line: number): (remark: Remark) => JsonRemark {
  return (remark) => ({ line, ...remark })
}

/** A list's items are looked at under the name of the list. */
function remarksOn(item: JsonValue, name: string, context: MarkContext, depth: number): readonly Remark[] {
  return [
    ...nameRemarks(item, name, context),
    ...(typeof item === 'string' ? textRemarks(item, name, context, depth) : []),
    ...(typeof item === 'number' ? numberRemarks(item.toString(), name) : []),
  ]
}

function nameRemarks(item: JsonValue, name: string, context: MarkContext): readonly Remark[] {
  const power = POWERS.find(([pattern]) => pattern.test(spaced(name)))?.[1]
  return [
    ...(power === undefined || item === null || item === false
      ? []
      : [{ mark: 'power', text: power } as const]),
    ...addressRemarks(name, context),
  ]
}

/** Words in a member's name that stand for a power over what the person has; each with what to ask oneself. */
const POWERS: readonly (readonly [RegExp, string])[] = [
  [/\bviewing\b.*\bkey\b/, 'A viewing key: whoever knows it can read what it opens.'],
  [/\bpermit\b/, 'A permit: whoever has it can read what it allows.'],
  [
    /\b(approv\w*|allow|allowance|allowed|spender|operator|delegate|grantee|grant)\b/,
    'This may let somebody use what is yours.',
  ],
  [/\b(owner|new owner)\b/, 'This says whose something is.'],
  [/\b(admin|minter|minters|authority|controller|manager)\b/, 'This may say who rules over the contract.'],
  [/\b(recipient|receiver|beneficiary|payee|to)\b/, 'This may say who gets something.'],
]

function spaced(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
}

function textRemarks(item: string, name: string, context: MarkContext, depth: number): readonly Remark[] {
  const address = addressRemarks(item, context)
  if (address.length > 0) return address
  if (/^\d{1,78}$/.test(item)) return numberRemarks(item, name)
  const nested = depth < DEEPEST ? nestedJson(item) : undefined
  if (nested === undefined) return []
  return [
    {
      mark: 'nested',
      text: nested.encoded ? 'This is base64 of another message:' : 'This text is another message:',
      inner: {
        json: prettyJson(nested.value, NESTED_LIMIT),
        remarks:
          JSON.stringify(nested.value).length > NESTED_LIMIT
            ? []
            : markJson(nested.value, context, depth + 1),
      },
    },
  ]
}

const ANY_ADDRESS = /^[a-z]{1,30}1[02-9ac-hj-np-z]{38,90}$/i

function addressRemarks(text: string, { known }: MarkContext): readonly Remark[] {
  if (text.length > 130 || known.includes(text) || !ANY_ADDRESS.test(text)) return []
  return [{ mark: 'address', text: isAddress(text) ? 'Not your address.' : ELSEWHERE }]
}

const ELSEWHERE = 'An address that is not yours, and not an account of this network.'
const AMOUNT =
  /\b(amount|amounts|value|price|quantity|funds|total|offer|ask|bid|deposit|stake|expected|min|max|minimum|maximum|limit)\b/

function numberRemarks(digits: string, name: string): readonly Remark[] {
  if (digits === '0') return []
  if (AMOUNT.test(spaced(name))) return [{ mark: 'amount', text: 'An amount, in base units.' }]
  const time = timeWords(digits)
  return time === undefined ? [] : [{ mark: 'time', text: `If this is a time: ${time}.` }]
}

/** Seconds, milliseconds and nanoseconds of the years 2014 to 2100. */
function timeWords(digits: string): string | undefined {
  for (const unit of [1n, 1000n, 1_000_000_000n]) {
    const seconds = /^\d{10,19}$/.test(digits) ? BigInt(digits) / unit : 0n
    if (seconds >= 1_388_534_400n && seconds < 4_102_444_800n) return momentWords(seconds)
  }
  return undefined
}
