import type { PageMethod, PageResults } from '../../messages/page'
import { keplrError, PROVIDER_WORDS } from './keplr-errors'
import type { Call, Wire } from './wire'

/** Sends one call and rejects in the sentences that dApps of this surface know. `prepare` reads the parameters, at once. */
export interface KeplrSession {
  ask<M extends PageMethod>(
    chainIds: unknown,
    prepare: () => Call<M>,
    words?: typeof PROVIDER_WORDS,
  ): Promise<PageResults[M]>
}

/** A call to a chain that the site is not connected to needs no care here: the wallet asks for the connection first. */
export function openSession(wire: Wire): KeplrSession {
  return {
    ask: async (chainIds, prepare, words = PROVIDER_WORDS) => {
      try {
        return await wire.send(prepare())
      } catch (error) {
        throw keplrError(error, chainIds, words)
      }
    },
  }
}
