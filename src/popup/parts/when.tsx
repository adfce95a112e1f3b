import { type ReactNode, useEffect, useState } from 'react'
import { usePopup } from '../popup-context'
import { exactTime, relativeTime } from './relative-time'

const TICK_MS = 30_000

/** How long ago, with the exact time at hand. */
export function When({ at }: { at: number }): ReactNode {
  const now = useNow()
  return (
    <time dateTime={isoTime(at)} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  )
}

function useNow(): number {
  const { platform } = usePopup()
  const [now, setNow] = useState(() => platform.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(platform.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [platform])
  return now
}

function isoTime(at: number): string | undefined {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
