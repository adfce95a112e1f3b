import { useState } from 'react'
import type { FeeChoice } from '../../messages/popup'
import { usePopup } from '../popup-context'

/** The person's changes to the fee of one request. */
export interface FeeChange {
  /** While a choice is on its way, what is on the screen is no longer what would be signed. */
  readonly busy: boolean
  /** How many choices were answered: each makes another document to look at. */
  readonly count: number
  readonly error: string | undefined
  readonly choose: (choice: FeeChoice) => Promise<void>
}

export function useFeeChange(id: string): FeeChange {
  const { ask } = usePopup()
  const [busy, setBusy] = useState(false)
  const [count, setCount] = useState(0)
  const [error, setError] = useState<string>()

  async function choose(choice: FeeChoice): Promise<void> {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const reply = await ask('chooseFee', { id, choice })
    if (reply.kind === 'error') setError(reply.error.message)
    setCount((before) => before + 1)
    setBusy(false)
  }

  return { busy, count, error, choose }
}
