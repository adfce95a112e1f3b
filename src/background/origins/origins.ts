import type { Address, ChainId, Origin } from '../../domain/index'
import type { SiteView } from '../../messages/popup'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { Site } from './site-schema'

/** A site as one account sees it. Grants to one account say nothing about another. */
export interface Party {
  readonly origin: Origin
  readonly account: Address
}

export interface TokenRef {
  readonly chainId: string
  readonly contract: string
}

/** What each origin was granted: origin x account x chain, and viewing keys one by one. All of it sealed. */
export interface Origins {
  /** The chains of the list that the site is not connected to yet. */
  missing(party: Party, chainIds: readonly ChainId[]): Promise<readonly ChainId[]>
  connect(party: Party, chainIds: readonly ChainId[]): Promise<void>
  /** The site's own wish to be forgotten on some chains; an empty list means all. */
  disconnect(party: Party, chainIds: readonly ChainId[]): Promise<void>
  mayReadViewingKey(party: Party, token: TokenRef): Promise<boolean>
  allowViewingKey(party: Party, token: TokenRef): Promise<void>
  /** The person's wish: takes everything from the origin, for every account. */
  revoke(origin: string): Promise<void>
  /** A network is gone: what sites had of it goes too. */
  forgetChain(chainId: string): Promise<void>
  /** What every site has of every account. */
  views(): Promise<readonly SiteView[]>
  /** An account is gone: what sites had of it goes too. */
  forgetAccount(account: string): Promise<void>
}

interface OriginsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: () => number
  readonly changed: () => void
}

/** How stale "last used" may be: it is not worth a write at every call. */
const LAST_USED_STEP_MS = 60_000

export function createOrigins({ store, sealer, clock, changed }: OriginsParts): Origins {
  async function read(): Promise<readonly Site[]> {
    return await readSealed(store, sealer, KEYS.sites)
  }

  async function update(change: (sites: readonly Site[]) => readonly Site[]): Promise<void> {
    await updateSealed(store, sealer, KEYS.sites, (sites) => [...change(sites)])
    changed()
  }

  async function touch(site: Site): Promise<void> {
    const now = clock()
    if (Math.abs(now - site.lastUsedAt) < LAST_USED_STEP_MS) return
    await update((sites) => replaced(sites, site, (found) => ({ ...found, lastUsedAt: now })))
  }

  return {
    async missing(party, chainIds) {
      const site = siteOf(await read(), party)
      if (site === undefined) return chainIds
      const missing = chainIds.filter((chainId) => !site.chainIds.includes(chainId))
      if (missing.length === 0) await touch(site)
      return missing
    },

    async connect(party, chainIds) {
      const now = clock()
      await update((sites) => {
        const known = siteOf(sites, party)
        if (known === undefined) {
          const times = { connectedAt: now, lastUsedAt: now }
          return [...sites, { ...party, chainIds: [...new Set(chainIds)], ...times, viewingKeys: [] }]
        }
        const all = [...new Set([...known.chainIds, ...chainIds])]
        return replaced(sites, party, (site) => ({ ...site, chainIds: all, lastUsedAt: now }))
      })
    },

    async disconnect(party, chainIds) {
      await update((sites) => connected(replaced(sites, party, (site) => withoutChains(site, chainIds))))
    },

    async mayReadViewingKey(party, token) {
      return siteOf(await read(), party)?.viewingKeys.some((known) => isSameToken(known, token)) ?? false
    },

    async allowViewingKey(party, { chainId, contract }) {
      await update((sites) =>
        replaced(sites, party, (site) => {
          const others = site.viewingKeys.filter((known) => !isSameToken(known, { chainId, contract }))
          return { ...site, viewingKeys: [...others, { chainId, contract }] }
        }),
      )
    },

    async revoke(origin) {
      await update((sites) => sites.filter((site) => site.origin !== origin))
    },

    async forgetChain(chainId) {
      await update((sites) => connected(sites.map((site) => withoutChains(site, [chainId]))))
    },

    async forgetAccount(account) {
      await update((sites) => sites.filter((site) => site.account !== account))
    },

    async views() {
      return (await read()).map(({ origin, account, chainIds, connectedAt, lastUsedAt, viewingKeys }) => ({
        origin,
        account,
        chainIds,
        connectedAt,
        lastUsedAt,
        viewingKeys: viewingKeys.map(({ contract }) => contract),
      }))
    },
  }
}

function isSameToken(a: TokenRef, b: TokenRef): boolean {
  return a.chainId === b.chainId && a.contract === b.contract
}

function siteOf(sites: readonly Site[], { origin, account }: Party): Site | undefined {
  return sites.find((site) => site.origin === origin && site.account === account)
}

function replaced(sites: readonly Site[], party: Party, change: (site: Site) => Site): readonly Site[] {
  const known = siteOf(sites, party)
  return sites.map((site) => (site === known ? change(site) : site))
}

function connected(sites: readonly Site[]): readonly Site[] {
  return sites.filter((site) => site.chainIds.length > 0)
}

/** An empty list means all. */
function withoutChains(site: Site, chainIds: readonly string[]): Site {
  const gone = new Set<string>(chainIds.length === 0 ? site.chainIds : chainIds)
  return {
    ...site,
    chainIds: site.chainIds.filter((chainId) => !gone.has(chainId)),
    viewingKeys: site.viewingKeys.filter(({ chainId }) => !gone.has(chainId)),
  }
}
