/** A site that was told no three times in a row has to be quiet for a while. */
import type { Origin } from '../../domain/index'
import type { ApprovalState } from './approval-schema'

type Rejections = ApprovalState['rejections']

const IN_A_ROW_MS = 30_000
const MUTE_MS = 60_000
const REJECTIONS_TO_MUTE = 3

export function isMuted(rejections: Rejections, origin: Origin, now: number): boolean {
  const found = rejections.find((candidate) => candidate.origin === origin)
  return (
    found !== undefined && found.count >= REJECTIONS_TO_MUTE && isWithin(found.lastAt, { now, span: MUTE_MS })
  )
}

/** Counts one more no of the person to that origin. */
export function withRejection(rejections: Rejections, origin: Origin, now: number): Rejections {
  const recent = rejections.filter(({ lastAt }) => isWithin(lastAt, { now, span: MUTE_MS }))
  const before = recent.find((candidate) => candidate.origin === origin)
  const inARow = before !== undefined && isWithin(before.lastAt, { now, span: IN_A_ROW_MS })
  const count = inARow ? before.count + 1 : 1
  return [...recent.filter((candidate) => candidate !== before), { origin, count, lastAt: now }]
}

/** A clock that was set back ends a mute instead of making it last. */
function isWithin(then: number, { now, span }: { readonly now: number; readonly span: number }): boolean {
  return now >= then && now - then <= span
}
