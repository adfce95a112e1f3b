/** What the person chose about the fee of a question: the very numbers, so that the document is made the same at any time. */
import * as v from 'valibot'

const chosenCostSchema = v.strictObject({
  level: v.picklist(['low', 'average', 'high', 'custom']),
  gas: v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/)),
  /** Base units per unit of gas. */
  price: v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,18})?$/)),
  /** The coin that the network takes for fees. */
  denom: v.string(),
})

export const chosenFeeSchema = v.strictObject({
  /** Absent while the amount and the gas stay as the site set them. */
  cost: v.optional(chosenCostSchema),
  /** Who pays instead; empty for the account itself. Absent while that stays as the site set it. */
  granter: v.optional(v.string()),
})
export type ChosenFee = v.InferOutput<typeof chosenFeeSchema>
