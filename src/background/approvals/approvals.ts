/** Everything that waits for the person: stored first, answered by id, and handed to the page that asked. */
import { hex } from '@scure/base'
import type { RandomBytes } from '../../crypto/index'
import type { Origin } from '../../domain/index'
import type { PageOutcome, RelayAnswer } from '../../messages/page'
import type { PageCall } from '../../messages/page-schema'
import type { Wallet } from '../accounts/wallet'
import { pageError } from '../page-errors'
import { KEYS } from '../storage/keys'
import { readStored, type Store, updateStored } from '../storage/stored'
import { type Admission, admit, type NewQuestion } from './admission'
import { type AnswerChoices, createAnswerChoices } from './answer-choices'
import { ApprovalError } from './approval-error'
import { type ApprovalState, type Question, sameCall, type Waiting } from './approval-schema'
import {
  answered,
  answeredAll,
  delivered,
  forgotten,
  movedOn,
  rejected,
  resumed,
  reviewed,
  withdrawn,
} from './approval-state'
import type { ApprovalWindow } from './approval-window'
import { callOf } from './call-of'
import type { Decision } from './decision'
import { isFresh, isNew, isOpenWhile } from './open-question'
import type { RelayDocuments } from './relay-documents'

export interface Approvals extends AnswerChoices {
  /** Takes in a call that needs the person, or that needs the wallet to be open. */
  ask(asked: Omit<NewQuestion, 'id' | 'now'>): Promise<RelayAnswer>
  /** What is known of a call that came before: the relay sends again when the worker died under it. */
  known(waiting: Waiting): Promise<RelayAnswer | undefined>
  questions(): Promise<readonly Question[]>
  /** Notes what the person was shown of a question. */
  reviewed(id: string, digest: string): Promise<void>
  /** Goes on where a killed worker or the lock stopped: on waking up and after unlocking. */
  resume(): Promise<void>
  /** Throws ApprovalError when the yes cannot be carried out; nothing is signed then. */
  approve(id: string): Promise<void>
  reject(id: string): Promise<void>
  /** Ends everything that waits, because it was asked under other circumstances. */
  rejectAll(): Promise<void>
  forget(gone: { readonly tabId: number; readonly documentId?: string | undefined }): Promise<void>
  /** The person closed a window: closing ours is a no to everything in it. */
  windowClosed(windowId: number): Promise<void>
}

export interface ApprovalsParts {
  readonly store: Store
  readonly clock: () => number
  readonly random: RandomBytes
  readonly vault: Pick<Wallet, 'status' | 'account'>
  readonly window: ApprovalWindow
  readonly documents: RelayDocuments
  readonly decide: (call: PageCall, origin: Origin) => Promise<Decision>
  /** Carries out the person's yes: what each waiting call gets, or that all are decided again. */
  readonly carryOut: (question: Question) => Promise<readonly PageOutcome[] | 'decide-again'>
  /** A new question was put to the person. */
  readonly asked: (question: NewQuestion) => Promise<void>
  /** Takes back what a signature left behind that its page never got. */
  readonly discard: (id: string) => Promise<void>
  readonly changed: () => void
}

