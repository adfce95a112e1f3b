/** Reads and writes of the table's records: every value in a versioned envelope, every read through its schema. */
import { base64, utf8 } from '@scure/base'
import * as v from 'valibot'
import { StorageError } from './storage-error'
import { type Areas, type PlainKey, recordName, type SealedKey } from './stored-key'

/** Where records are kept, with the queue that keeps changes of one record from overtaking each other. */
export interface Store {
  readonly areas: Areas
  readonly queues: Map<string, Promise<unknown>>
  /** Sealed records as they were last read, by storage name: opening and checking 500 contacts takes longer than anything else. */
  opened: Map<string, Opened>
}

interface Opened {
  readonly version: number
  /** What it was opened from; another text is opened anew. */
  readonly sealed: string
  readonly value: unknown
}

/** More than the records of one screen; the rest is opened when it is looked at. */
const MOST_OPENED = 64

/** What the vault does for records. All of it throws when it is locked. */
export interface Sealer {
  /** The name in storage of the record of that identity: to everybody else it says nothing. */
  name(identity: string): Promise<string>
  seal(identity: string, plaintext: Uint8Array): Promise<Uint8Array>
  open(identity: string, sealed: Uint8Array): Promise<Uint8Array>
}

export function createStore(areas: Areas): Store {
  return { areas, queues: new Map(), opened: new Map() }
}

/** Nobody without the key can tell one sealed record's kind, account, network or site from another's. */
const SEALED_PREFIX = 'sealed/'

const envelope = v.strictObject({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), data: v.unknown() })

/** The stored value, or the key's fallback when there is none. Throws `storage/unreadable` and `storage/newer`. */
export async function readStored<T>(store: Store, key: PlainKey<T>, id?: string): Promise<T> {
  const found = await readEnvelope(store, key, recordName(key, id))
  return found === undefined ? key.fallback : parsed(key, found.version, found.data)
}

export async function writeStored<T>(store: Store, key: PlainKey<T>, value: T, id?: string): Promise<void> {
  await writeEnvelope(store, key, recordName(key, id), value)
}

/** Changes one record; changes of the same record wait for each other. Gives the new value. */
export async function updateStored<T>(
  store: Store,
  key: PlainKey<T>,
  change: (value: T) => T | Promise<T>,
  id?: string,
): Promise<T> {
  return await inTurn(store, key, id, async () => {
    const value = await change(await readStored(store, key, id))
    await writeStored(store, key, value, id)
    return value
  })
}

/** As `readStored`, for a record that only the unlocked vault opens. */
export async function readSealed<T>(
  store: Store,
  sealer: Sealer,
  key: SealedKey<T>,
  id?: string,
): Promise<T> {
  // Taken first: what is opened while the wallet locks is put where nobody looks any more.
  const { opened } = store
  const name = await sealedName(sealer, key, id)
  const found = await readEnvelope(store, key, name)
  if (found === undefined) return key.fallback
  const { data, version } = found
  if (typeof data !== 'string') throw new StorageError('storage/unreadable', key.name)
  const before = opened.get(`${key.area}:${name}`)
  // Values are never changed in place, so one that was read may be given again. The name is this record's alone.
  if (before?.sealed === data && before.version === version) return before.value as T
  const plaintext = await sealer.open(sealedIdentity(key, id, version), decodedBase64(data, key.name))
  const value = parsed(key, version, parsedJson(utf8.encode(plaintext), key.name))
  remember(opened, `${key.area}:${name}`, { version, sealed: data, value })
  return value
}

function remember(all: Map<string, Opened>, name: string, opened: Opened): void {
  all.delete(name)
  all.set(name, opened)
  const [oldest] = all.keys()
  if (all.size > MOST_OPENED && oldest !== undefined) all.delete(oldest)
}

/** Drops everything that was opened: what a locked wallet must not know. */
export function forgetOpened(store: Store): void {
  store.opened = new Map()
}

export async function writeSealed<T>(
  store: Store,
  sealer: Sealer,
  key: SealedKey<T>,
  value: T,
  id?: string,
): Promise<void> {
  await inTurn(store, key, id, () => putSealed(store, sealer, key, value, id))
}

async function putSealed<T>(
  store: Store,
  sealer: Sealer,
  key: SealedKey<T>,
  value: T,
  id: string | undefined,
): Promise<void> {
  const sealed = await sealer.seal(sealedIdentity(key, id, key.version), utf8.decode(JSON.stringify(value)))
  await writeEnvelope(store, key, await sealedName(sealer, key, id), base64.encode(sealed))
}

