import type { PageOutcome } from '../../messages/page'
import type { Subject } from './approval-schema'

/** What becomes of a call: an outcome at once, or a question for the person of that account. */
export type Decision =
  | { readonly kind: 'outcome'; readonly outcome: PageOutcome }
  | { readonly kind: 'ask'; readonly subject: Subject; readonly account: string }
