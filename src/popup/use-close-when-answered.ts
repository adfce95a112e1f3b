import { useEffect } from 'react'
import type { View } from '../messages/popup'
import type { Platform } from './platform'

/** What is asked next gets this long to arrive: right after unlocking, and after a yes that leads to another question. */
const GRACE_MS = 600

/** Closes the window for approvals once nothing is left to answer, should the background not have closed it before. */
export function useCloseWhenAnswered(view: View | undefined, platform: Platform): void {
  const waiting = countWaiting(view)
  useEffect(() => {
    if (platform.mode !== 'approval' || waiting !== 0) return
    const timer = setTimeout(() => platform.closeWindow(), GRACE_MS)
    return () => clearTimeout(timer)
  }, [platform, waiting])
}

/** How many requests wait; undefined while that cannot be known or something else needs the person. */
function countWaiting(view: View | undefined): number | undefined {
  if (view?.kind === 'unlocked') return view.approvals.length
  if (view?.kind === 'locked') return view.waitingSites.length
  return undefined
}
