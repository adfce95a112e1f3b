/** Which key a network's messages are encrypted to, and when nothing is encrypted at all. */
import { base64, hex } from '@scure/base'
import { type Client, getTxKey } from '../../chain/index'
import type { RandomBytes } from '../../crypto/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import { NetworkError } from './network-error'
import type { SecurityEvent, StoredTxKeys } from './security-event-schema'
import {
  blockingEvent,
  canAccept,
  isBlocking,
  troubleWith,
  withoutTrouble,
  withTrouble,
} from './security-events'

export type TxKeyState =
  | {
      readonly kind: 'ready'
      readonly key: Uint8Array
      /** Newest first, `key` itself included. */
      readonly knownKeys: readonly Uint8Array[]
      /** No other key was ever seen here: it was taken on first use. */
      readonly firstUse: boolean
    }
  | { readonly kind: 'blocked'; readonly event: SecurityEvent }

export interface TxKeys {
  /** Throws ChainError when no node answers, and `network/unconfirmed-key`. */
  txKey(chainId: string): Promise<TxKeyState>
  /** Newest first. */
  knownTxKeys(chainId: string): Promise<readonly Uint8Array[]>
  /** When the newest key took another's place; undefined when it is the only one ever seen. */
  txKeyChangedAt(chainId: string): Promise<number | undefined>
  /** Other nodes are asked now: what the earlier ones said has to be confirmed. */
  recheckTxKey(chainId: string): Promise<void>
  securityEvents(): Promise<readonly SecurityEvent[]>
  decide(id: string, decision: 'accept' | 'keep-blocked'): Promise<void>
}

export interface TxKeysParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly client: (chainId: string) => Promise<Client>
  readonly clock: () => number
  readonly random: RandomBytes
  readonly changed: () => void
}

const FRESH_MS = 10 * 60_000
/** How soon nodes that were in trouble are asked again. */
const ASK_AGAIN_MS = 10_000
const ID_BYTES = 8

export function createTxKeys(parts: TxKeysParts): TxKeys {
  const { store, sealer, clock } = parts
  const pending = new Map<string, Promise<TxKeyState>>()

  async function state(chainId: string): Promise<TxKeyState> {
    const [stored, events] = await Promise.all([
      readSealed(store, sealer, KEYS.txKeys, chainId),
      readSealed(store, sealer, KEYS.securityEvents),
    ])
    const event = blockingEvent(events, chainId)
    if (event !== undefined && isWithin(event.checkedAt, clock(), ASK_AGAIN_MS))
      return { kind: 'blocked', event }
    if (event === undefined && isWithin(stored.checkedAt, clock(), FRESH_MS)) {
      const ready = readyState(stored)
      if (ready !== undefined) return ready
    }
    return await ask(parts, chainId, stored)
  }

  return {
    async txKey(chainId) {
      const running = pending.get(chainId) ?? state(chainId)
      pending.set(chainId, running)
      return await running.finally(() => {
        if (pending.get(chainId) === running) pending.delete(chainId)
      })
    },
    async knownTxKeys(chainId) {
      return newestFirst(await readSealed(store, sealer, KEYS.txKeys, chainId))
    },
    async txKeyChangedAt(chainId) {
      const { keys } = await readSealed(store, sealer, KEYS.txKeys, chainId)
      return keys.length > 1 ? keys.at(-1)?.since : undefined
    },
    async recheckTxKey(chainId) {
      pending.delete(chainId)
      await updateSealed(store, sealer, KEYS.txKeys, (stored) => ({ ...stored, checkedAt: 0 }), chainId)
      await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
        events.map((event) => (event.chainId === chainId ? { ...event, checkedAt: 0 } : event)),
      )
    },
    securityEvents: () => readSealed(store, sealer, KEYS.securityEvents),
    decide: (id, decision) => decide(parts, id, decision),
  }
}

async function ask(parts: TxKeysParts, chainId: string, known: StoredTxKeys): Promise<TxKeyState> {
  const { store, sealer, clock, random, changed } = parts
  const answer = await getTxKey(await parts.client(chainId))
  const trouble = troubleWith(answer, known.keys.at(-1)?.key)
  if (trouble !== undefined) {
    const facts = { id: hex.encode(random(ID_BYTES)), chainId, now: clock() }
    const [event] = await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
      withTrouble(events, trouble, facts),
    )
    changed()
    if (event === undefined) throw new Error('A noted event is missing.')
    return { kind: 'blocked', event }
  }
  if (answer.kind === 'unconfirmed' && known.keys.length === 0)
    throw new NetworkError('network/unconfirmed-key')
  if (answer.kind !== 'agreed' && answer.kind !== 'unconfirmed') throw new Error('A trouble went unnoticed.')
  const stored = await keepKey(parts, chainId, base64.encode(answer.key))
  const ready = readyState(stored)
  if (ready === undefined) throw new Error('A kept key is missing.')
  return ready
}

/** The nodes serve the newest key, or the first one ever. */
async function keepKey(
  { store, sealer, clock, changed }: TxKeysParts,
  chainId: string,
  key: string,
): Promise<StoredTxKeys> {
  const now = clock()
  const stored = await updateSealed(
    store,
    sealer,
    KEYS.txKeys,
    ({ keys }) => ({
      keys: keys.at(-1)?.key === key ? keys : [...keys, { key, since: now }],
      checkedAt: now,
    }),
    chainId,
  )
  const events = await readSealed(store, sealer, KEYS.securityEvents)
  if (blockingEvent(events, chainId) !== undefined) {
    await updateSealed(store, sealer, KEYS.securityEvents, (found) => withoutTrouble(found, chainId))
    changed()
  }
  return stored
}

async function decide(parts: TxKeysParts, id: string, decision: 'accept' | 'keep-blocked'): Promise<void> {
  const { store, sealer } = parts
  const events = await readSealed(store, sealer, KEYS.securityEvents)
  const event = events.find((found) => found.id === id)
  if (event === undefined || !isBlocking(event)) throw new NetworkError('network/no-event')
  if (decision === 'accept') {
    if (!canAccept(event)) throw new NetworkError('network/not-acceptable')
    await keepKey(parts, event.chainId, event.offered)
  }
  const state = decision === 'accept' ? 'accepted' : 'kept'
  await updateSealed(store, sealer, KEYS.securityEvents, (found) =>
    found.map((candidate) => (candidate.id === id ? { ...candidate, state } : candidate)),
  )
  parts.changed()
}

function readyState(stored: StoredTxKeys): TxKeyState | undefined {
  const knownKeys = newestFirst(stored)
  const [key] = knownKeys
  return key === undefined ? undefined : { kind: 'ready', key, knownKeys, firstUse: knownKeys.length === 1 }
}

function newestFirst({ keys }: StoredTxKeys): Uint8Array[] {
  const texts = new Set(keys.map(({ key }) => key).reverse())
  return [...texts].map((text) => base64.decode(text))
}

/** A clock that was set back makes everything old. */
function isWithin(then: number, now: number, span: number): boolean {
  return now >= then && now - then < span
}
