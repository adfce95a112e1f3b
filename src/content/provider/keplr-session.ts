import type { Sotto } from '../../../types/index.d.ts'
import { keplrError, PROVIDER_WORDS } from './keplr-errors'
import { asFailure, badRequest } from './page-failure'

/** Our own surface, and a way to call it that rejects in the sentences which dApps of the other shape know. */
export interface KeplrSession {
  readonly sotto: Sotto
  /** `run` reads its parameters at once. */
  ask<T>(run: () => Promise<T>, words?: typeof PROVIDER_WORDS): Promise<T>
}

/**
 * A call to a chain that the site is not connected to needs no care here: the wallet asks for the connection first.
 * `notHere` is called when the person does not want the wallet on this site.
 */
export function openSession(sotto: Sotto, notHere: () => void): KeplrSession {
  return {
    sotto,
    ask: async (run, words = PROVIDER_WORDS) => {
      try {
        return await run()
      } catch (error) {
        const failure = asFailure(error)
        if (failure.code === 'not-here') notHere()
        throw keplrError(failure, words)
      }
    },
  }
}

/** Refuses a missing parameter in the words of the method that misses it. */
export function need(value: unknown, message: string): void {
  if (!value) throw badRequest(message)
}
