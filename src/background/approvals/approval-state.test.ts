import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageOutcome } from '../../messages/page'
import { ORIGIN, OTHER_ORIGIN } from '../wallet.fake'
import { admit, type NewQuestion } from './admission'
import { type ApprovalState, NO_APPROVALS, type Subject, type Waiting } from './approval-schema'
import { answered, forgotten, movedOn, rejected, resumed, withdrawn } from './approval-state'

const chainId = 'secretdev-1' as never
const outcome: PageOutcome = { kind: 'result', value: null }
let count = 0

function question(
  subject: Subject,
  change: Partial<NewQuestion> & { method?: Waiting['method'] } = {},
): NewQuestion {
  count += 1
  const { method = 'getAccount', ...rest } = change
  const waiting: Waiting = { tabId: 1, documentId: 'd', requestId: `r${count}`, method, params: '{}' }
  return { id: `q${count}`, origin: ORIGIN, account: 'a', subject, waiting, now: 1000, ...rest }
}

const connect: Subject = { kind: 'connect', chainIds: [chainId], capabilities: ['see-address'] }
const sign: Subject = { kind: 'sign', chainId }
const share: Subject = { kind: 'share-viewing-keys', chainId, declined: [], always: false }
const reveal: Subject = { kind: 'reveal', chainId }

function callsIn(state: ApprovalState): string[] {
  const waiting = state.questions.flatMap(({ waiting, behind }) => [...waiting, ...behind])
  return [...waiting, ...state.answers].map(({ requestId }) => requestId).sort()
}

describe('what waits', () => {
  it('P17: a second signature of an origin is busy; another origin may ask', () => {
    const { state } = admit(NO_APPROVALS, question(sign, { method: 'signDirect' }))
    const second = admit(state, question(sign, { method: 'signAmino' }))
    expect(second.admission).toEqual({ kind: 'refused', code: 'busy' })
    const other = admit(state, question(sign, { method: 'signDirect', origin: OTHER_ORIGIN }))
    expect(other.admission.kind).toBe('new')
  })

  it('has a cap for questions and one for their size', () => {
    let state = NO_APPROVALS
    for (let index = 0; index < 20; index += 1) {
      state = admit(state, question(connect, { origin: `https://${index}.example` as never })).state
    }
    expect(state.questions).toHaveLength(20)
    expect(admit(state, question(connect)).admission).toEqual({ kind: 'refused', code: 'busy' })
    const large = question(sign)
    const waiting = { ...large.waiting, params: 'x'.repeat(2_000_000) }
    const one = admit(NO_APPROVALS, { ...large, waiting })
    expect(one.admission.kind).toBe('new')
    const two = question(sign, { origin: OTHER_ORIGIN })
    expect(
      admit(one.state, { ...two, waiting: { ...two.waiting, params: waiting.params } }).admission,
    ).toEqual({
      kind: 'refused',
      code: 'busy',
    })
  })

  it('puts what asks something else behind, and lets it ask when its turn comes', () => {
    const first = question(share)
    const second = question(reveal)
    const { state } = admit(admit(NO_APPROVALS, first).state, second)
    expect(state.questions).toHaveLength(1)
    const after = resumed(state, first.id)
    const moved = movedOn(
      answered(after, { id: first.id, waiting: first.waiting, outcome }),
      first.id,
      second,
    )
    expect(moved.state.questions).toMatchObject([{ subject: { kind: 'reveal' }, waiting: [second.waiting] }])
    expect(rejected(state, first.id, 0).answers).toHaveLength(2)
  })

  it('the clock set back ends a mute instead of making it last', () => {
    let state = NO_APPROVALS
    for (const now of [10_000, 20_000, 30_000]) {
      const asked = question(connect, { now })
      state = rejected(admit(state, asked).state, asked.id, now)
    }
    expect(admit(state, question(connect, { now: 31_000 })).admission).toEqual({
      kind: 'refused',
      code: 'muted',
    })
    expect(admit(state, question(connect, { now: 29_000 })).admission.kind).toBe('new')
    expect(admit(state, question(connect, { now: 91_000 })).admission.kind).toBe('new')
  })

  it('three rejections far apart mute nobody', () => {
    let state = NO_APPROVALS
    for (const now of [0, 31_000, 62_000, 93_000]) {
      const asked = question(connect, { now })
      state = rejected(admit(state, asked).state, asked.id, now)
    }
    expect(admit(state, question(connect, { now: 93_001 })).admission.kind).toBe('new')
  })

  it('I9: no call is ever lost or doubled, whatever happens to its question', () => {
    const step = fc.record({
      subject: fc.constantFrom<Subject>(connect, sign, share, { kind: 'resume' }),
      origin: fc.constantFrom(ORIGIN, OTHER_ORIGIN),
      method: fc.constantFrom<Waiting['method']>('connect', 'signDirect', 'getViewingKey'),
      event: fc.constantFrom('nothing', 'resume', 'reject', 'answer', 'move', 'withdraw'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = NO_APPROVALS
        const taken: string[] = []
        for (const { subject, origin, method, event } of steps) {
          const asked = question(subject, { origin, method })
          const admitted = admit(state, asked)
          if (admitted.admission.kind !== 'refused') taken.push(asked.waiting.requestId)
          state = next(admitted.state, event)
          expect(callsIn(state)).toEqual([...taken].sort())
          expect(state.questions.every(({ waiting }) => waiting.length > 0)).toBe(true)
        }
        expect(callsIn(withdrawn(state, () => true))).toEqual([...taken].sort())
        expect(callsIn(forgotten(state, { tabId: 1, documentId: 'd' }))).toEqual([])
        expect(callsIn(forgotten(state, { tabId: 2 }))).toEqual([...taken].sort())
      }),
    )
  })
})

function next(state: ApprovalState, event: string): ApprovalState {
  const [first] = state.questions
  const [waiting] = first?.waiting ?? []
  if (first === undefined || waiting === undefined) return state
  if (event === 'resume') return resumed(state, first.id)
  if (event === 'reject') return rejected(state, first.id, 100_000 * state.answers.length)
  if (event === 'answer') return answered(state, { id: first.id, waiting, outcome })
  if (event === 'move')
    return movedOn(state, first.id, { ...question(sign), origin: first.origin, waiting }).state
  if (event === 'withdraw') return withdrawn(state, ({ id }) => id === first.id)
  return state
}
