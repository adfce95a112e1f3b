/** The stored shapes of activity, all of them sealed. Pages of summaries, and one record for each transaction with everything else. */
import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'
import type { ActivitySummary } from '../../messages/popup'

const base64 = v.pipe(v.string(), v.base64())
const coin = v.strictObject({
  denom: v.string(),
  amount: v.string(),
  symbol: v.string(),
  decimals: v.number(),
})

const summary = {
  id: v.string(),
  chainId: v.string(),
  origin: v.string(),
  title: v.string(),
  sentence: v.string(),
  status: v.picklist(['pending', 'confirmed', 'failed', 'not-found']),
  createdAt: v.number(),
  hash: v.exactOptional(v.string()),
  height: v.exactOptional(v.string()),
  time: v.exactOptional(v.string()),
}
const summarySchema: v.GenericSchema<unknown, ActivitySummary> = v.strictObject(summary)

/** At most fifty, newest first. */
export const activityPageSchema = v.array(summarySchema)

export const activityIndexSchema = v.strictObject({
  /** By account: the ids of its pages, oldest first. */
  accounts: v.record(v.string(), v.array(v.string())),
  /** Entries that the chain has not answered for yet. */
  pending: v.array(v.string()),
})
export type ActivityIndex = v.InferOutput<typeof activityIndexSchema>

const messageSchema = v.strictObject({
  index: v.number(),
  title: v.string(),
  sentence: v.string(),
  /** The digest of the message as signed; absent where a node's answer cannot be compared with it. */
  digest: v.exactOptional(v.string()),
  contract: v.exactOptional(v.string()),
  wire: v.exactOptional(base64),
  json: v.exactOptional(v.string()),
  /** What the wire was sealed with: enough to derive its tx key again, after the network's key has changed too. */
  sealedWith: v.exactOptional(
    v.strictObject({ seed: v.picklist(['own', 'query', 'keplr']), ioPublicKey: base64 }),
  ),
  data: v.exactOptional(base64),
  attributes: v.array(v.strictObject({ type: v.string(), key: v.string(), value: v.string() })),
  error: v.exactOptional(v.string()),
})
export type StoredMessage = v.InferOutput<typeof messageSchema>

export const activityEntrySchema = v.strictObject({
  ...summary,
  /** The page that holds the summary. */
  pageId: v.string(),
  account: v.custom<Address>(isAddress),
  /** Absent where somebody else adds it and pays it. */
  fee: v.exactOptional(
    v.strictObject({
      coins: v.array(coin),
      gas: v.string(),
      payer: v.exactOptional(v.string()),
      granter: v.exactOptional(v.string()),
    }),
  ),
  memo: v.string(),
  /** Base64 of 64 bytes: a transaction without it is not the one that was signed. */
  signature: base64,
  /** Under which hash the chain should know it; only sure where the very bytes were signed. */
  expectedHash: v.exactOptional(v.string()),
  messages: v.array(messageSchema),
  gasUsed: v.exactOptional(v.string()),
  chainError: v.exactOptional(v.string()),
})
export type StoredEntry = v.InferOutput<typeof activityEntrySchema>
