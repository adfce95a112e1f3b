import * as v from 'valibot'
import { type Address, type ChainId, isAddress, type Origin } from '../../domain/index'

/** Sites and what each may do: one entry for every pair of origin and account. */
export const sitesSchema = v.array(
  v.strictObject({
    origin: v.pipe(
      v.string(),
      v.transform((text) => text as Origin),
    ),
    account: v.custom<Address>(isAddress),
    chainIds: v.array(
      v.pipe(
        v.string(),
        v.transform((text) => text as ChainId),
      ),
    ),
    connectedAt: v.number(),
    lastUsedAt: v.number(),
    /** Tokens whose viewing key the site was given. */
    viewingKeys: v.array(v.strictObject({ chainId: v.string(), contract: v.string() })),
  }),
)
export type Site = v.InferOutput<typeof sitesSchema>[number]
