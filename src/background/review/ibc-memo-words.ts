/** Words for the memo of a transfer to another chain, which other contracts and chains act on. Protocol 9, 9.1, 9.2. */
import * as v from 'valibot'
import type { JsonValue } from '../../domain/index'
import type { Fact } from '../../messages/popup'
import { listWords } from './coin-words'
import { readJsonText } from './json-text'
import { durationWords } from './moment-words'
import { passedFact, passedWarnings } from './passed-message'
import { safeText } from './safe-text'
import { caution, danger, fact, type MessageWords, short } from './words'

export type MemoWords = Pick<MessageWords, 'facts' | 'warnings'> & {
  /** What the memo asks for, as the end of a sentence; undefined for a memo that is only a text. */
  readonly asks: string | undefined
}

const LABEL = 'Memo for the other chain'
const line = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
const body = v.custom<Readonly<Record<string, JsonValue>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

const wrap = v.strictObject({
  wrap_deposit: v.strictObject({ snip20_address: line, snip20_code_hash: line, recipient_address: line }),
})
const hook = v.strictObject({ contract: line, msg: body })
const forward = v.strictObject({
  receiver: line,
  port: line,
  channel: line,
  timeout: v.optional(v.union([line, v.number()])),
  retries: v.optional(v.number()),
  next: v.optional(v.union([body, line])),
})
const memo = v.strictObject({
  wasm: v.optional(hook),
  ibc_callback: v.optional(line),
  forward: v.optional(forward),
})

/** Routes of packet forwarding longer than that are not put into words. */
const LONGEST_ROUTE = 5

/** The whole memo is a fact, whatever it says. `receiver` is the one that the transfer names. */
export function memoWords(text: string, receiver: string): MemoWords {
  if (text === '') return { asks: undefined, facts: [], warnings: [] }
  const facts = [passedFact(LABEL, text)]
  const warnings = passedWarnings(LABEL, text)
  const reading = readJsonText(text)
  if (reading.kind !== 'plain' || typeof reading.value !== 'object') {
    const odd = reading.kind === 'odd' || /^\s*[[{]/.test(text)
    return { asks: undefined, facts, warnings: [...warnings, caution(odd ? ODD : ACTS)] }
  }
  const spoken = asked(reading.value, receiver, 0)
  return {
    asks: spoken?.asks,
    facts: [...(spoken?.facts ?? []), ...facts],
    warnings: [...warnings, ...(spoken?.warnings ?? [caution(UNKNOWN)]), caution(ACTS)],
  }
}

const ACTS = 'The memo can make the other chain act on its own.'
const ODD =
  'The memo is written in an unusual way and could make the other chain do something else than it seems to.'
const UNKNOWN = 'The memo asks for something that Sotto cannot put into words. Read all of it.'

interface Asked {
  readonly asks: string
  readonly facts: readonly Fact[]
  readonly warnings: MessageWords['warnings']
}

function asked(value: JsonValue, receiver: string, depth: number): Asked | undefined {
  const read = v.safeParse(memo, value)
  if (!read.success || depth > LONGEST_ROUTE) return undefined
  const { wasm, ibc_callback: callback, forward: further } = read.output
  const parts = [
    ...(wasm === undefined ? [] : [hookWords(wasm, receiver)]),
    ...(further === undefined ? [] : [forwardWords(further, depth)]),
    ...(callback === undefined ? [] : [callbackWords(callback)]),
  ]
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined
  const known = parts.filter((part) => part !== undefined)
  return {
    asks: listWords(known.map(({ asks }) => asks)),
    facts: known.flatMap(({ facts }) => facts),
    warnings: known.flatMap(({ warnings }) => warnings),
  }
}

function hookWords({ contract, msg }: v.InferOutput<typeof hook>, receiver: string): Asked {
  const differs =
    contract === receiver
      ? []
      : [
          danger(
            'The memo names another contract than the receiver, so the transfer will fail and come back.',
          ),
        ]
  const wrapped = v.safeParse(wrap, msg)
  if (wrapped.success) return wrapWords(wrapped.output.wrap_deposit, differs)
  const names = Object.keys(msg).map((name) => `“${safeText(name, 80)}”`)
  return {
    asks: `there send ${names.length === 0 ? 'an empty message' : listWords(names)} to the contract ${short(contract)}, for all to read`,
    facts: [fact('Contract on the other chain', contract)],
    warnings: differs,
  }
}

/** Protocol 9.2. */
function wrapWords(
  deposit: v.InferOutput<typeof wrap>['wrap_deposit'],
  differs: MessageWords['warnings'],
): Asked {
  const { snip20_address: token, snip20_code_hash: hash, recipient_address: recipient } = deposit
  return {
    asks: `there turn it into the private token ${short(token)} for ${short(recipient)}`,
    facts: [
      fact('Private token', token),
      fact('Its code hash', hash),
      fact('Private tokens go to', recipient),
    ],
    warnings: [...differs, caution('Who gets the private tokens, and how many, is public.')],
  }
}

function forwardWords(step: v.InferOutput<typeof forward>, depth: number): Asked | undefined {
  const { receiver, port, channel, timeout, retries, next } = step
  const after = next === undefined ? undefined : nextStep(next, receiver, depth)
  if (next !== undefined && after === undefined) return undefined
  return {
    asks: `there send it on to ${short(receiver)} over ${safeText(channel, 40)}${after === undefined ? '' : `, and ${after.asks}`}`,
    facts: [
      fact('Sent on to', receiver),
      fact('Sent on over', `${port}/${channel}`),
      ...(timeout === undefined || timeout === 0 ? [] : [fact('Sent on within', timeWords(timeout))]),
      ...(retries === undefined ? [] : [fact('Tries', retries.toString())]),
      ...(after?.facts ?? []),
    ],
    warnings: after?.warnings ?? [],
  }
}

/** Text such as `10m`, or nanoseconds; 0 leaves the time to the other chain. */
function timeWords(timeout: string | number): string {
  const seconds = Number(timeout) / 1_000_000_000
  return Number.isSafeInteger(seconds) && seconds > 0 ? durationWords(BigInt(seconds)) : timeout.toString()
}

/** What follows may be an object or JSON text. */
function nextStep(
  next: string | Readonly<Record<string, JsonValue>>,
  receiver: string,
  depth: number,
): Asked | undefined {
  if (typeof next !== 'string') return asked(next, receiver, depth + 1)
  const reading = readJsonText(next)
  return reading.kind === 'plain' ? asked(reading.value, receiver, depth + 1) : undefined
}

function callbackWords(contract: string): Asked {
  return {
    asks: `tell the contract ${short(contract)} what became of it`,
    facts: [fact('Contract that is told', contract)],
    warnings: [
      caution(
        'The network takes this only from that contract itself, so this transfer will probably be refused.',
      ),
    ],
  }
}
