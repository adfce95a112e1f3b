import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { backupSchema } from '../backup/backup-schema'
import settingsOfVersion1 from '../fixtures/settings-v1.json'
import { fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { readSettings, updateSettings } from './settings'

function stored(record: unknown): ReturnType<typeof createStore> {
  const browser = fakeBrowser()
  browser.local.values.set('settings', JSON.stringify(record))
  return createStore(browser.storage)
}

describe('settings', () => {
  it('ask for no prices until the person does', async () => {
    const store = createStore(fakeBrowser().storage)
    expect((await readSettings(store)).showPrices).toBe(false)
    await updateSettings(store, { showPrices: true })
    expect((await readSettings(store)).showPrices).toBe(true)
  })

  it('95 of version 1 are all kept, and ask for no prices', async () => {
    const store = stored(settingsOfVersion1)
    const kept = {
      autoLockMinutes: 30,
      activeChainId: 'pulsar-3',
      endpoints: { 'secret-4': ['https://node.example', 'http://localhost:1317'] },
    }
    expect(await readSettings(store)).toEqual({ ...kept, showPrices: false })
    await updateSettings(store, { showPrices: true })
    expect(await readSettings(store)).toEqual({ ...kept, showPrices: true })
  })

  it.each([
    ['version 1 with what it never had', { ...settingsOfVersion1.data, showPrices: true }, 1],
    ['version 2 without it', settingsOfVersion1.data, 2],
    ['version 2 with something else', { ...settingsOfVersion1.data, showPrices: 'yes' }, 2],
  ])('are unreadable as %s', async (_, data, version) => {
    await expect(readSettings(stored({ v: version, data }))).rejects.toMatchObject({
      code: 'storage/unreadable',
    })
  })

  it('are in a backup as they always were: whoever restores one asks for prices anew', () => {
    const { settings } = backupSchema.entries
    const { autoLockMinutes, endpoints } = settingsOfVersion1.data
    expect(v.safeParse(settings, { autoLockMinutes, endpoints }).success).toBe(true)
    expect(v.safeParse(settings, { autoLockMinutes, endpoints, showPrices: true }).success).toBe(false)
  })
})