export function createApprovals(parts: ApprovalsParts): Approvals {
  const { store, clock, random, vault, window, documents } = parts
  /** A second click joins the first. */
  const approving = new Map<string, Promise<void>>()
  let resuming: Promise<void> = Promise.resolve()

  async function read(): Promise<ApprovalState> {
    return await readStored(store, KEYS.approvals)
  }

  async function update(change: (state: ApprovalState) => ApprovalState): Promise<ApprovalState> {
    return await updateStored(store, KEYS.approvals, change)
  }

  function dated(asked: Omit<NewQuestion, 'id' | 'now'>): NewQuestion {
    return { ...asked, id: hex.encode(random(16)), now: clock() }
  }

  async function find(id: string): Promise<Question> {
    const question = (await read()).questions.find((candidate) => candidate.id === id)
    if (question === undefined || question.subject.kind === 'resume') throw new ApprovalError('approval/gone')
    return question
  }

  /** After every change: what can be told is told, and the window goes when nothing is left to ask. */
  async function settle(): Promise<void> {
    const { answers } = await read()
    await Promise.all(
      answers.map(async (answer) => {
        // Taken by its page, or nobody is there to take it: either way it is over.
        if (await documents.reply(answer, answer.outcome)) await update((state) => delivered(state, answer))
      }),
    )
    await window.close(async () => (await read()).questions.length > 0)
    parts.changed()
  }

  async function resumeOne(question: Question, waiting: Waiting): Promise<void> {
    const call = callOf(waiting)
    const invalid: Decision = { kind: 'outcome', outcome: pageError('bad-request') }
    const decision = call === undefined ? invalid : await parts.decide(call, question.origin)
    if (decision.kind === 'outcome') {
      await update((state) => answered(state, { id: question.id, waiting, outcome: decision.outcome }))
    } else if (decision.subject.kind !== 'resume') {
      const { subject, account } = decision
      const asked = dated({ origin: question.origin, account, subject, waiting })
      let admission: Admission = { kind: 'known' }
      await update((state) => {
        const moved = movedOn(state, question.id, asked)
        admission = moved.admission
        return moved.state
      })
      // Noted first: it decides what is asked anew for the window.
      await Promise.all([isNew(admission) ? parts.asked(asked) : undefined, window.show()])
    }
  }

  async function resumeAll(): Promise<void> {
    const status = await vault.status()
    const { questions, answers } = await read()
    const open = questions.filter(({ subject }) => subject.kind === 'resume')
    if (open.length === 0 && answers.length === 0) return
    if (status === 'unlocked') {
      await Promise.all(
        open.flatMap((question) => question.waiting.map((waiting) => resumeOne(question, waiting))),
      )
    }
    await settle()
  }

  async function resume(): Promise<void> {
    // One after the other, so that no call is decided twice at once.
    resuming = resuming.then(resumeAll, resumeAll)
    await resuming
  }

  /** A page that went away must not get what it asked for, nor leave a grant behind. */
  async function dropDeadCalls(question: Question): Promise<void> {
    const alive = await Promise.all(question.waiting.map((call) => documents.isWaiting(call)))
    if (alive.some(Boolean)) return
    await update((state) => withdrawn(state, ({ id }) => id === question.id))
    await settle()
    throw new ApprovalError('approval/page-gone')
  }

  async function approveOnce(id: string): Promise<void> {
    const question = await find(id)
    if (question.account !== (await vault.account()).address)
      throw new ApprovalError('approval/other-account')
    if (isFresh(question, clock())) throw new ApprovalError('approval/changed')
    await dropDeadCalls(question)
    const outcomes = await parts.carryOut(question)
    if (outcomes === 'decide-again') {
      await update((state) => resumed(state, id))
      await resume()
      return
    }
    if (!(await read()).questions.some((candidate) => candidate.id === id)) {
      // Locked, closed or left while it was being signed: the page gets nothing, so nothing happened.
      await parts.discard(id)
      throw new ApprovalError('approval/gone')
    }
    await update((state) => answeredAll(state, question, outcomes))
    // What waited behind it is asked now.
    await resume()
  }

  return {
    async ask(asked) {
      let admission: Admission = { kind: 'known' }
      const question = dated(asked)
      await update((state) => {
        const admitted = admit(state, question)
        admission = admitted.admission
        return admitted.state
      })
      return await answerFor(admission, question)
    },

    async known(waiting) {
      const { questions, answers } = await read()
      const answer = answers.find((candidate) => sameCall(candidate, waiting))
      if (answer !== undefined) {
        await update((state) => delivered(state, answer))
        return { kind: 'done', outcome: answer.outcome }
      }
      const calls = questions.flatMap((question) => [...question.waiting, ...question.behind])
      if (!calls.some((call) => sameCall(call, waiting))) return undefined
      // The worker may have died after storing the question and before showing it.
      await window.show()
      return { kind: 'pending' }
    },

    ...createAnswerChoices({ find, update, changed: parts.changed }),

    questions: async () => (await read()).questions,

    async reviewed(id, digest) {
      await update((state) => reviewed(state, id, { digest, now: clock() }))
    },

    resume,

    async approve(id) {
      const running = approving.get(id) ?? approveOnce(id)
      approving.set(id, running)
      try {
        await running
      } finally {
        approving.delete(id)
      }
    },

    async reject(id) {
      await find(id)
      await update((state) => rejected(state, id, clock()))
      await parts.discard(id)
      await settle()
    },

    async rejectAll() {
      await update((state) => withdrawn(state, () => true))
      await settle()
    },

    async forget(gone) {
      const before = await read()
      if (before.questions.length === 0 && before.answers.length === 0) return
      await update((state) => forgotten(state, gone))
      await settle()
      // A question of the page that left may have kept another tab of its site waiting.
      await resume()
    },

    async windowClosed(windowId) {
      if (!(await window.wasClosed(windowId))) return
      const { questions } = await read()
      for (const { id } of questions.filter(isOpenWhile(await vault.status())))
        await update((state) => rejected(state, id, clock()))
      for (const { id } of questions) await parts.discard(id)
      await settle()
    },
  }

  async function answerFor(admission: Admission, question: NewQuestion): Promise<RelayAnswer> {
    switch (admission.kind) {
      case 'new':
        await Promise.all([parts.asked(question), window.show()])
        parts.changed()
        return { kind: 'pending' }
      case 'joined':
        // Where the browser opened none, the next call tries again. One that is there keeps its place: a page that goes on
        // asking must not take the focus again and again.
        await window.ensure()
        // It may list one thing more now.
        parts.changed()
        return { kind: 'pending' }
      case 'known':
        return { kind: 'pending' }
      case 'refused':
        return { kind: 'done', outcome: pageError(admission.code) }
      default:
        return admission satisfies never
    }
  }
}
