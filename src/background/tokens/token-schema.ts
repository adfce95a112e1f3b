import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'

export const tokensSchema = v.array(
  v.strictObject({
    contract: v.custom<Address>(isAddress),
    codeHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    name: v.string(),
    symbol: v.string(),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24)),
    viewingKey: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1024))),
    addedAt: v.number(),
  }),
)
export type StoredToken = v.InferOutput<typeof tokensSchema>[number]
