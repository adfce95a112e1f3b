import * as v from 'valibot'

const txKey = v.pipe(v.string(), v.base64())
const facts = {
  id: v.string(),
  chainId: v.string(),
  createdAt: v.number(),
  /** When the nodes were last seen to be like this. */
  checkedAt: v.number(),
  /** `open` asks the person, `kept` is their no; `accepted` and `passed` stop nothing any more. */
  state: v.picklist(['open', 'kept', 'accepted', 'passed']),
}

export const securityEventsSchema = v.array(
  v.variant('kind', [
    v.strictObject({
      ...facts,
      kind: v.literal('tx-key-changed'),
      known: txKey,
      offered: txKey,
      /** False while it is one node's word although several are set. */
      confirmed: v.boolean(),
    }),
    v.strictObject({
      ...facts,
      kind: v.literal('tx-key-disagreement'),
      answers: v.array(v.strictObject({ endpoint: v.string(), key: txKey })),
    }),
    v.strictObject({ ...facts, kind: v.literal('tx-key-invalid'), endpoint: v.string(), reason: v.string() }),
  ]),
)
export type SecurityEvent = v.InferOutput<typeof securityEventsSchema>[number]

/** The keys a network has shown, oldest first. None is ever taken off the list: old ones open old transactions. */
export const txKeysSchema = v.strictObject({
  keys: v.array(v.strictObject({ key: txKey, since: v.number() })),
  /** When the nodes last agreed on the newest key; 0 when that is to be asked again. */
  checkedAt: v.number(),
})
export type StoredTxKeys = v.InferOutput<typeof txKeysSchema>
