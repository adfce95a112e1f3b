import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react'

/** Whether something secret may be seen just now, and the two ways to say so. */
export interface Cover {
  readonly lifted: boolean
  /** Lifted without anybody holding anything, for hands that cannot hold. */
  readonly pinned: boolean
  readonly togglePinned: () => void
  /** What the button gets that lifts the cover while it is held. */
  readonly hold: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onContextMenu: (event: { preventDefault(): void }) => void
  }
}

/** A cover that is down unless it is held up, and that falls when the window is left. */
export function useCover(): Cover {
  const [held, setHeld] = useState(false)
  const [pinned, setPinned] = useState(false)

  useEffect(() => {
    function fall(): void {
      setHeld(false)
      setPinned(false)
    }
    window.addEventListener('blur', fall)
    document.addEventListener('visibilitychange', fall)
    return () => {
      window.removeEventListener('blur', fall)
      document.removeEventListener('visibilitychange', fall)
    }
  }, [])

  useEffect(() => {
    if (!held) return
    const release = (): void => setHeld(false)
    // On the window: a finger that slid off the button lets go all the same.
    const events = ['pointerup', 'pointercancel', 'keyup'] as const
    for (const event of events) window.addEventListener(event, release)
    return () => {
      for (const event of events) window.removeEventListener(event, release)
    }
  }, [held])

  return {
    lifted: held || pinned,
    pinned,
    togglePinned: () => setPinned(!pinned),
    hold: {
      onPointerDown: ({ button }) => setHeld(button === 0),
      onKeyDown: (event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        setHeld(true)
      },
      // A finger held down would open the browser's menu.
      onContextMenu: (event) => event.preventDefault(),
    },
  }
}
