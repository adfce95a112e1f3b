import { useEffect, useRef } from 'react'
import type { View } from '../messages/popup'
import type { Platform } from './platform'

const GRACE_MS = 400

/** Closes the window for approvals once nothing is left to answer; a queue that was never seen gets a moment to arrive. */
export function useCloseWhenAnswered(view: View | undefined, platform: Platform): void {
  const seen = useRef(false)
  const waiting = countWaiting(view)
  useEffect(() => {
    if (platform.mode !== 'approval' || waiting === undefined) return
    if (waiting > 0) {
      seen.current = true
      return
    }
    const timer = setTimeout(() => platform.closeWindow(), seen.current ? 0 : GRACE_MS)
    return () => clearTimeout(timer)
  }, [platform, waiting])
}

/** How many requests wait; undefined while that cannot be known or something else needs the person. */
function countWaiting(view: View | undefined): number | undefined {
  if (view?.kind === 'unlocked') return view.approvals.length
  if (view?.kind === 'locked') return view.waitingSites.length
  return undefined
}
