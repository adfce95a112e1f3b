import { useState } from 'react'
import type { PopupMethod, PopupReply } from '../messages/popup'
import { useAnnounce } from './parts/announcer'

interface Request {
  /** What the background said went wrong with the last one. */
  readonly error: string | undefined
  readonly busy: boolean
  /** Waits for one request; `done` is said when it worked. Gives the reply. */
  readonly run: <M extends PopupMethod>(
    asked: Promise<PopupReply<M>>,
    done?: string,
  ) => Promise<PopupReply<M>>
  readonly clearError: () => void
}

/** One request at a time, with its error where it was made. */
export function useRequest(): Request {
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function run<M extends PopupMethod>(
    asked: Promise<PopupReply<M>>,
    done?: string,
  ): Promise<PopupReply<M>> {
    setError(undefined)
    setBusy(true)
    const reply = await asked
    setBusy(false)
    if (reply.kind === 'error') setError(reply.error.message)
    else if (done !== undefined) announce(done)
    return reply
  }

  return { error, busy, run, clearError: () => setError(undefined) }
}
