/** A log of a hundred thousand transactions. */
import { base64 } from '@scure/base'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { KEYS } from '../storage/keys'
import { createStore, writeSealed } from '../storage/stored'
import { BOB, CHAIN_ID, fakeVault } from '../wallet.fake'
import { type ActivityLog, createActivityLog, summaryOf } from './activity-log'
import type { StoredEntry } from './activity-schema'

const PAGE_SIZE = 50
const PAGES = 2000
const COUNT = PAGES * PAGE_SIZE

const pageId = (page: number): string => page.toString(16).padStart(16, '0')

function entry(index: number): StoredEntry {
  return {
    id: `e${index}`,
    pageId: pageId(Math.floor(index / PAGE_SIZE)),
    chainId: CHAIN_ID,
    origin: 'https://dapp.example',
    title: 'Send in public',
    sentence: 'Send 0 SCRT to secret1look…sa11ke00',
    status: 'confirmed',
    createdAt: index,
    account: BOB,
    fee: { coins: [], gas: '1' },
    memo: 'Claim your prize at https://prize.example/?wallet=1',
    signature: base64.encode(new Uint8Array(64)),
    messages: [],
  }
}

function openLog(browser: FakeBrowser): ActivityLog {
  return createActivityLog({
    store: createStore(browser.storage),
    sealer: fakeVault(),
    random: browser.random,
  })
}

const full = fakeBrowser()

beforeAll(async () => {
  const store = createStore(full.storage)
  const vault = fakeVault()
  for (let page = 0; page < PAGES; page += 1) {
    const entries = Array.from({ length: PAGE_SIZE }, (_, at) => entry((page + 1) * PAGE_SIZE - 1 - at))
    await writeSealed(store, vault, KEYS.activityPage, entries.map(summaryOf), pageId(page))
    const [newest, oldest] = [entries[0], entries.at(-1)]
    for (const kept of [newest, oldest])
      if (kept !== undefined) await writeSealed(store, vault, KEYS.activityEntry, kept, kept.id)
  }
  const accounts = { [BOB]: Array.from({ length: PAGES }, (_, page) => pageId(page)) }
  await writeSealed(store, vault, KEYS.activityIndex, { accounts, pending: [] })
}, 120_000)

/** How many records are read while that is done, by a new worker that has none of them open. */
async function readsOf(work: (log: ActivityLog) => Promise<unknown>): Promise<number> {
  let reads = 0
  const { read } = full.local
  full.local.read = async (name) => {
    reads += 1
    return await read.call(full.local, name)
  }
  try {
    await work(openLog(full))
  } finally {
    full.local.read = read
  }
  return reads
}

describe(`N80: ${COUNT} transactions`, () => {
  it('are looked at fifty at a time, from the newest or the oldest, and no more is read than is shown', async () => {
    for (const [after, first] of [
      [undefined, COUNT - 1],
      [`e${COUNT - PAGE_SIZE}`, COUNT - PAGE_SIZE - 1],
      [`e${PAGE_SIZE}`, PAGE_SIZE - 1],
    ] as const) {
      const reads = await readsOf(async (log) => {
        const { items, more } = await log.page(BOB, after)
        expect(items.map(({ id }) => id)).toEqual(
          Array.from({ length: PAGE_SIZE }, (_, at) => `e${first - at}`),
        )
        expect(more).toBe(first > PAGE_SIZE)
      })
      // The index, where one was, the page where that is, and the one behind it.
      expect(reads).toBeLessThanOrEqual(4)
    }
  })

  it('take one more without any of the others being read or written', async () => {
    const { pageId: _, ...added } = entry(COUNT)
    const before = full.local.writes
    expect(await readsOf((log) => log.add({ ...added, status: 'pending' }))).toBeLessThanOrEqual(8)
    expect(full.local.writes - before).toBeLessThanOrEqual(4)
    const { items } = await openLog(full).page(BOB)
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual([`e${COUNT}`, `e${COUNT - 1}`])
  })
})
