/** The book of an account's transactions: sealed pages of summaries, newest first, and a sealed record for each. */
import { hex } from '@scure/base'
import type { RandomBytes } from '../../crypto/index'
import type { Address } from '../../domain/index'
import type { ActivitySummary } from '../../messages/popup'
import { KEYS } from '../storage/keys'
import {
  readSealed,
  removeSealed,
  type Sealer,
  type Store,
  updateSealed,
  writeSealed,
} from '../storage/stored'
import type { ActivityIndex, StoredEntry } from './activity-schema'

export interface ActivityLog {
  /** Adds an entry as pending. Adding it again changes nothing. */
  add(entry: Omit<StoredEntry, 'pageId'>): Promise<void>
  /** Takes an entry back that is still pending. */
  remove(id: string): Promise<void>
  entry(id: string): Promise<StoredEntry | undefined>
  /** Writes what became of an entry, which is then no longer pending. */
  settle(entry: StoredEntry): Promise<void>
  pending(): Promise<readonly string[]>
  /** Fifty at most, newest first, from the top or after that entry. */
  page(account: Address, after?: string): Promise<ActivityPage>
}

export interface ActivityPage {
  readonly items: readonly ActivitySummary[]
  readonly more: boolean
}

interface ActivityLogParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly random: RandomBytes
}

const PAGE_SIZE = 50

export function createActivityLog({ store, sealer, random }: ActivityLogParts): ActivityLog {
  const entryOf = (id: string): Promise<StoredEntry | null> =>
    readSealed(store, sealer, KEYS.activityEntry, id)

  const pageOf = (pageId: string): Promise<ActivitySummary[]> =>
    readSealed(store, sealer, KEYS.activityPage, pageId)

  async function updateIndex(
    change: (index: ActivityIndex) => Promise<ActivityIndex>,
  ): Promise<ActivityIndex> {
    return await updateSealed(store, sealer, KEYS.activityIndex, change)
  }

  async function updatePage(
    pageId: string,
    change: (page: readonly ActivitySummary[]) => readonly ActivitySummary[],
  ): Promise<void> {
    await updateSealed(store, sealer, KEYS.activityPage, (page) => [...change(page)], pageId)
  }

  /** Notes the entry as pending and finds it a page with room. */
  async function placeFor({ id, account }: Pick<StoredEntry, 'id' | 'account'>): Promise<string> {
    const index = await updateIndex(async ({ accounts, pending }) => {
      const pages = accounts[account] ?? []
      const newest = pages.at(-1)
      const full = newest === undefined || (await pageOf(newest)).length >= PAGE_SIZE
      return {
        accounts: { ...accounts, [account]: full ? [...pages, hex.encode(random(8))] : pages },
        pending: pending.includes(id) ? pending : [...pending, id],
      }
    })
    const place = index.accounts[account]?.at(-1)
    if (place === undefined) throw new Error('An account with activity has a page.')
    return place
  }

  async function noLongerPending(id: string): Promise<void> {
    await updateIndex(async (index) => ({
      ...index,
      pending: index.pending.filter((pending) => pending !== id),
    }))
  }

  return {
    async add(entry) {
      const known = await entryOf(entry.id)
      const pageId = known?.pageId ?? (await placeFor(entry))
      if (known === null) await writeSealed(store, sealer, KEYS.activityEntry, { ...entry, pageId }, entry.id)
      // Written again after a kill between the two writes.
      await updatePage(pageId, (page) =>
        page.some(({ id }) => id === entry.id) ? page : [summaryOf(entry), ...page],
      )
    },

    async remove(id) {
      const { pending } = await readSealed(store, sealer, KEYS.activityIndex)
      if (!pending.includes(id)) return
      const known = await entryOf(id)
      if (known !== null) {
        await updatePage(known.pageId, (page) => page.filter((summary) => summary.id !== id))
        await removeSealed(store, sealer, KEYS.activityEntry, id)
      }
      await noLongerPending(id)
    },

    entry: async (id) => (await entryOf(id)) ?? undefined,

    async settle(entry) {
      await writeSealed(store, sealer, KEYS.activityEntry, entry, entry.id)
      await updatePage(entry.pageId, (page) =>
        page.map((summary) => (summary.id === entry.id ? summaryOf(entry) : summary)),
      )
      await noLongerPending(entry.id)
    },

    pending: async () => (await readSealed(store, sealer, KEYS.activityIndex)).pending,

    async page(account, after) {
      const { accounts } = await readSealed(store, sealer, KEYS.activityIndex)
      const pageIds = [...(accounts[account] ?? [])].reverse()
      const start = after === undefined ? undefined : await entryOf(after)
      if (start === null) return { items: [], more: false }
      const left = start === undefined ? pageIds : pageIds.slice(Math.max(0, pageIds.indexOf(start.pageId)))
      const found: ActivitySummary[] = []
      let skipping = after !== undefined
      for (const [position, pageId] of left.entries()) {
        for (const summary of await pageOf(pageId)) {
          if (!skipping) found.push(summary)
          else skipping = summary.id !== after
        }
        if (found.length > PAGE_SIZE) break
        if (found.length === PAGE_SIZE) return { items: found, more: position < left.length - 1 }
      }
      return { items: found.slice(0, PAGE_SIZE), more: found.length > PAGE_SIZE }
    },
  }
}

export function summaryOf(entry: Omit<StoredEntry, 'pageId'>): ActivitySummary {
  const { id, chainId, origin, title, sentence, status, createdAt, hash, height, time } = entry
  return {
    id,
    chainId,
    origin,
    title,
    sentence,
    status,
    createdAt,
    ...(hash === undefined ? {} : { hash }),
    ...(height === undefined ? {} : { height }),
    ...(time === undefined ? {} : { time }),
  }
}