/** As `updateStored`, for a sealed record. */
export async function updateSealed<T>(
  store: Store,
  sealer: Sealer,
  key: SealedKey<T>,
  change: (value: T) => T | Promise<T>,
  id?: string,
): Promise<T> {
  return await inTurn(store, key, id, async () => {
    const value = await change(await readSealed(store, sealer, key, id))
    await putSealed(store, sealer, key, value, id)
    return value
  })
}

export async function removeSealed<T>(
  store: Store,
  sealer: Sealer,
  key: SealedKey<T>,
  id?: string,
): Promise<void> {
  await inTurn(store, key, id, async () => {
    await store.areas[key.area].remove(await sealedName(sealer, key, id))
  })
}

/**
 * Deletes everything of every area and says whether it is gone. The wallet is locked before: what is being written ends first,
 * and nothing more can be sealed.
 */
export async function removeEverything(store: Store): Promise<boolean> {
  await Promise.all(store.queues.values())
  const areas = Object.values(store.areas)
  for (const area of areas) {
    for (const name of await area.names()) await area.remove(name)
  }
  const left = await Promise.all(areas.map((area) => area.names()))
  return left.every((names) => names.length === 0)
}

/** True when anything sealed is kept, whatever it is: a locked wallet can tell that much and no more. */
export async function hasSealedRecords(store: Store): Promise<boolean> {
  const names = await store.areas.local.names()
  return names.some((name) => name.startsWith(SEALED_PREFIX))
}

/** Without the version, so that a record of another version is found and refused, not taken for absent. */
async function sealedName<T>(sealer: Sealer, key: SealedKey<T>, id: string | undefined): Promise<string> {
  return SEALED_PREFIX + (await sealer.name(`${key.area}:${recordName(key, id)}`))
}

/** Binds a sealed record to its place, so that two records cannot be swapped, nor an old shape passed off as a new one. */
function sealedIdentity<T>(key: SealedKey<T>, id: string | undefined, version: number): string {
  return `${key.area}:${recordName(key, id)}:v${version}`
}

async function readEnvelope<T>(
  store: Store,
  key: PlainKey<T> | SealedKey<T>,
  storageName: string,
): Promise<{ readonly version: number; readonly data: unknown } | undefined> {
  const raw = await store.areas[key.area].read(storageName)
  if (raw === undefined) return undefined
  const found = v.safeParse(envelope, raw)
  if (!found.success || found.output.data === undefined)
    throw new StorageError('storage/unreadable', key.name)
  if (found.output.v > key.version) throw new StorageError('storage/newer', key.name)
  return { version: found.output.v, data: found.output.data }
}

async function writeEnvelope<T>(
  store: Store,
  key: PlainKey<T> | SealedKey<T>,
  storageName: string,
  data: unknown,
): Promise<void> {
  try {
    await store.areas[key.area].write(storageName, { v: key.version, data })
  } catch (cause) {
    throw new StorageError('storage/refused', key.name, { cause })
  }
}

/** Takes an earlier version's data through every later shape, then through the schema of today. */
function parsed<T>(key: PlainKey<T> | SealedKey<T>, version: number, data: unknown): T {
  let current = data
  for (let at = version; at < key.version; at += 1) {
    const shape = key.earlier?.find((earlier) => earlier.version === at)
    current = shape?.toNext(current)
    if (current === undefined) throw new StorageError('storage/unreadable', key.name)
  }
  const result = v.safeParse(key.schema, current)
  if (!result.success) throw new StorageError('storage/unreadable', key.name)
  return result.output
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new StorageError('storage/unreadable', name, { cause })
  }
}

function decodedBase64(text: string, name: string): Uint8Array {
  try {
    return base64.decode(text)
  } catch (cause) {
    throw new StorageError('storage/unreadable', name, { cause })
  }
}

async function inTurn<T, R>(
  store: Store,
  key: PlainKey<T> | SealedKey<T>,
  id: string | undefined,
  work: () => Promise<R>,
): Promise<R> {
  const name = `${key.area}:${recordName(key, id)}`
  const before = store.queues.get(name) ?? Promise.resolve()
  const result = before.then(work, work)
  // The queue only orders; whoever asked for the change gets its error.
  const settled = result.then(
    () => undefined,
    () => undefined,
  )
  store.queues.set(name, settled)
  try {
    return await result
  } finally {
    if (store.queues.get(name) === settled) store.queues.delete(name)
  }
}
