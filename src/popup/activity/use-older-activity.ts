import { useState } from 'react'
import type { ActivitySummary, UnlockedView } from '../../messages/popup'
import { usePopup } from '../popup-context'

export interface OlderActivity {
  readonly items: readonly ActivitySummary[]
  readonly more: boolean
  readonly busy: boolean
  readonly error: string | undefined
  readonly load: () => Promise<void>
}

interface Loaded {
  readonly scope: string
  readonly items: readonly ActivitySummary[]
  readonly more: boolean
}

/** The pages of activity behind the view's first one; they belong to one account on one network. */
export function useOlderActivity(view: UnlockedView): OlderActivity {
  const { ask } = usePopup()
  const scope = `${view.network.chainId} ${view.account.address}`
  const [loaded, setLoaded] = useState<Loaded>({ scope, items: [], more: view.moreActivity })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const pages = loaded.scope === scope && loaded.items.length > 0 ? loaded : undefined
  const known = new Set(view.activity.map(({ id }) => id))
  const items = (pages?.items ?? []).filter(({ id }) => !known.has(id))

  async function load(): Promise<void> {
    const last = items.at(-1) ?? view.activity.at(-1)
    if (last === undefined || busy) return
    setBusy(true)
    setError(undefined)
    const reply = await ask('moreActivity', { after: last.id })
    setBusy(false)
    if (reply.kind === 'error') return setError(reply.error.message)
    setLoaded({ scope, items: [...items, ...reply.value.items], more: reply.value.more })
  }

  return { items, more: pages?.more ?? view.moreActivity, busy, error, load }
}
