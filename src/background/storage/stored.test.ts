import { base64, utf8 } from '@scure/base'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { FakeArea } from '../platform.fake'
import {
  createStore,
  readSealed,
  readStored,
  removeStored,
  type Sealer,
  storedIds,
  updateStored,
  writeSealed,
  writeStored,
} from './stored'
import { plainKey, sealedKey } from './stored-key'

const COUNT = plainKey({ name: 'count', area: 'local', version: 2, schema: v.number(), fallback: 0 })
const NOTE = sealedKey({ name: 'note', area: 'local', version: 1, schema: v.string(), fallback: '' })

/** Seals nothing, but keeps the identity beside the text as an AEAD would. */
const SEALER: Sealer = {
  seal: async (identity, plaintext) => utf8.decode(`${identity}|${base64.encode(plaintext)}`),
  async open(identity, sealed) {
    const [found, text] = utf8.encode(sealed).split('|')
    if (found !== identity || text === undefined) throw new Error('not this record')
    return base64.decode(text)
  },
}

function setup(): { store: ReturnType<typeof createStore>; local: FakeArea } {
  const local = new FakeArea()
  return { store: createStore({ local, session: new FakeArea() }), local }
}

describe('plain records', () => {
  it('gives the fallback for what is absent and the value for what was written', async () => {
    const { store } = setup()
    expect(await readStored(store, COUNT)).toBe(0)
    await writeStored(store, COUNT, 7)
    expect(await readStored(store, COUNT)).toBe(7)
    await removeStored(store, COUNT)
    expect(await readStored(store, COUNT)).toBe(0)
  })

  it('refuses every unreadable value instead of starting afresh', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const { store, local } = setup()
        const good = v.safeParse(v.strictObject({ v: v.literal(2), data: v.number() }), value).success
        if (good) return
        await local.write('count', value)
        await expect(readStored(store, COUNT)).rejects.toMatchObject({ name: 'StorageError' })
      }),
    )
  })

  it('says that a newer version wrote it', async () => {
    const { store, local } = setup()
    await local.write('count', { v: 3, data: 1 })
    await expect(readStored(store, COUNT)).rejects.toMatchObject({ code: 'storage/newer' })
  })

  it('loses no change when many are made at once', async () => {
    const { store } = setup()
    await Promise.all(Array.from({ length: 50 }, () => updateStored(store, COUNT, async (n) => n + 1)))
    expect(await readStored(store, COUNT)).toBe(50)
    expect(store.queues.size).toBe(0)
  })

  it('goes on after a change that failed', async () => {
    const { store, local } = setup()
    local.refuse = () => true
    await expect(updateStored(store, COUNT, (n) => n + 1)).rejects.toMatchObject({ code: 'storage/refused' })
    local.refuse = undefined
    expect(await updateStored(store, COUNT, (n) => n + 1)).toBe(1)
  })

  it('lists the ids of one key only', async () => {
    const { store } = setup()
    await writeStored(store, COUNT, 1, 'a')
    await writeStored(store, COUNT, 2, 'b/c')
    await writeStored(store, COUNT, 3)
    expect(await storedIds(store, COUNT)).toEqual(['a', 'b/c'])
  })
})

describe('sealed records', () => {
  it('writes only what the sealer gave and reads it back', async () => {
    const { store, local } = setup()
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    expect(local.values.get('note/one')).not.toContain('a word')
    expect(await readSealed(store, SEALER, NOTE, 'one')).toBe('a word')
  })

  it('refuses a record that was put in the place of another', async () => {
    const { store, local } = setup()
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    await local.write('note/two', await local.read('note/one'))
    await expect(readSealed(store, SEALER, NOTE, 'two')).rejects.toThrow('not this record')
  })

  it('refuses what is not base64 or not a string', async () => {
    const { store, local } = setup()
    for (const data of ['***', 5, null, {}]) {
      await local.write('note', { v: 1, data })
      await expect(readSealed(store, SEALER, NOTE)).rejects.toMatchObject({ code: 'storage/unreadable' })
    }
  })
})
