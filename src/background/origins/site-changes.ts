/** How the stored grants change: pure steps from one list of sites to the next. */
import type { Address, ChainId, Origin } from '../../domain/index'
import type { Capability, HadKind } from '../../messages/site-facts'
import type { Grant, Had, Site } from './site-schema'

/** A site as one account sees it. Grants to one account say nothing about another. */
export interface Party {
  readonly origin: Origin
  readonly account: Address
}

/** What a grant is about, without its times. */
export type GrantKey = Pick<Grant, 'chainId' | 'capability' | 'contract'>
export type HadKey = Pick<Had, 'chainId' | 'kind' | 'contract'>
/** How often the person was asked for it and gave it with this step. */
export type Counts = Pick<Had, 'asked' | 'given'>

/** Sites that have nothing any more, and things one site ever had: the oldest go. */
const MOST_PAST_SITES = 100
const MOST_HAD = 400

/** The capability by which each thing is had. */
const BY_CAPABILITY: Record<HadKind, Capability> = {
  address: 'see-address',
  messages: 'decrypt',
  'message-keys': 'decrypt',
  'message-texts': 'decrypt',
  signatures: 'request-signatures',
  'viewing-key': 'viewing-key',
}

export function siteOf(sites: readonly Site[], { origin, account }: Party): Site | undefined {
  return sites.find((site) => site.origin === origin && site.account === account)
}

export function hasGrant(site: Site | undefined, key: GrantKey): boolean {
  return site?.grants.some((grant) => isSame(grant, key)) ?? false
}

/** Adds what is new; what the site may do already keeps its date. */
export function granted(
  sites: readonly Site[],
  party: Party,
  { keys, now }: { readonly keys: readonly GrantKey[]; readonly now: number },
): readonly Site[] {
  const { origin, account } = party
  const known = siteOf(sites, party)
  const before = known ?? { origin, account, grants: [], had: [] }
  const added = keys.filter((key) => !hasGrant(before, key)).map((key) => ({ ...key, grantedAt: now }))
  const after = { ...before, grants: [...before.grants, ...added] }
  return known === undefined ? [...sites, after] : sites.map((site) => (site === known ? after : site))
}

/** Takes grants back. What the site had by them stays known. */
export function withoutGrants(
  sites: readonly Site[],
  isGone: (grant: Grant, site: Site) => boolean,
): readonly Site[] {
  return bounded(
    sites.map((site) => ({ ...site, grants: site.grants.filter((grant) => !isGone(grant, site)) })),
  )
}

/** True for the grant itself and for what cannot stand without it: whoever may not see the address has nothing. */
export function goesWith(grant: GrantKey, revoked: GrantKey): boolean {
  if (grant.chainId !== revoked.chainId) return false
  return revoked.capability === 'see-address' || isSame(grant, revoked)
}

/** Notes that a site got something, or that the person was asked for it. */
export function noted(
  sites: readonly Site[],
  party: Party,
  { key, counts, now }: { readonly key: HadKey; readonly counts: Counts; readonly now: number },
): readonly Site[] {
  const known = siteOf(sites, party)
  if (known === undefined) return sites
  const before = known.had.find((had) => isSameHad(had, key))
  const had: Had = {
    ...key,
    asked: (before?.asked ?? 0) + counts.asked,
    given: (before?.given ?? 0) + counts.given,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
  }
  const others = known.had.filter((each) => each !== before)
  const after = {
    ...known,
    grants: known.grants.map((grant) => (isUsedBy(grant, key) ? { ...grant, lastUsedAt: now } : grant)),
    // Newest last: what has not happened for the longest time is the first to be forgotten.
    had: [...others, had].slice(-MOST_HAD),
  }
  return sites.map((site) => (site === known ? after : site))
}

/** When anything of the site was last used or given; 0 when never. */
function lastTimeOf({ grants, had }: Site): number {
  return Math.max(0, ...grants.map(({ lastUsedAt = 0 }) => lastUsedAt), ...had.map(({ lastAt }) => lastAt))
}

/** A site that never got anything leaves nothing to remember. */
function bounded(sites: readonly Site[]): readonly Site[] {
  const past = sites.filter(({ grants, had }) => grants.length === 0 && had.length > 0)
  const kept = new Set([...past].sort((a, b) => lastTimeOf(b) - lastTimeOf(a)).slice(0, MOST_PAST_SITES))
  return sites.filter((site) => site.grants.length > 0 || kept.has(site))
}

function isUsedBy(grant: Grant, key: HadKey): boolean {
  if (grant.chainId !== key.chainId) return false
  if (key.kind === 'viewing-key' && grant.capability === 'viewing-keys') return true
  return grant.capability === BY_CAPABILITY[key.kind] && grant.contract === key.contract
}

function isSame(a: GrantKey, b: GrantKey): boolean {
  return a.chainId === b.chainId && a.capability === b.capability && a.contract === b.contract
}

function isSameHad(a: HadKey, b: HadKey): boolean {
  return a.chainId === b.chainId && a.kind === b.kind && a.contract === b.contract
}

export function grantKey(chainId: ChainId, capability: Capability, contract?: string): GrantKey {
  return { chainId, capability, ...(contract === undefined ? {} : { contract }) }
}
