import { DataKey } from '../../crypto/index'
import type { Alarms } from '../platform'
import { KEYS } from '../storage/keys'
import { isPassing, StorageError } from '../storage/storage-error'
import { readStored, type Store, updateStored } from '../storage/stored'
import type { StoredSession } from './vault-schema'

export const LOCK_ALARM = 'auto-lock'
/** Clocks are corrected by moments all the time; what is beyond that was set back. */
const CLOCK_SLACK = 60_000
/** Moving the time of locking by less than this is not worth a write. */
const WORTH_MOVING = 5_000

export interface OpenSession {
  readonly dataKey: DataKey
  readonly times: Times
}

interface Times {
  readonly unlockedAt: number
  readonly lockAt: number
  readonly lockAfter: number
}

export type SessionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly session: OpenSession }
  /** It is past its time: whoever sees this locks. */
  | { readonly kind: 'over' }

interface SessionParts {
  readonly store: Store
  readonly alarms: Alarms
  readonly clock: () => number
}

export interface VaultSession {
  state(): Promise<SessionState>
  begin(dataKey: DataKey, lockAfter: number): Promise<void>
  /** Moves the time of locking. Does nothing when there is no session. */
  extend(lockAfter: number): Promise<void>
  end(): Promise<void>
}

/**
 * The time between unlocking and locking. It outlives the worker in session storage, which the browser keeps in memory
 * and shows to our own contexts alone.
 */
export function createVaultSession({ store, alarms, clock }: SessionParts): VaultSession {
  let open: OpenSession | undefined
  let loading: Promise<void> | undefined
  /** Counts beginnings and ends, so that a slow load cannot bring back what has ended. */
  let epoch = 0

  async function load(): Promise<void> {
    const started = epoch
    const stored = await storedSession(store)
    const dataKey = stored === undefined ? undefined : DataKey.fromSession(stored.dataKey)
    if (epoch !== started) {
      dataKey?.wipe()
      return
    }
    if (stored !== undefined && dataKey !== undefined) open = { dataKey, times: stored }
  }

  /** Writes what memory says at that moment, so that whichever of two changes comes last is what stays. */
  async function keep(): Promise<void> {
    await updateStored(store, KEYS.session, () =>
      open === undefined ? null : { dataKey: open.dataKey.toSession(), ...open.times },
    )
    if (open === undefined) await alarms.clear(LOCK_ALARM)
    else await alarms.set(LOCK_ALARM, open.times.lockAt)
  }

  async function state(): Promise<SessionState> {
    if (open === undefined) {
      loading ??= load()
      await loading
    }
    if (open === undefined) return { kind: 'none' }
    return isOver(open.times, clock()) ? { kind: 'over' } : { kind: 'open', session: open }
  }

  return {
    state,
    async begin(dataKey, lockAfter) {
      epoch += 1
      const now = clock()
      open = { dataKey, times: { unlockedAt: now, lockAt: now + lockAfter, lockAfter } }
      await keep()
    },
    async extend(lockAfter) {
      const current = await state()
      if (current.kind !== 'open' || open !== current.session) return
      const { dataKey, times } = current.session
      const lockAt = clock() + lockAfter
      if (lockAfter === times.lockAfter && Math.abs(lockAt - times.lockAt) < WORTH_MOVING) return
      open = { dataKey, times: { unlockedAt: times.unlockedAt, lockAt, lockAfter } }
      await keep()
    },
    async end() {
      epoch += 1
      open?.dataKey.wipe()
      open = undefined
      loading = Promise.resolve()
      await keep()
    },
  }
}

/** A session record that cannot be read means locked: the password brings everything back. */
async function storedSession(store: Store): Promise<StoredSession | undefined> {
  try {
    return (await readStored(store, KEYS.session)) ?? undefined
  } catch (error) {
    // Nothing that was never given is a key that cannot be read.
    if (error instanceof StorageError && !isPassing(error)) return undefined
    throw error
  }
}

/** True after the time of locking, and when the clock was set back, which would otherwise put it off. */
function isOver({ unlockedAt, lockAt, lockAfter }: Times, now: number): boolean {
  return now >= lockAt || now < unlockedAt || lockAt - now > lockAfter + CLOCK_SLACK
}
