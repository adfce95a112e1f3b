/** The stored grants and what came of them: one entry for every pair of origin and account. */
import * as v from 'valibot'
import { type Address, type ChainId, isAddress, type Origin } from '../../domain/index'
import { BASIC_CAPABILITIES, CAPABILITIES, HAD_KINDS } from '../../messages/site-facts'
import { earlierShape } from '../storage/stored-key'

const origin = v.pipe(
  v.string(),
  v.transform((text) => text as Origin),
)
const chainId = v.pipe(
  v.string(),
  v.transform((text) => text as ChainId),
)
const account = v.custom<Address>(isAddress)

const grantSchema = v.strictObject({
  chainId,
  capability: v.picklist(CAPABILITIES),
  /** Whose viewing key; of `viewing-key` alone. */
  contract: v.exactOptional(v.string()),
  grantedAt: v.number(),
  /** Absent until it is used. */
  lastUsedAt: v.exactOptional(v.number()),
})
export type Grant = v.InferOutput<typeof grantSchema>

const hadSchema = v.strictObject({
  chainId,
  kind: v.picklist(HAD_KINDS),
  contract: v.exactOptional(v.string()),
  asked: v.number(),
  given: v.number(),
  firstAt: v.number(),
  lastAt: v.number(),
})
export type Had = v.InferOutput<typeof hadSchema>

export const sitesSchema = v.array(
  v.strictObject({ origin, account, grants: v.array(grantSchema), had: v.array(hadSchema) }),
)
export type Site = v.InferOutput<typeof sitesSchema>[number]

const firstVersion = v.array(
  v.strictObject({
    origin,
    account,
    chainIds: v.array(chainId),
    connectedAt: v.number(),
    lastUsedAt: v.number(),
    viewingKeys: v.array(v.strictObject({ chainId, contract: v.string() })),
  }),
)
type FirstSite = v.InferOutput<typeof firstVersion>[number]

/** Version 1 knew chains and viewing keys, and two times for all of it together. */
export const EARLIER_SITES = [earlierShape(1, firstVersion, (sites): readonly Site[] => sites.map(fromFirst))]

function fromFirst({ origin, account, chainIds, connectedAt, lastUsedAt, viewingKeys }: FirstSite): Site {
  const basics = chainIds.flatMap((chainId) =>
    BASIC_CAPABILITIES.map(
      (capability): Grant => ({ chainId, capability, grantedAt: connectedAt, lastUsedAt }),
    ),
  )
  const keys = viewingKeys.map(
    (token): Grant => ({ ...token, capability: 'viewing-key', grantedAt: connectedAt, lastUsedAt }),
  )
  const times = { asked: 0, given: 0, firstAt: connectedAt, lastAt: lastUsedAt }
  return {
    origin,
    account,
    grants: [...basics, ...keys],
    had: [
      ...chainIds.map((chainId): Had => ({ chainId, kind: 'address', ...times })),
      ...viewingKeys.map((token): Had => ({ ...token, kind: 'viewing-key', ...times })),
    ],
  }
}
