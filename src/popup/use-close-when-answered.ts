import { useEffect, useRef } from 'react'
import type { View } from '../messages/popup'
import type { Platform } from './platform'

/** A queue that was not seen yet gets this long to arrive, above all right after unlocking. */
const GRACE_MS = 600

/** Closes the window for approvals once nothing is left to answer. */
export function useCloseWhenAnswered(view: View | undefined, platform: Platform): void {
  const seen = useRef(false)
  const waiting = countWaiting(view)
  const answering = view?.kind === 'unlocked' && view.approvals.length > 0
  useEffect(() => {
    if (answering) seen.current = true
    if (platform.mode !== 'approval' || waiting !== 0) return
    const timer = setTimeout(() => platform.closeWindow(), seen.current ? 0 : GRACE_MS)
    return () => clearTimeout(timer)
  }, [platform, waiting, answering])
}

/** How many requests wait; undefined while that cannot be known or something else needs the person. */
function countWaiting(view: View | undefined): number | undefined {
  if (view?.kind === 'unlocked') return view.approvals.length
  if (view?.kind === 'locked') return view.waitingSites.length
  return undefined
}
