import type { PageMethod, PageResults } from '../../messages/page'
import { calls } from './calls'
import { keplrError, PROVIDER_WORDS } from './keplr-errors'
import { emptyRecord } from './natives'
import { PageFailure } from './page-failure'
import type { Call, Wire } from './wire'

/** Sends one call in the manner that dApps of this surface expect. `prepare` reads the parameters, at once. */
export interface KeplrSession {
  ask<M extends PageMethod>(
    chainId: string,
    prepare: () => Call<M>,
    words?: typeof PROVIDER_WORDS,
  ): Promise<PageResults[M]>
}

/** A call to a chain that the site is not connected to asks for the connection first, and once for all calls. */
export function openSession(wire: Wire): KeplrSession {
  const connecting = emptyRecord<Promise<unknown>>()

  function connect(chainId: string): Promise<unknown> {
    const open = connecting[chainId]
    if (open !== undefined) return open
    const connection = connectAnew(chainId)
    connecting[chainId] = connection
    return connection
  }

  async function connectAnew(chainId: string): Promise<void> {
    try {
      await wire.send(calls.connect(chainId))
    } finally {
      delete connecting[chainId]
    }
  }

  async function send<M extends PageMethod>(chainId: string, call: Call<M>): Promise<PageResults[M]> {
    try {
      return await wire.send(call)
    } catch (error) {
      const isClosed = error instanceof PageFailure && error.code === 'not-connected'
      if (!isClosed || call.method === 'connect' || call.method === 'disconnect') throw error
    }
    await connect(chainId)
    return wire.send(call)
  }

  return {
    ask: async (chainId, prepare, words = PROVIDER_WORDS) => {
      try {
        return await send(chainId, prepare())
      } catch (error) {
        throw keplrError(error, chainId, words)
      }
    },
  }
}
