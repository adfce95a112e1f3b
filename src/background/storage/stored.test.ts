import { base64, utf8 } from '@scure/base'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { FakeArea } from '../platform.fake'
import {
  createStore,
  forgetOpened,
  hasSealedRecords,
  readSealed,
  readStored,
  removeEverything,
  removeSealed,
  type Sealer,
  updateStored,
  writeSealed,
  writeStored,
} from './stored'
import { plainKey, sealedKey } from './stored-key'

const COUNT = plainKey({ name: 'count', area: 'local', version: 2, schema: v.number(), fallback: 0 })
const ONE = 'sealed/named local:note/one'
const NOTE = sealedKey({ name: 'note', area: 'local', version: 1, schema: v.string(), fallback: '' })

/** Hides nothing, but keeps the identity beside the text as an AEAD would. */
const SEALER: Sealer = {
  name: async (identity) => `named ${identity}`,
  seal: async (identity, plaintext) => utf8.decode(`${identity}|${base64.encode(plaintext)}`),
  async open(identity, sealed) {
    const [found, text] = utf8.encode(sealed).split('|')
    if (found !== identity || text === undefined) throw new Error('not this record')
    return base64.decode(text)
  },
}

function setup(): { store: ReturnType<typeof createStore>; local: FakeArea } {
  const local = new FakeArea()
  return { store: createStore({ local, session: new FakeArea(), second: new FakeArea() }), local }
}

describe('plain records', () => {
  it('gives the fallback for what is absent and the value for what was written', async () => {
    const { store } = setup()
    expect(await readStored(store, COUNT)).toBe(0)
    await writeStored(store, COUNT, 7)
    expect(await readStored(store, COUNT)).toBe(7)
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
})

describe('sealed records', () => {
  it('writes only what the sealer gave, where it says, and reads it back', async () => {
    const { store, local } = setup()
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    expect([...local.values.keys()]).toEqual([ONE])
    expect(local.values.get(ONE)).not.toContain('a word')
    expect(await readSealed(store, SEALER, NOTE, 'one')).toBe('a word')
    expect(await readSealed(store, SEALER, NOTE, 'two')).toBe('')
  })

  it('is opened once for each text that is stored, and not after it was forgotten', async () => {
    const { store, local } = setup()
    let openings = 0
    const sealer: Sealer = {
      ...SEALER,
      async open(identity, sealed) {
        openings += 1
        return await SEALER.open(identity, sealed)
      },
    }
    const read = (): Promise<string> => readSealed(store, sealer, NOTE, 'one')
    await writeSealed(store, sealer, NOTE, 'a word', 'one')
    expect([await read(), await read(), openings]).toEqual(['a word', 'a word', 1])
    await writeSealed(store, sealer, NOTE, 'another', 'one')
    expect([await read(), openings]).toEqual(['another', 2])
    // Whatever changes it, also without us.
    await writeSealed(createStore(store.areas), sealer, NOTE, 'a third', 'one')
    expect([await read(), openings]).toEqual(['a third', 3])
    forgetOpened(store)
    expect([await read(), openings]).toEqual(['a third', 4])
    local.values.delete(ONE)
    expect(await read()).toBe('')
  })

  it('keeps nothing of what was being opened while it was forgotten', async () => {
    const { store } = setup()
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    const reading = readSealed(
      store,
      {
        ...SEALER,
        async open(identity, sealed) {
          forgetOpened(store)
          return await SEALER.open(identity, sealed)
        },
      },
      NOTE,
      'one',
    )
    expect(await reading).toBe('a word')
    expect(store.opened.size).toBe(0)
  })

  it('is removed with everything, also when it was still being written', async () => {
    const { store, local } = setup()
    let letThrough = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    const write = local.write.bind(local)
    local.write = async (name, value) => {
      await gate
      await write(name, value)
    }
    const writing = writeSealed(store, SEALER, NOTE, 'a word', 'one')
    const removing = removeEverything(store)
    await new Promise((resolve) => setTimeout(resolve))
    letThrough()
    await writing
    expect(await removing).toBe(true)
    expect([...local.values.keys()]).toEqual([])
  })

  it('removes one record and no other, and knows whether any is left', async () => {
    const { store } = setup()
    await writeStored(store, COUNT, 1)
    expect(await hasSealedRecords(store)).toBe(false)
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    await writeSealed(store, SEALER, NOTE, 'another', 'two')
    await removeSealed(store, SEALER, NOTE, 'one')
    expect(await readSealed(store, SEALER, NOTE, 'one')).toBe('')
    expect(await readSealed(store, SEALER, NOTE, 'two')).toBe('another')
    expect(await hasSealedRecords(store)).toBe(true)
    await removeSealed(store, SEALER, NOTE, 'two')
    expect(await hasSealedRecords(store)).toBe(false)
  })

  it('says which kind of record cannot be read, and not whose', async () => {
    const { store, local } = setup()
    await local.write(ONE, { v: 2, data: '' })
    const read = readSealed(store, SEALER, NOTE, 'one')
    await expect(read).rejects.toMatchObject({ code: 'storage/newer', record: 'note' })
  })

  it('refuses a record that was put in the place of another', async () => {
    const { store, local } = setup()
    await writeSealed(store, SEALER, NOTE, 'a word', 'one')
    await local.write('sealed/named local:note/two', await local.read(ONE))
    await expect(readSealed(store, SEALER, NOTE, 'two')).rejects.toThrow('not this record')
  })

  it('refuses what is not base64 or not a string', async () => {
    const { store, local } = setup()
    for (const data of ['***', 5, null, {}]) {
      await local.write(ONE, { v: 1, data })
      await expect(readSealed(store, SEALER, NOTE, 'one')).rejects.toMatchObject({
        code: 'storage/unreadable',
      })
    }
  })
})
