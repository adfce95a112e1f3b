import { useState } from 'react'
import type { FoundAccount } from '../../messages/popup'
import { usePopup } from '../popup-context'

export interface AddFound {
  /** The addresses that are ticked and not in the wallet yet. */
  readonly chosen: ReadonlySet<string>
  readonly choose: (address: string, ticked: boolean) => void
  /** Adds what is chosen, one after the other. `complete` is false when one was refused. */
  readonly add: () => Promise<{ readonly added: number; readonly complete: boolean }>
  readonly busy: boolean
  readonly error: string | undefined
}

/** Every account in use is chosen until the person says otherwise. */
export function useAddFound(secretId: string, accounts: readonly FoundAccount[]): AddFound {
  const { ask } = usePopup()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const wanted = accounts.filter(({ address, used, known }) => used && !known && !left.has(address))

  async function add(): Promise<{ added: number; complete: boolean }> {
    setBusy(true)
    setError(undefined)
    let added = 0
    for (const { path } of wanted) {
      const reply = await ask('addAccount', { secretId, path })
      if (reply.kind === 'error') {
        setError(reply.error.message)
        break
      }
      added += 1
    }
    setBusy(false)
    return { added, complete: added === wanted.length }
  }

  function choose(address: string, ticked: boolean): void {
    const next = new Set(left)
    if (ticked) next.delete(address)
    else next.add(address)
    setLeft(next)
  }

  return { chosen: new Set(wanted.map(({ address }) => address)), choose, add, busy, error }
}
