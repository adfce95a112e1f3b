import type { VaultStatus } from '../vault/vault'
import type { Admission } from './admission'
import type { Question } from './approval-schema'

/** As long as Approve sleeps on the screen after a change. */
const READING_MS = 500

/** What just became something else was not read by whoever says yes now. */
export function isFresh({ changedAt }: Question, now: number): boolean {
  return changedAt !== undefined && Math.abs(now - changedAt) < READING_MS
}

export function isNew({ kind }: Admission): boolean {
  return kind === 'new'
}

/**
 * What the person has still to answer or, while the wallet is locked, to open it for. After a yes the calls are only decided
 * again: a window that closes meanwhile is no answer.
 */
export function isOpenWhile(status: VaultStatus): (question: Question) => boolean {
  return ({ subject }) => !(status === 'unlocked' && subject.kind === 'resume')
}
