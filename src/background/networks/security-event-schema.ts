import * as v from 'valibot'
import { earlierShape } from '../storage/stored-key'
import { txKeyText } from './tx-key-schema'

const facts = {
  id: v.string(),
  chainId: v.string(),
  createdAt: v.number(),
  /** When the nodes were last seen to be like this. */
  checkedAt: v.number(),
  /** `open` asks the person, `kept` is their no; `accepted` and `passed` stop nothing any more. */
  state: v.picklist(['open', 'kept', 'accepted', 'passed']),
}

const disagreement = v.strictObject({
  ...facts,
  kind: v.literal('tx-key-disagreement'),
  answers: v.array(v.strictObject({ endpoint: v.string(), key: txKeyText })),
})
const invalid = v.strictObject({
  ...facts,
  kind: v.literal('tx-key-invalid'),
  endpoint: v.string(),
  reason: v.string(),
})
/** `confirmed` is false while it is one node's word although several are set. */
const change = { ...facts, known: txKeyText, offered: txKeyText, confirmed: v.boolean() }

export const securityEventsSchema = v.array(
  v.variant('kind', [
    v.strictObject({
      ...change,
      kind: v.literal('tx-key-changed'),
      /** True for a key that the network had before: it went back to one that it had replaced. */
      retired: v.boolean(),
      /** Who served it. */
      endpoints: v.array(v.string()),
      /** Since when independent nodes agree on it, with nothing else heard in between; absent where they do not. */
      agreedSince: v.optional(v.number()),
    }),
    /** The change was adopted, without stopping anything. */
    v.strictObject({ ...facts, kind: v.literal('tx-key-rotated'), known: txKeyText, offered: txKeyText }),
    disagreement,
    invalid,
    v.strictObject({
      ...facts,
      kind: v.literal('code-hash-disagreement'),
      contract: v.string(),
      answers: v.array(v.strictObject({ endpoint: v.string(), codeHash: v.string() })),
    }),
  ]),
)
export type SecurityEvent = v.InferOutput<typeof securityEventsSchema>[number]
export type SecurityEventOf<K extends SecurityEvent['kind']> = Extract<SecurityEvent, { readonly kind: K }>

const firstVersion = v.array(
  v.variant('kind', [
    v.strictObject({ ...change, kind: v.literal('tx-key-changed') }),
    disagreement,
    invalid,
  ]),
)

/** Version 1 knew no rotation that was adopted, and asked about keys alone. */
export const EARLIER_SECURITY_EVENTS = [
  earlierShape(1, firstVersion, (events): SecurityEvent[] =>
    events.map((event) =>
      event.kind === 'tx-key-changed' ? { ...event, retired: false, endpoints: [] } : event,
    ),
  ),
]
