import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePopup, useView } from '../popup-context'
import { IconButton } from './button'

/** Locks the wallet at once; nothing while there is nothing open. */
export function LockButton(): ReactNode {
  const { ask } = usePopup()
  const view = useView()
  if (view?.kind !== 'unlocked') return null
  return (
    <IconButton label="Lock" onClick={() => ask('lock', {})}>
      <Lock size={17} strokeWidth={1.6} />
    </IconButton>
  )
}
