/**
 * Sites that asked to be forgotten while the wallet was locked. Grants are sealed then, so the wish waits until they can be
 * changed: in memory alone, because on the disk even a digest would tell who knows the name of a site.
 */
import * as v from 'valibot'
import type { Origin } from '../../domain/index'

/** An empty list of chains means all. */
export const wishesSchema = v.array(v.strictObject({ site: v.string(), chains: v.array(v.string()) }))
type Wishes = v.InferOutput<typeof wishesSchema>

/** Any page may ask. */
const MOST_SITES = 200
/** Who names more networks than anybody is connected to is forgotten on all of them. */
const MOST_CHAINS = 20

/** Adds a wish; undefined when there are too many, and none of them may go for a new one. */
export function withWish(wishes: Wishes, origin: Origin, chainIds: readonly string[]): Wishes | undefined {
  const before = wishes.find(({ site }) => site === origin)
  if (before === undefined && wishes.length >= MOST_SITES) return undefined
  const others = wishes.filter((wish) => wish !== before)
  const isAll = chainIds.length === 0 || before?.chains.length === 0
  const chains = isAll ? [] : [...new Set([...(before?.chains ?? []), ...chainIds])]
  return [...others, { site: origin, chains: chains.length > MOST_CHAINS ? [] : chains }]
}

/** Whether the site wanted to be forgotten on that chain. */
export function isWished(wishes: Wishes, origin: Origin, chainId: string): boolean {
  const chains = wishes.find(({ site }) => site === origin)?.chains
  return chains !== undefined && (chains.length === 0 || chains.includes(chainId))
}
