import { KEYS } from '../storage/keys'
import { readStored, type Store, writeStored } from '../storage/stored'
import { VaultError } from './vault-error'
import type { Attempts } from './vault-schema'

/** Slips of the finger that cost nothing. */
const FREE_ATTEMPTS = 3
const FIRST_DELAY_MS = 2_000
const LONGEST_DELAY_MS = 300_000

/** Makes guessing at the keyboard slow: every wrong password lengthens the wait for the next, over restarts too. */
export interface PasswordAttempts {
  /** Milliseconds since 1970; undefined when an attempt may be made now. */
  retryAt(): Promise<number | undefined>
  /** Runs what tries a password. Throws `vault/wait` when it is too early, and what the try throws. */
  attempt<R>(attempt: () => Promise<R>): Promise<R>
}

interface AttemptsParts {
  readonly store: Store
  readonly clock: () => number
}

export function createPasswordAttempts({ store, clock }: AttemptsParts): PasswordAttempts {
  async function read(): Promise<Attempts> {
    const attempts = await readStored(store, KEYS.attempts)
    // A clock that was set back would make the wait as long as it was set back by.
    if (attempts.lastAt <= clock()) return attempts
    const corrected = { ...attempts, lastAt: clock() }
    await write(corrected)
    return corrected
  }

  async function write(attempts: Attempts): Promise<void> {
    await writeStored(store, KEYS.attempts, attempts)
  }

  async function retryAt(): Promise<number | undefined> {
    const attempts = await read()
    const at = attempts.lastAt + delayAfter(attempts.failures)
    return at > clock() ? at : undefined
  }

  return {
    retryAt,
    async attempt(attempt) {
      const at = await retryAt()
      if (at !== undefined) throw waiting(at - clock())
      const before = await read()
      // Counted before it is tried: killing the worker in time must not make a guess free.
      await write({ failures: before.failures + 1, lastAt: clock() })
      try {
        const result = await attempt()
        await write({ failures: 0, lastAt: 0 })
        return result
      } catch (error) {
        if (!(error instanceof VaultError && error.code === 'vault/wrong-password')) await write(before)
        throw error
      }
    },
  }
}

function delayAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures - FREE_ATTEMPTS, 20))
}

function waiting(milliseconds: number): VaultError {
  const seconds = Math.ceil(milliseconds / 1000)
  const time = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return new VaultError('vault/wait', { more: `Try again in ${time}.` })
}
