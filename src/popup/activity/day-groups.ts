import type { ActivitySummary } from '../../messages/popup'

export interface DayGroup {
  readonly day: string
  readonly items: readonly ActivitySummary[]
}

/** Puts activity, newest first, under the days it happened on, in the person's own time zone. */
export function groupByDay(items: readonly ActivitySummary[], now: number): readonly DayGroup[] {
  const groups: { day: string; items: ActivitySummary[] }[] = []
  for (const item of items) {
    const day = dayName(item.createdAt, now)
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, items: [item] })
  }
  return groups
}

function dayName(at: number, now: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'Unknown day'
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (date.toDateString() === today.toDateString()) return 'Today'
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday'
  const sameYear = date.getFullYear() === today.getFullYear()
  return date.toLocaleDateString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
