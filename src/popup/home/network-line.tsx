import { RefreshCw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { NetworkView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { IconButton } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { usePopup } from '../popup-context'
import css from './network-line.module.css'

const HEALTH = { unknown: 'Not asked yet', online: 'Online', behind: 'Behind', offline: 'Offline' } as const

export function NetworkLine({ network }: { network: NetworkView }): ReactNode {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)

  async function refresh(): Promise<void> {
    if (busy) return
    setBusy(true)
    const reply = await ask('refresh', {})
    setBusy(false)
    announce(reply.kind === 'result' ? 'Up to date.' : reply.error.message)
  }

  return (
    <div className={css['line']}>
      <span className={`${css['dot']} ${css[network.health]}`} aria-hidden="true" />
      <p className={css['name']}>
        <PlainText text={network.name} />
        {network.testnet && <span className={css['testnet']}>Test network</span>}
      </p>
      <p className={css['height']}>
        {network.health === 'online' && network.height !== undefined
          ? `Block ${network.height}`
          : HEALTH[network.health]}
      </p>
      <IconButton label="Refresh" aria-busy={busy} onClick={refresh}>
        <RefreshCw className={busy ? css['turning'] : undefined} size={15} strokeWidth={1.7} />
      </IconButton>
    </div>
  )
}
