import { useEffect, useState } from 'react'
import type { ActivityEntry, ActivityStatus } from '../../messages/popup'
import { usePopup } from '../popup-context'

export type EntryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly entry: ActivityEntry }
  | { readonly kind: 'failed'; readonly message: string }

/** Reads one entry, and reads it again when its status changes; what is shown stays until the new one is there. */
export function useEntry(id: string, status: ActivityStatus | undefined): EntryState {
  const { ask } = usePopup()
  const [state, setState] = useState<EntryState>({ kind: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of status is the reason to read again
  useEffect(() => {
    let stale = false
    async function read(): Promise<void> {
      const reply = await ask('getEntry', { id })
      if (stale) return
      if (reply.kind === 'result') setState({ kind: 'ready', entry: reply.value })
      else
        setState((last) => (last.kind === 'ready' ? last : { kind: 'failed', message: reply.error.message }))
    }
    void read()
    return () => {
      stale = true
    }
  }, [ask, id, status])
  return state
}
