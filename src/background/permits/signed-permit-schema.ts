import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'

/** What the permits said that were signed here; newest first. Never a signature: that one is a key to what it opens. */
export const signedPermitsSchema = v.array(
  v.strictObject({
    chainId: v.string(),
    account: v.custom<Address>(isAddress),
    /** Of the site that asked. */
    origin: v.string(),
    name: v.string(),
    /** Contracts, or `ANY_TOKEN` alone. */
    tokens: v.array(v.string()),
    permissions: v.array(v.string()),
    /** As the permit says it; absent for one without an end. */
    expires: v.optional(v.string()),
    at: v.number(),
  }),
)
export type SignedPermit = v.InferOutput<typeof signedPermitsSchema>[number]
