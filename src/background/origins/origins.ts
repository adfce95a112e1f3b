import { type ChainId, type Origin, SottoError } from '../../domain/index'
import type { SiteView } from '../../messages/popup'
import { BASIC_CAPABILITIES, type BasicCapability } from '../../messages/site-facts'
import { KEYS } from '../storage/keys'
import {
  readSealed,
  readStored,
  type Sealer,
  type Store,
  updateSealed,
  updateStored,
} from '../storage/stored'
import {
  type Counts,
  type GrantKey,
  goesWith,
  granted,
  grantKey,
  type HadKey,
  hasGrant,
  noted,
  type Party,
  siteOf,
  withoutGrants,
} from './site-changes'
import type { Site } from './site-schema'
import { isWished, withWish } from './wishes'

export type { Party } from './site-changes'

export interface TokenRef {
  readonly chainId: ChainId
  readonly contract: string
}

/** What a site would have to be granted: each of the capabilities on each of the chains. */
export interface Wanted {
  readonly chainIds: readonly ChainId[]
  readonly capabilities: readonly BasicCapability[]
}

/** What each origin was granted: origin x account x chain x capability, and what it ever had of it. All of it sealed. */
export interface Origins {
  /** What the site lacks on these chains; undefined when it may. A site that is not connected lacks all that connecting gives. */
  missing(party: Party, chainIds: readonly ChainId[], needed: BasicCapability): Promise<Wanted | undefined>
  connect(party: Party, wanted: Wanted): Promise<void>
  /**
   * The site's own wish to be forgotten, for every account, on some chains; an empty list means all. While the wallet is locked
   * it is noted, and carried out before the grants are looked at again. False when nothing more can be noted.
   */
  disconnect(origin: Origin, chainIds: readonly string[]): Promise<boolean>
  mayReadViewingKey(party: Party, token: TokenRef): Promise<boolean>
  /** Of these tokens, or of all that there are and will be. */
  allowViewingKeys(party: Party, chainId: ChainId, contracts: readonly string[] | 'all'): Promise<void>
  /** Notes what a site just got without a question; to be done before it gets it. At most once a minute is written. */
  gave(party: Party, had: HadKey): Promise<void>
  /** Notes what the person was asked for, or gave. */
  count(party: Party, had: HadKey, counts: Partial<Counts>): Promise<void>
  /** The person's wish: takes everything from the origin, for every account. */
  revoke(origin: string): Promise<void>
  /** A network is gone: what sites had of it goes too. */
  forgetChain(chainId: string): Promise<void>
  /** The person's wish: takes one grant back, and what stands on it. */
  revokeGrant(from: { readonly origin: string; readonly account: string }, grant: GrantKey): Promise<void>
  /** Forgets what sites without any grant once had. */
  forgetPast(): Promise<void>
  /** What every site has, or once had, of every account. */
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

/** How stale the time of a silent use may be: it is not worth a write at every call. */
const STEP_MS = 60_000

export function createOrigins({ store, sealer, clock, changed }: OriginsParts): Origins {
  /** When each silent use was last written. Only spares writes: a new worker starts with none. */
  const written = new Map<string, number>()

  /** How many wishes this worker noted, and how many it had noted when it last found none waiting: they are not read at every call. */
  let wishes = 0
  let settled = -1

  /** In one turn of the wishes, so that none is carried out a second time, on what was granted since. */
  async function carryOutWishes(): Promise<void> {
    if (settled === wishes) return
    const before = wishes
    if ((await readStored(store, KEYS.wishes)).length === 0) {
      settled = before
      return
    }
    await updateStored(store, KEYS.wishes, async (waiting) => {
      await updateSealed(store, sealer, KEYS.sites, (sites) => [
        ...withoutGrants(sites, ({ chainId }, { origin }) => isWished(waiting, origin, chainId)),
      ])
      return []
    })
  }

  async function noteWish(origin: Origin, chainIds: readonly string[]): Promise<boolean> {
    let fits = false
    await updateStored(store, KEYS.wishes, (waiting) => {
      const next = withWish(waiting, origin, chainIds)
      fits = next !== undefined
      return next ?? waiting
    })
    // Only now, so that whoever looked before it was there looks again.
    wishes += 1
    return fits
  }

  async function read(): Promise<readonly Site[]> {
    await carryOutWishes()
    return await readSealed(store, sealer, KEYS.sites)
  }

  async function update(change: (sites: readonly Site[]) => readonly Site[]): Promise<void> {
    await carryOutWishes()
    await updateSealed(store, sealer, KEYS.sites, (sites) => [...change(sites)])
    changed()
  }

  /** After a grant or its end, the next use counts at once. */
  async function updateGrants(change: (sites: readonly Site[]) => readonly Site[]): Promise<void> {
    await update(change)
    written.clear()
  }

  async function grant(party: Party, keys: readonly GrantKey[]): Promise<void> {
    await updateGrants((sites) => granted(sites, party, { keys, now: clock() }))
  }

  async function note(party: Party, key: HadKey, counts: Counts): Promise<void> {
    await update((sites) => noted(sites, party, { key, counts, now: clock() }))
  }

  return {
    async missing(party, chainIds, needed) {
      const site = siteOf(await read(), party)
      const lacks = (capability: BasicCapability) => (chainId: ChainId) =>
        !hasGrant(site, { chainId, capability })
      const unconnected = chainIds.filter(lacks('see-address'))
      if (unconnected.length > 0) return { chainIds: unconnected, capabilities: BASIC_CAPABILITIES }
      const lacking = chainIds.filter(lacks(needed))
      return lacking.length > 0 ? { chainIds: lacking, capabilities: [needed] } : undefined
    },

    async connect(party, { chainIds, capabilities }) {
      await grant(
        party,
        chainIds.flatMap((chainId) => capabilities.map((capability) => grantKey(chainId, capability))),
      )
    },

    async disconnect(origin, chainIds) {
      const isNamed = (chainId: string): boolean => chainIds.length === 0 || chainIds.includes(chainId)
      try {
        await updateGrants((sites) =>
          withoutGrants(sites, ({ chainId }, site) => site.origin === origin && isNamed(chainId)),
        )
        return true
      } catch (error) {
        if (!(error instanceof SottoError && error.code === 'vault/locked')) throw error
        return await noteWish(origin, chainIds)
      }
    },

    async forgetChain(chainId) {
      await updateGrants((sites) => withoutGrants(sites, (each) => each.chainId === chainId))
    },

    async mayReadViewingKey(party, { chainId, contract }) {
      const site = siteOf(await read(), party)
      return (
        hasGrant(site, grantKey(chainId, 'viewing-keys')) ||
        hasGrant(site, grantKey(chainId, 'viewing-key', contract))
      )
    },

    async allowViewingKeys(party, chainId, contracts) {
      const keys =
        contracts === 'all'
          ? [grantKey(chainId, 'viewing-keys')]
          : contracts.map((contract) => grantKey(chainId, 'viewing-key', contract))
      await grant(party, keys)
    },

    async gave(party, key) {
      const name = JSON.stringify([party.origin, party.account, key.chainId, key.kind, key.contract])
      const now = clock()
      const last = written.get(name)
      if (last !== undefined && Math.abs(now - last) < STEP_MS) return
      // Before the write, so that fifty calls at once are one.
      written.set(name, now)
      try {
        await note(party, key, { asked: 0, given: 0 })
      } catch (error) {
        written.delete(name)
        throw error
      }
    },

    count: (party, key, { asked = 0, given = 0 }) => note(party, key, { asked, given }),

    async revoke(origin) {
      await updateGrants((sites) => withoutGrants(sites, (_, site) => site.origin === origin))
    },

    async revokeGrant({ origin, account }, revoked) {
      await updateGrants((sites) =>
        withoutGrants(
          sites,
          (each, site) => site.origin === origin && site.account === account && goesWith(each, revoked),
        ),
      )
    },

    async forgetPast() {
      await update((sites) => sites.filter(({ grants }) => grants.length > 0))
    },

    views: read,

    async forgetAccount(account) {
      await updateGrants((sites) => sites.filter((site) => site.account !== account))
    },
  }
}
