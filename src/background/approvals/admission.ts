/** Which calls may ask the person something, and which join a question that is already there. */
import type { Origin } from '../../domain/index'
import type { PageMethod } from '../../messages/page'
import { type ApprovalState, type Question, type Subject, sameCall, type Waiting } from './approval-schema'
import { isMuted } from './muting'

export interface NewQuestion {
  readonly id: string
  readonly origin: Origin
  readonly account: string
  readonly subject: Subject
  readonly waiting: Waiting
  readonly now: number
}

export type Admission =
  | { readonly kind: 'new' }
  | { readonly kind: 'joined' }
  /** The very same call was there already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly code: 'busy' | 'muted' }

export interface Admitted {
  readonly state: ApprovalState
  readonly admission: Admission
}

const MOST_QUESTIONS = 20
const MOST_CALLS = 100
/** A dashboard asks for the key of every token at once: as many as a page may have open. */
const MOST_KEY_CALLS = 512
/** Of them, those that one question lists; the others are asked for in the next one. */
const MOST_KEYS = 100
/** Messages that one question lists: nobody reads more. */
const MOST_REVEALED = 50
/** All stored parameters together, in UTF-16 units: session storage has 10 MiB, where a unit may count as three bytes. */
const MOST_STORED_TEXT = 3_000_000

/** Takes a call in: joined to a question that asks the same, put behind the origin's other question, or as a new question. */
export function admit(state: ApprovalState, asked: NewQuestion): Admitted {
  const { origin, subject, waiting, now } = asked
  if (state.questions.some((question) => callsOf(question).some((call) => sameCall(call, waiting)))) {
    return { state, admission: { kind: 'known' } }
  }
  if (isMuted(state.rejections, origin, now)) return refused(state, 'muted')
  if (storedText(state) + waiting.params.length > MOST_STORED_TEXT) return refused(state, 'busy')
  const own = state.questions.filter((question) => question.origin === origin)
  const same = own.find((question) => isSame(question, asked))
  if (same !== undefined) {
    const isFull = subject.kind === 'share-viewing-keys' && same.waiting.length >= MOST_KEYS
    const place = isFull ? 'behind' : 'waiting'
    return joined(state, same, { ...same, [place]: [...same[place], waiting] })
  }
  const other = own.find((question) => question.subject.kind !== 'resume')
  if (other !== undefined && subject.kind !== 'resume') {
    if (isAlone(waiting)) return refused(state, 'busy')
    return joined(state, other, { ...other, behind: [...other.behind, waiting] })
  }
  if (state.questions.length >= MOST_QUESTIONS) return refused(state, 'busy')
  const { id, account } = asked
  const question: Question = { id, origin, account, subject, createdAt: now, waiting: [waiting], behind: [] }
  return { state: { ...state, questions: [...state.questions, question] }, admission: { kind: 'new' } }
}

function joined(state: ApprovalState, before: Question, after: Question): Admitted {
  const calls = callsOf(after)
  // Two signatures are two questions, and so are two names: a second one has to wait for the first to be answered.
  const most = calls.every(({ method }) => method === 'getViewingKey') ? MOST_KEY_CALLS : MOST_CALLS
  if (calls.length > most || calls.filter(isAlone).length > 1) return refused(state, 'busy')
  if (after.subject.kind === 'reveal' && after.waiting.length > MOST_REVEALED) return refused(state, 'busy')
  const questions = state.questions.map((question) => (question === before ? after : question))
  return { state: { ...state, questions }, admission: { kind: 'joined' } }
}

function isSame({ subject, account }: Question, asked: NewQuestion): boolean {
  if (subject.kind === 'resume') return asked.subject.kind === 'resume'
  if (account !== asked.account) return false
  switch (subject.kind) {
    case 'connect':
      return (
        asked.subject.kind === 'connect' &&
        asked.subject.chainIds.every((id) => subject.chainIds.includes(id)) &&
        asked.subject.capabilities.every((each) => subject.capabilities.includes(each))
      )
    case 'add-chain':
      return (
        asked.subject.kind === 'add-chain' &&
        JSON.stringify(asked.subject.chain) === JSON.stringify(subject.chain)
      )
    case 'share-viewing-keys':
    case 'reveal':
      return asked.subject.kind === subject.kind && asked.subject.chainId === subject.chainId
    case 'sign':
    case 'add-token':
    case 'rename':
      return false
    default:
      return subject satisfies never
  }
}

function refused(state: ApprovalState, code: 'busy' | 'muted'): Admitted {
  return { state, admission: { kind: 'refused', code } }
}

/** Calls that are each a question of their own. */
const ALONE: readonly PageMethod[] = ['signAmino', 'signDirect', 'signDirectAux', 'renameAccount']

function isAlone({ method }: Waiting): boolean {
  return ALONE.includes(method)
}

function callsOf({ waiting, behind }: Question): readonly Waiting[] {
  return [...waiting, ...behind]
}

function storedText(state: ApprovalState): number {
  return state.questions.flatMap(callsOf).reduce((sum, call) => sum + call.params.length, 0)
}
