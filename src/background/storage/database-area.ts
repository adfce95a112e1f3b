/** A storage area in an IndexedDB of our own: another file on the disk, with another fate, than the browser's extension storage. */
import type { Area } from './area'

const DATABASE = 'sotto'
const STORE = 'records'
/** A database that takes longer does not answer: the other copy is read, and the wallet opens. */
const PATIENCE_MS = 5_000

export function databaseArea(factory: IDBFactory = indexedDB): Area {
  let opening: Promise<IDBDatabase> | undefined

  async function database(): Promise<IDBDatabase> {
    opening ??= open(factory)
    try {
      const opened = await opening
      const gone = (): void => {
        opening = undefined
      }
      // The browser may take it away at any time, for example when the person clears the data of sites.
      opened.onclose = gone
      // Whoever deletes it must not wait for us.
      opened.onversionchange = () => {
        gone()
        opened.close()
      }
      return opened
    } catch (error) {
      opening = undefined
      throw error
    }
  }

  function read<T>(ask: (records: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return inTime(readNow(ask))
  }

  function write(change: (records: IDBObjectStore) => void): Promise<void> {
    return inTime(writeNow(change))
  }

  async function readNow<T>(ask: (records: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await database()).transaction(STORE, 'readonly')
    return await settled(ask(transaction.objectStore(STORE)))
  }

  /** Resolves when the change is on the disk, not only accepted. */
  async function writeNow(change: (records: IDBObjectStore) => void): Promise<void> {
    const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' })
    change(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser gave up the write.'))
    })
  }

  return {
    read: (name) => read<unknown>((records) => records.get(name)),
    write: (name, value) => write((records) => void records.put(value, name)),
    remove: (name) => write((records) => void records.delete(name)),
    names: async () => (await read((records) => records.getAllKeys())).map(String),
  }
}

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE)
  return await settled(request)
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE_MS)
    asked.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'))
  })
}
