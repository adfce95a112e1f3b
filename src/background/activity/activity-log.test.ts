import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../domain/index'
import { fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { BOB, CHAIN_ID, fakeVault } from '../wallet.fake'
import { type ActivityLog, createActivityLog } from './activity-log'
import type { StoredEntry } from './activity-schema'

function openLog(browser = fakeBrowser()): ActivityLog {
  return createActivityLog({
    store: createStore(browser.storage),
    sealer: fakeVault(),
    random: browser.random,
  })
}

function entry(id: string, account: Address = BOB): Omit<StoredEntry, 'pageId'> {
  return {
    id,
    chainId: CHAIN_ID,
    origin: 'https://dapp.example',
    title: 'Send',
    sentence: id,
    status: 'pending',
    createdAt: 1,
    account,
    fee: { coins: [], gas: '1' },
    memo: '',
    signature: base64.encode(new Uint8Array(64)),
    messages: [],
  }
}

describe('the log', () => {
  it('has pages of fifty, newest first, and none is lost between them', async () => {
    const log = openLog()
    const own = (await fakeVault().account()).address
    for (let index = 0; index < 112; index += 1) await log.add(entry(`e${index}`))
    await log.add(entry('other', own))
    const seen: string[] = []
    let after: string | undefined
    for (const size of [50, 50, 12]) {
      const { items, more } = await log.page(BOB, after)
      expect(items).toHaveLength(size)
      expect(more).toBe(size === 50)
      seen.push(...items.map(({ id }) => id))
      after = seen.at(-1)
    }
    expect(seen).toEqual(Array.from({ length: 112 }, (_, index) => `e${111 - index}`))
    expect(await log.page(BOB, 'e0')).toEqual({ items: [], more: false })
    expect(await log.page(BOB, 'nothing')).toEqual({ items: [], more: false })
    expect((await log.page(own)).items).toHaveLength(1)
  })

  it('says that there is more exactly when there is', async () => {
    const log = openLog()
    for (let index = 0; index < 50; index += 1) await log.add(entry(`e${index}`))
    expect(await log.page(BOB)).toMatchObject({ more: false })
    await log.add(entry('e50'))
    expect(await log.page(BOB)).toMatchObject({ more: true })
    expect((await log.page(BOB)).items.at(-1)?.id).toBe('e1')
  })

  it('I9: adding twice, or again after a kill between two writes, is one entry', async () => {
    const browser = fakeBrowser()
    await openLog(browser).add(entry('one'))
    await openLog(browser).add(entry('one'))
    // The index, the entry, the page.
    for (const written of [0, 1, 2]) {
      const killed = fakeBrowser()
      killed.local.refuse = () => killed.local.writes >= written
      await expect(openLog(killed).add(entry('one'))).rejects.toThrow()
      killed.local.refuse = undefined
      await openLog(killed).add(entry('one'))
      expect((await openLog(killed).page(BOB)).items).toHaveLength(1)
      expect(await openLog(killed).pending()).toEqual(['one'])
    }
    expect((await openLog(browser).page(BOB)).items).toHaveLength(1)
  })

  it('takes back only what is pending', async () => {
    const log = openLog()
    await log.add(entry('one'))
    await log.add(entry('two'))
    const two = await log.entry('two')
    if (two === undefined) throw new Error('lost')
    await log.settle({ ...two, status: 'confirmed' })
    for (const id of ['one', 'two', 'three']) await log.remove(id)
    expect((await log.page(BOB)).items).toMatchObject([{ id: 'two', status: 'confirmed' }])
    expect(await log.pending()).toEqual([])
    expect(await log.entry('one')).toBeUndefined()
  })
})
