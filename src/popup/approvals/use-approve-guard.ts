import { useEffect, useLayoutEffect, useState } from 'react'
import { ApproveGuard } from './approve-guard'

const LOOK_AGAIN_MS = 50

interface GuardState {
  readonly guard: ApproveGuard
  /** For the look of the button; what counts is asked from the guard at the press itself. */
  readonly open: boolean
}

/** A guard that restarts with the first paint, every focus, every resize or move and every change of `content`. */
export function useApproveGuard(content: string): GuardState {
  const [guard] = useState(() => new ApproveGuard(() => performance.now()))
  const [open, setOpen] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of content is what this waits for
  useLayoutEffect(() => {
    guard.shut()
    setOpen(false)
    // The half second counts from when the content can be seen, so from the frame that shows it.
    const frame = requestAnimationFrame(() => guard.restart())
    return () => cancelAnimationFrame(frame)
  }, [guard, content])

  useEffect(() => {
    function restart(): void {
      guard.restart()
      setOpen(false)
    }
    window.addEventListener('focus', restart)
    window.addEventListener('resize', restart)
    document.addEventListener('visibilitychange', restart)
    let place = placeOfWindow()
    const timer = setInterval(() => {
      // No event tells of a window that was moved, and one that comes under the pointer must wait like a new one.
      if (place !== placeOfWindow()) restart()
      place = placeOfWindow()
      setOpen(guard.isOpen())
    }, LOOK_AGAIN_MS)
    return () => {
      window.removeEventListener('focus', restart)
      window.removeEventListener('resize', restart)
      document.removeEventListener('visibilitychange', restart)
      clearInterval(timer)
    }
  }, [guard])

  return { guard, open }
}

function placeOfWindow(): string {
  return `${window.screenX} ${window.screenY}`
}
