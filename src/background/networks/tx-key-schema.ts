/** The stored shape of the keys that a network has shown. */
import * as v from 'valibot'
import { earlierShape } from '../storage/stored-key'

/** 32 bytes, base64. */
export const txKeyText = v.pipe(v.string(), v.base64())
const endpoints = v.array(v.string())

const knownKeySchema = v.strictObject({
  key: txKeyText,
  firstSeen: v.strictObject({
    at: v.number(),
    /** The newest block then, by a node's word; absent where no node said. */
    height: v.optional(v.pipe(v.string(), v.regex(/^\d{1,20}$/))),
    /** The nodes that served it then; empty where that was not noted yet. */
    endpoints,
  }),
})

/** The keys a network has shown, oldest first. None is ever taken off the list: old ones open old transactions. */
export const txKeysSchema = v.strictObject({
  keys: v.array(knownKeySchema),
  /** When a node last served the newest key; 0 when that is to be asked again. */
  checkedAt: v.number(),
  /** When two independent nodes, or all there are, last agreed on the newest key, and which they were. */
  confirmed: v.strictObject({ at: v.number(), endpoints }),
})
export type StoredTxKeys = v.InferOutput<typeof txKeysSchema>

export const NO_TX_KEYS: StoredTxKeys = { keys: [], checkedAt: 0, confirmed: { at: 0, endpoints: [] } }

const firstVersion = v.strictObject({
  keys: v.array(v.strictObject({ key: txKeyText, since: v.number() })),
  checkedAt: v.number(),
})

/** Version 1 did not note who had served a key. */
export const EARLIER_TX_KEYS = [
  earlierShape(
    1,
    firstVersion,
    ({ keys, checkedAt }): StoredTxKeys => ({
      keys: keys.map(({ key, since }) => ({ key, firstSeen: { at: since, endpoints: [] } })),
      checkedAt,
      confirmed: { at: 0, endpoints: [] },
    }),
  ),
]
