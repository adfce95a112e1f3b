import { useEffect, useReducer } from 'react'
import { usePopup } from '../popup-context'

const TICK_MS = 250

/** Whole seconds, rounded up, until a time in milliseconds since 1970; 0 when it has come or there is none. */
export function useSecondsUntil(time: number | undefined): number {
  const { platform } = usePopup()
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  const seconds = time === undefined ? 0 : Math.max(0, Math.ceil((time - platform.now()) / 1000))
  const counts = seconds > 0
  useEffect(() => {
    if (!counts) return
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [counts])
  return seconds
}
