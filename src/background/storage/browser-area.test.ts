import { describe, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { browserArea, rememberedArea } from './browser-area'

type Listener = (changes: Record<string, unknown>, area: string) => void

/** A browser's storage that writes down what it is asked for, and tells of changes when `tell` is called. */
function fakeStorage(records: Record<string, unknown> = {}) {
  const asked: unknown[] = []
  const listeners: Listener[] = []
  let untold: [Record<string, unknown>, string][] = []
  const areaOf = (name: string) => ({
    get: async (names: readonly string[] | null) => {
      asked.push(names)
      return structuredClone(
        Object.fromEntries(Object.entries(records).filter(([key]) => names === null || names.includes(key))),
      )
    },
    set: async (values: Record<string, unknown>) => {
      Object.assign(records, values)
      untold.push([values, name])
    },
    remove: async (record: string) => {
      delete records[record]
      untold.push([{ [record]: undefined }, name])
    },
  })
  const storage = {
    local: areaOf('local'),
    session: areaOf('session'),
    onChanged: { addListener: (listener: Listener) => void listeners.push(listener) },
  } as unknown as Browser['storage']
  return {
    storage,
    asked,
    tell() {
      for (const told of untold) for (const listener of listeners) listener(...told)
      untold = []
    },
  }
}

describe('a storage area of the browser', () => {
  it('asks once for everything that is wanted in one turn', async () => {
    const { storage, asked } = fakeStorage({ a: 1, b: 2 })
    const area = browserArea(storage.session)
    expect(await Promise.all([area.read('a'), area.read('b'), area.read('a'), area.read('c')])).toEqual([
      1,
      2,
      1,
      undefined,
    ])
    expect(asked).toEqual([['a', 'b', 'c']])
    expect(await area.read('a')).toBe(1)
    expect(asked).toHaveLength(2)
  })

  it('tells everybody who asked when the browser did not answer', async () => {
    const { storage } = fakeStorage()
    Object.assign(storage.local, { get: () => Promise.reject(new Error('No SW')) })
    const area = browserArea(storage.local)
    const failed = { code: 'storage/no-answer' }
    await Promise.all([
      expect(area.read('a')).rejects.toMatchObject(failed),
      expect(area.read('b')).rejects.toMatchObject(failed),
    ])
  })
})

describe('a storage area that remembers', () => {
  it('asks once for each record, absent ones too', async () => {
    const { storage, asked } = fakeStorage({ a: 1 })
    const area = rememberedArea('local', storage)
    for (let round = 0; round < 3; round += 1) {
      expect(await area.read('a')).toBe(1)
      expect(await area.read('b')).toBeUndefined()
    }
    expect(asked).toEqual([['a'], ['b']])
  })

  it('gives what was written, and nothing of what was removed', async () => {
    const { storage, tell } = fakeStorage({ a: 1 })
    const area = rememberedArea('local', storage)
    await area.read('a')
    await area.write('a', 2)
    expect(await area.read('a')).toBe(2)
    tell()
    expect(await area.read('a')).toBe(2)
    await area.remove('a')
    expect(await area.read('a')).toBeUndefined()
  })

  it('forgets an answer that was under way when the record changed', async () => {
    const { storage } = fakeStorage({ a: 1 })
    const area = rememberedArea('local', storage)
    const early = area.read('a')
    const writing = area.write('a', 2)
    const between = area.read('a')
    await Promise.all([early, writing, between])
    expect(await area.read('a')).toBe(2)
  })

  it('hears of what others change, in this area only', async () => {
    const { storage, tell, asked } = fakeStorage({ a: 1 })
    const area = rememberedArea('local', storage)
    await area.read('a')
    await storage.session.set({ a: 3 })
    tell()
    await area.read('a')
    expect(asked).toHaveLength(1)
    await storage.local.set({ a: 4 })
    tell()
    expect(await area.read('a')).toBe(4)
  })

  it('asks again after no answer, and keeps no more than it may', async () => {
    const { storage, asked } = fakeStorage({ a: 1 })
    const { get } = storage.local
    Object.assign(storage.local, { get: () => Promise.reject(new Error('No SW')) })
    const area = rememberedArea('local', storage)
    await expect(area.read('a')).rejects.toMatchObject({ code: 'storage/no-answer' })
    Object.assign(storage.local, { get })
    expect(await area.read('a')).toBe(1)
    for (let index = 0; index < 64; index += 1) await area.read(`record ${index}`)
    asked.length = 0
    await area.read('a')
    expect(asked).toEqual([['a']])
  })
})
