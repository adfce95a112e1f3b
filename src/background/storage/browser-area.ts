/** A storage area of the browser as the background reads it: what is asked for in one turn is one question to the browser. */
import type { Browser, Storage } from 'webextension-polyfill'
import type { Area } from './area'
import { StorageError } from './storage-error'

type Changes = Browser['storage']['onChanged']

/** As many as are read over and over; a page of old activity is asked for again when it is looked at again. */
const MOST_REMEMBERED = 64

/** Reads the browser each time. For session storage, which holds the key of the open wallet: no copy of that is kept. */
export function browserArea(storage: Storage.StorageArea): Area {
  const read = joinedReads(storage)
  return {
    read,
    write: (name, value) => answered(() => storage.set({ [name]: value })),
    remove: (name) => answered(() => storage.remove(name)),
    names: () => answered(async () => Object.keys(await storage.get(null))),
  }
}

/**
 * Asks the browser once for each record, and again after it was changed by anybody. Every question is a way to another process
 * and back, and a page's call needs half a dozen records.
 */
export function rememberedArea(name: 'local', storage: Browser['storage']): Area {
  const area = browserArea(storage[name])
  const known = new Map<string, Promise<unknown>>()
  forgetChanged(storage.onChanged, name, known)

  /** Before, so that nobody gets the old value after asking for the change; and after, for who read in between. */
  async function changing<T>(record: string, change: () => Promise<T>): Promise<T> {
    known.delete(record)
    try {
      return await change()
    } finally {
      known.delete(record)
    }
  }

  function read(record: string): Promise<unknown> {
    const before = known.get(record)
    if (before !== undefined) return before
    const asked = area.read(record)
    known.set(record, asked)
    const [oldest] = known.keys()
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
    asked.catch(() => {
      if (known.get(record) === asked) known.delete(record)
    })
    return asked
  }

  return {
    read,
    write: (record, value) => changing(record, () => area.write(record, value)),
    remove: (record) => changing(record, () => area.remove(record)),
    names: area.names,
  }
}

/** Our own changes come back here too, which costs one more question and nothing else. */
function forgetChanged(changes: Changes, area: string, known: Map<string, unknown>): void {
  changes.addListener((changed, changedArea) => {
    if (changedArea !== area) return
    for (const record of Object.keys(changed)) known.delete(record)
  })
}

function joinedReads(storage: Storage.StorageArea): (name: string) => Promise<unknown> {
  let names = new Set<string>()
  let joined: Promise<Record<string, unknown>> | undefined

  async function ask(): Promise<Record<string, unknown>> {
    await Promise.resolve()
    const asked = [...names]
    names = new Set()
    joined = undefined
    return await answered(() => storage.get(asked))
  }

  return async (name) => {
    names.add(name)
    joined ??= ask()
    return (await joined)[name]
  }
}

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new StorageError('storage/no-answer', 'any', { cause })
  }
}
