/** How the stored approvals change once something was asked: pure steps from one state to the next. */
import type { PageOutcome } from '../../messages/page'
import type { ChosenFee } from '../fees/chosen-fee'
import { pageError } from '../page-errors'
import { type Admitted, admit, type NewQuestion } from './admission'
import {
  type Answer,
  type ApprovalState,
  type Question,
  type Subject,
  type SubjectOf,
  sameCall,
  type Waiting,
} from './approval-schema'
import { withRejection } from './muting'

/** The person's no: the question goes, and all of its calls are told `rejected`. */
export function rejected(state: ApprovalState, id: string, now: number): ApprovalState {
  const question = state.questions.find((candidate) => candidate.id === id)
  if (question === undefined) return state
  return {
    ...withdrawn(state, (candidate) => candidate === question),
    rejections: withRejection(state.rejections, question.origin, now),
  }
}

/** Ends questions without anybody having said no. */
export function withdrawn(state: ApprovalState, ends: (question: Question) => boolean): ApprovalState {
  const calls = state.questions.filter(ends).flatMap(({ waiting, behind }) => [...waiting, ...behind])
  return {
    ...state,
    questions: state.questions.filter((question) => !ends(question)),
    answers: [...state.answers, ...calls.map((call) => answerTo(call, pageError('rejected')))],
  }
}

/** After a yes: nothing more is asked here, and the calls are to be decided again. */
export function resumed(state: ApprovalState, id: string): ApprovalState {
  return changedQuestion(state, id, (question) => ({
    ...question,
    subject: { kind: 'resume' },
    waiting: [...question.waiting, ...question.behind],
    behind: [],
  }))
}

/** Gives one call its outcome. The very same state comes back when the call is no longer there. */
export function answered(
  state: ApprovalState,
  { id, waiting, outcome }: { readonly id: string; readonly waiting: Waiting; readonly outcome: PageOutcome },
): ApprovalState {
  const left = withoutCalls(state, (call, question) => question.id === id && sameCall(call, waiting))
  return left === state ? state : { ...left, answers: [...state.answers, answerTo(waiting, outcome)] }
}

/** Gives the calls of a question their outcomes, one each; calls that joined since wait on. */
export function answeredAll(
  state: ApprovalState,
  { id, waiting }: Question,
  outcomes: readonly PageOutcome[],
): ApprovalState {
  return outcomes.reduce((left, outcome, index) => {
    const call = waiting[index]
    return call === undefined ? left : answered(left, { id, waiting: call, outcome })
  }, state)
}

/** Moves one call from the question `from`, which is over, to the next one; when that cannot be asked, the call is refused. */
export function movedOn(state: ApprovalState, from: string, asked: NewQuestion): Admitted {
  const left = withoutCalls(state, (call, question) => question.id === from && sameCall(call, asked.waiting))
  if (left === state) return { state, admission: { kind: 'known' } }
  const { state: next, admission } = admit(left, asked)
  if (admission.kind !== 'refused') return { state: next, admission }
  const answer = answerTo(asked.waiting, pageError(admission.code))
  return { state: { ...next, answers: [...next.answers, answer] }, admission }
}

/** Notes the person's fee. What was shown is another document than this, so it has to be shown again. */
export function withFee(state: ApprovalState, id: string, fee: ChosenFee): ApprovalState {
  return changedQuestion(state, id, ({ reviewed: _shown, fee: _before, ...question }) => ({
    ...question,
    fee,
  }))
}

/** Notes what the person was shown, and when it became something else than before. */
export function reviewed(
  state: ApprovalState,
  id: string,
  { digest, now }: { readonly digest: string; readonly now: number },
): ApprovalState {
  return changedQuestion(state, id, (question) => {
    const isChange = question.reviewed !== undefined && question.reviewed !== digest
    return { ...question, reviewed: digest, ...(isChange ? { changedAt: now } : {}) }
  })
}

/** Changes what the person said so far in answer to a question of that kind; any other question stays as it is. */
export function revised<K extends Subject['kind']>(
  state: ApprovalState,
  { id, kind }: { readonly id: string; readonly kind: K },
  change: (subject: SubjectOf<K>, question: Question) => Partial<SubjectOf<K>>,
): ApprovalState {
  return changedQuestion(state, id, (question) => {
    const { subject } = question
    return isOf(subject, kind)
      ? { ...question, subject: { ...subject, ...change(subject, question) } }
      : question
  })
}

function isOf<K extends Subject['kind']>(subject: Subject, kind: K): subject is SubjectOf<K> {
  return subject.kind === kind
}

export function delivered(state: ApprovalState, done: Answer): ApprovalState {
  return { ...state, answers: state.answers.filter((candidate) => !sameCall(candidate, done)) }
}

/** Forgets everything of a document that is gone, or of a whole tab. */
export function forgotten(
  state: ApprovalState,
  gone: { readonly tabId: number; readonly documentId?: string | undefined },
): ApprovalState {
  const isGone = (call: Pick<Waiting, 'tabId' | 'documentId'>): boolean =>
    call.tabId === gone.tabId && (gone.documentId === undefined || call.documentId === gone.documentId)
  const left = withoutCalls(state, isGone)
  return { ...left, answers: left.answers.filter((candidate) => !isGone(candidate)) }
}

function answerTo({ tabId, documentId, requestId }: Waiting, outcome: PageOutcome): Answer {
  return { tabId, ...(documentId === undefined ? {} : { documentId }), requestId, outcome }
}

function changedQuestion(
  state: ApprovalState,
  id: string,
  change: (found: Question) => Question,
): ApprovalState {
  return {
    ...state,
    questions: state.questions.map((question) => (question.id === id ? change(question) : question)),
  }
}

/** A question dies with its last call; those behind it live on. Gives the very same state back when no call matched. */
function withoutCalls(
  state: ApprovalState,
  matches: (call: Waiting, question: Question) => boolean,
): ApprovalState {
  let found = false
  const questions = state.questions.flatMap((question): Question[] => {
    const keep = (call: Waiting): boolean => {
      const match = matches(call, question)
      found ||= match
      return !match
    }
    const waiting = question.waiting.filter(keep)
    const behind = question.behind.filter(keep)
    if (waiting.length > 0) return [{ ...question, waiting, behind }]
    return behind.length > 0
      ? [{ ...question, subject: { kind: 'resume' }, waiting: behind, behind: [] }]
      : []
  })
  return found ? { ...state, questions } : state
}
