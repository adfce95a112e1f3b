const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Words for how long before `now` something was; both in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  const past = now - at
  if (past < MINUTE) return 'just now'
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`
  if (past < DAY) return `${Math.floor(past / HOUR)} h ago`
  if (past < 2 * DAY) return 'yesterday'
  if (past < 7 * DAY) return `${Math.floor(past / DAY)} days ago`
  return dateText(at)
}

/** The exact time in the person's own way of writing it. */
export function exactTime(at: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'unknown time'
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
}

function dateText(at: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'unknown time'
  return date.toLocaleDateString(undefined, { dateStyle: 'medium' })
}
