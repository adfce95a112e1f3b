import * as v from 'valibot'

const txKey = v.pipe(v.string(), v.base64())
const facts = {
  id: v.string(),
  chainId: v.string(),
  createdAt: v.number(),
  checkedAt: v.number(),
  /** `open` asks the person, `kept` is their no, the other two block nothing. */
  state: v.picklist(['open', 'kept', 'accepted', 'passed']),
}

export const securityEventsSchema = v.array(
  v.variant('kind', [
    v.strictObject({ ...facts, kind: v.literal('tx-key-changed'), known: txKey, offered: txKey }),
    v.strictObject({
      ...facts,
      kind: v.literal('tx-key-disagreement'),
      answers: v.array(v.strictObject({ endpoint: v.string(), key: txKey })),
    }),
    v.strictObject({ ...facts, kind: v.literal('tx-key-invalid') }),
  ]),
)
export type SecurityEvent = v.InferOutput<typeof securityEventsSchema>[number]

/** The keys a network has shown, oldest first: nothing is ever taken off the list, because old ones open old transactions. */
export const txKeysSchema = v.strictObject({
  keys: v.array(v.strictObject({ key: txKey, since: v.number() })),
  /** When the endpoints last agreed on the newest key; 0 when that has to be asked again. */
  checkedAt: v.number(),
})
export type StoredTxKeys = v.InferOutput<typeof txKeysSchema>
