import * as v from 'valibot'

/** The documents of this browser session that asked the wallet for something, oldest first. */
export const documentsSchema = v.array(
  v.strictObject({
    tabId: v.number(),
    documentId: v.optional(v.string()),
    /** The account it could see last: its address, empty for no wallet; null while the wallet was locked to it. */
    saw: v.nullable(v.string()),
    /** What its relay called this time away, while the browser keeps the page and it can be told nothing. */
    away: v.exactOptional(v.string()),
  }),
)
export type KnownDocument = v.InferOutput<typeof documentsSchema>[number]
