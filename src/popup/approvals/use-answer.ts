import { useState } from 'react'
import { usePopup } from '../popup-context'

export interface Answer {
  readonly busy: 'approve' | 'reject' | undefined
  readonly error: string | undefined
  readonly approve: () => Promise<void>
  readonly reject: () => Promise<void>
}

/** Answers one request by its id alone. After a success the next view takes the request away. */
export function useAnswer(id: string): Answer {
  const { ask } = usePopup()
  const [busy, setBusy] = useState<Answer['busy']>()
  const [error, setError] = useState<string>()

  async function answer(method: 'approve' | 'reject'): Promise<void> {
    if (busy !== undefined) return
    setBusy(method)
    setError(undefined)
    const reply = await ask(method, { id })
    if (reply.kind === 'result') return
    setBusy(undefined)
    setError(reply.error.message)
  }

  return { busy, error, approve: () => answer('approve'), reject: () => answer('reject') }
}
