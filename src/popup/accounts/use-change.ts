import { useState } from 'react'
import type { PopupError, PopupMethod, PopupParams, PopupResults } from '../../messages/popup'
import { usePopup } from '../popup-context'

interface Change {
  readonly busy: boolean
  readonly error: PopupError | undefined
  readonly clear: () => void
  /** Asks for it; undefined when it was refused, and then `error` says why. */
  readonly run: <M extends PopupMethod>(
    method: M,
    params: PopupParams[M],
  ) => Promise<{ readonly value: PopupResults[M] } | undefined>
}

/** One thing that is asked of the background at a time. */
export function useChange(): Change {
  const { ask } = usePopup()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<PopupError>()

  return {
    busy,
    error,
    clear: () => setError(undefined),
    async run(method, params) {
      setBusy(true)
      setError(undefined)
      const reply = await ask(method, params)
      setBusy(false)
      if (reply.kind === 'result') return { value: reply.value }
      setError(reply.error)
      return undefined
    },
  }
}
