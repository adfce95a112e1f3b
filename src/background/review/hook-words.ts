/** Words for what contracts are asked to do with tokens that they receive, where the custom is well known. */
import * as v from 'valibot'
import type { JsonValue } from '../../domain/index'
import { durationWords } from './moment-words'
import { safeText } from './safe-text'
import { caution, fact, type MessageWords, note, seenBy, short, words } from './words'

/** Protocol 9.3: an ICS-20 contract sends the tokens on to another chain. */
const ics20 = v.strictObject({
  channel: v.pipe(v.string(), v.regex(/^channel-\d{1,10}$/)),
  remote_address: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  timeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  memo: v.optional(v.pipe(v.string(), v.maxLength(4096))),
})

/** Undefined for what has not the form that such messages have: an object with one member that names what is asked. */
export function readHook(value: JsonValue): MessageWords | undefined {
  const sent = v.safeParse(ics20, value)
  if (sent.success) return ics20Words(sent.output)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [name, ...others] = Object.keys(value)
  if (name === undefined || others.length > 0) return undefined
  return words({ title: 'Contract message', sentence: `“${safeText(name, 80)}”` })
}

function ics20Words({
  channel,
  remote_address: receiver,
  timeout,
  memo,
}: v.InferOutput<typeof ics20>): MessageWords {
  return words({
    title: 'Send to another chain',
    sentence: `send the tokens on to ${short(receiver)} on another chain, over ${channel}`,
    facts: [
      fact('On the other chain to', receiver),
      ...(timeout === undefined
        ? []
        : [fact('Comes back after', `${durationWords(BigInt(timeout))} without an answer`)]),
      ...(memo === undefined || memo === '' ? [] : [fact('Memo for the other chain', memo)]),
    ],
    warnings: [
      note('If that contract is not one that sends tokens to other chains, it may do something else.'),
      ...(memo === undefined || memo === ''
        ? []
        : [caution('The memo can make the other chain act on its own.')]),
    ],
    visibility: [seenBy('public', 'The amount and the receiver on the other chain.')],
  })
}
