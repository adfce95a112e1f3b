/** Which key a network's messages are encrypted to, and when nothing is encrypted at all. */
import { base64 } from '@scure/base'
import { ChainError } from '../../chain/index'
import { KEYS } from '../storage/keys'
import { readSealed, updateSealed } from '../storage/stored'
import { VaultError } from '../vault/vault-error'
import { NetworkError } from './network-error'
import type { SecurityEvent } from './security-event-schema'
import { blockingEvent } from './security-events'
import { askTxKey, CROSS_CHECK_MS, type TxKeysParts } from './tx-key-check'
import type { StoredTxKeys } from './tx-key-schema'

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
  /** What a message must be sealed to for the network to read it now: waits two seconds at most, then goes by what is known. */
  currentTxKey(chainId: string): Promise<TxKeyState | undefined>
  /** Newest first. */
  knownTxKeys(chainId: string): Promise<readonly Uint8Array[]>
  /** When the newest key took another's place; undefined when it is the only one ever seen. */
  txKeyChangedAt(chainId: string): Promise<number | undefined>
  /** Asks again where an hour has passed or a change waits to be confirmed. A network that was never used is not asked. */
  crossCheck(chainId: string): Promise<void>
  /** Other nodes are asked now: what the earlier ones said has to be confirmed. */
  recheckTxKey(chainId: string): Promise<void>
}

/** So long an answer is taken as it is. */
const FRESH_MS = 10 * 60_000
/** How soon nodes that were in trouble are asked again. */
const ASK_AGAIN_MS = 10_000
const WAIT_AT_APPROVAL_MS = 2000

export function createTxKeys(parts: TxKeysParts): TxKeys {
  const { store, sealer, clock } = parts
  const pending = new Map<string, Promise<TxKeyState>>()

  function ask(chainId: string, stored: StoredTxKeys): Promise<TxKeyState> {
    const running = pending.get(chainId)
    if (running !== undefined) return running
    const asked = askAsState(chainId, stored).finally(() => {
      if (pending.get(chainId) === asked) pending.delete(chainId)
    })
    pending.set(chainId, asked)
    return asked
  }

  async function askAsState(chainId: string, stored: StoredTxKeys): Promise<TxKeyState> {
    const checked = await askTxKey(parts, chainId, stored)
    if (checked.kind === 'blocked') return checked
    const ready = readyState(checked.stored)
    if (ready === undefined) throw new Error('A kept key is missing.')
    return ready
  }

  /** `patienceMs` is how old an agreed answer may be without waiting for another one. */
  async function state(chainId: string, patienceMs: number): Promise<TxKeyState> {
    const known = await readKnown(parts, chainId)
    const { stored, event } = known
    if (event !== undefined && isWithin(event.checkedAt, clock(), ASK_AGAIN_MS))
      return { kind: 'blocked', event }
    const ready = event === undefined ? readyState(stored) : undefined
    if (ready === undefined) return await ask(chainId, stored)
    if (isWithin(stored.checkedAt, clock(), FRESH_MS)) return ready
    if (!isWithin(stored.confirmed.at, clock(), patienceMs)) return await ask(chainId, stored)
    void quietly(ask(chainId, stored))
    return ready
  }

  return {
    txKey: (chainId) => state(chainId, CROSS_CHECK_MS),

    async currentTxKey(chainId) {
      const limit = new Promise<undefined>((resolve) => {
        parts.after(WAIT_AT_APPROVAL_MS, () => resolve(undefined))
      })
      const asked = await Promise.race([quietly(state(chainId, FRESH_MS)), limit])
      if (asked !== undefined) return asked
      const { stored, event } = await readKnown(parts, chainId)
      return event === undefined ? readyState(stored) : { kind: 'blocked', event }
    },

    async knownTxKeys(chainId) {
      return newestFirst(await readSealed(store, sealer, KEYS.txKeys, chainId))
    },
    async txKeyChangedAt(chainId) {
      const { keys } = await readSealed(store, sealer, KEYS.txKeys, chainId)
      return keys.length > 1 ? keys.at(-1)?.firstSeen.at : undefined
    },

    async crossCheck(chainId) {
      const { stored, event } = await readKnown(parts, chainId)
      if (stored.keys.length === 0) return
      const isDue =
        event === undefined
          ? !isWithin(stored.confirmed.at, clock(), CROSS_CHECK_MS)
          : !isWithin(event.checkedAt, clock(), ASK_AGAIN_MS)
      if (isDue) await quietly(ask(chainId, stored))
    },

    async recheckTxKey(chainId) {
      pending.delete(chainId)
      await updateSealed(store, sealer, KEYS.txKeys, outdated, chainId)
      await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
        events.map((event) => (event.chainId === chainId ? { ...event, checkedAt: 0 } : event)),
      )
    },
  }
}

interface Known {
  readonly stored: StoredTxKeys
  readonly event: SecurityEvent | undefined
}

async function readKnown({ store, sealer }: TxKeysParts, chainId: string): Promise<Known> {
  const [stored, events] = await Promise.all([
    readSealed(store, sealer, KEYS.txKeys, chainId),
    readSealed(store, sealer, KEYS.securityEvents),
  ])
  return { stored, event: blockingEvent(events, chainId) }
}

function outdated(stored: StoredTxKeys): StoredTxKeys {
  return { ...stored, checkedAt: 0, confirmed: { ...stored.confirmed, at: 0 } }
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

/** For questions whose answer is noted when it comes: no node, or a lock meanwhile, only means that there is none yet. */
async function quietly<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ChainError || error instanceof NetworkError || error instanceof VaultError)
      return undefined
    throw error
  }
}

/** A clock that was set back makes everything old. */
function isWithin(then: number, now: number, span: number): boolean {
  return now >= then && now - then < span
}
