import * as v from 'valibot'

/** A balance in base units and when it was true. */
export const knownAmountSchema = v.strictObject({
  amount: v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,77})$/)),
  asOf: v.number(),
})
export type KnownAmount = v.InferOutput<typeof knownAmountSchema>
