/** How a network's security events change, as pure steps. */
import type { SecurityEvent, SecurityEventOf } from './security-event-schema'
import { isEndedBy, wordOf } from './tx-key-evidence'
import type { TxKeyTrouble } from './tx-key-trouble'

export interface EventFacts {
  readonly id: string
  readonly chainId: string
  readonly now: number
}

export interface CodeHashTrouble {
  readonly contract: string
  readonly answers: readonly { readonly endpoint: string; readonly codeHash: string }[]
}

/** Besides those that stop a network, which are one a network and are never dropped. */
const MOST_KEPT = 50
/** How long independent nodes must have agreed on a changed key before it counts as the network's rotation. */
const CONFIRMED_AFTER_MS = 60_000

/** True while nothing is encrypted for the network because of it. */
export function isBlocking({ kind, state }: SecurityEvent): boolean {
  const stops = kind !== 'tx-key-rotated' && kind !== 'code-hash-disagreement'
  return stops && isUnsettled(state)
}

/** True while nothing is encrypted for the contract because of it. */
export function isDisputing(event: SecurityEvent): event is SecurityEventOf<'code-hash-disagreement'> {
  return event.kind === 'code-hash-disagreement' && isUnsettled(event.state)
}

/** True while the person is to be told: what stops a network for as long as it does, all else until it was seen. */
export function isShown(event: SecurityEvent): boolean {
  return isBlocking(event) || event.state === 'open'
}

export function blockingEvent(events: readonly SecurityEvent[], chainId: string): SecurityEvent | undefined {
  return events.find((event) => event.chainId === chainId && isBlocking(event))
}

/**
 * Notes a trouble, newest first: the same one again keeps its event and the person's answer, another one replaces it,
 * but for what one node alone says against what stands on more than its word.
 */
export function withTrouble(
  events: readonly SecurityEvent[],
  trouble: TxKeyTrouble,
  { id, chainId, now }: EventFacts,
): SecurityEvent[] {
  const found = blockingEvent(events, chainId)
  if (found !== undefined && !isSameTrouble(found, trouble) && !isEndedBy(found, wordOf(trouble)))
    return withDoubt(events, chainId, now)
  const before = found !== undefined && isSameTrouble(found, trouble) ? found : undefined
  const { createdAt, state } = before ?? { createdAt: now, state: 'open' as const }
  const facts = { id: before?.id ?? id, chainId, createdAt, checkedAt: now, state }
  const others =
    before === undefined ? withoutTrouble(events, chainId) : events.filter((one) => one !== before)
  return trimmed([eventOf(trouble, facts, before), ...others])
}

/** One node said something else: what stops the network stands, and counts anew towards a rotation. */
export function withDoubt(events: readonly SecurityEvent[], chainId: string, now: number): SecurityEvent[] {
  return events.map((event) => {
    if (event.chainId !== chainId || !isBlocking(event)) return event
    if (event.kind !== 'tx-key-changed') return { ...event, checkedAt: now }
    const { agreedSince: _, ...rest } = event
    return { ...rest, checkedAt: now }
  })
}

/** The nodes are as they should be again. */
export function withoutTrouble(events: readonly SecurityEvent[], chainId: string): SecurityEvent[] {
  return events.map((event) =>
    event.chainId === chainId && isBlocking(event) ? { ...event, state: 'passed' } : event,
  )
}

/** True for a change that has stood long enough, and to which the person has not said no. */
export function isRotation(event: SecurityEvent, now: number): event is SecurityEventOf<'tx-key-changed'> {
  if (event.kind !== 'tx-key-changed' || event.state !== 'open') return false
  const { agreedSince } = event
  return agreedSince !== undefined && now - agreedSince >= CONFIRMED_AFTER_MS
}

/** When it is worth to ask again whether a change has become a rotation. */
export function rotationDue(event: SecurityEvent): number | undefined {
  if (event.kind !== 'tx-key-changed' || event.state !== 'open' || event.agreedSince === undefined)
    return undefined
  return event.agreedSince + CONFIRMED_AFTER_MS
}

/** The change was adopted: it stops nothing any more, and the person is told. */
export function withRotation(
  events: readonly SecurityEvent[],
  { known, offered }: SecurityEventOf<'tx-key-changed'>,
  { id, chainId, now }: EventFacts,
): SecurityEvent[] {
  const facts = { id, chainId, createdAt: now, checkedAt: now, state: 'open' as const }
  const others = events.filter(
    (event) => !(event.kind === 'tx-key-rotated' && event.chainId === chainId && event.offered === offered),
  )
  return trimmed([{ ...facts, kind: 'tx-key-rotated', known, offered }, ...withoutTrouble(others, chainId)])
}

/** Notes that nodes disagree about a contract; what was noted of it before keeps the person's answer. */
export function withCodeHashTrouble(
  events: readonly SecurityEvent[],
  { contract, answers }: CodeHashTrouble,
  { id, chainId, now }: EventFacts,
): SecurityEvent[] {
  const before = events.find((event) => isAbout(event, chainId, contract))
  const { createdAt, state } = before ?? { createdAt: now, state: 'open' as const }
  const facts = { id: before?.id ?? id, chainId, createdAt, checkedAt: now, state }
  const event = { ...facts, kind: 'code-hash-disagreement' as const, contract, answers: [...answers] }
  return trimmed([event, ...events.filter((one) => one !== before)])
}

export function withoutCodeHashTrouble(
  events: readonly SecurityEvent[],
  chainId: string,
  contract: string,
): SecurityEvent[] {
  return events.map((event) => (isAbout(event, chainId, contract) ? { ...event, state: 'passed' } : event))
}

/** Only a changed key that all nodes asked agree on can be accepted: everything else is a fault of nodes. */
export function canAccept(event: SecurityEvent): event is SecurityEventOf<'tx-key-changed'> {
  return event.kind === 'tx-key-changed' && event.confirmed && isBlocking(event)
}

type StoredFacts = Pick<SecurityEvent, 'id' | 'chainId' | 'createdAt' | 'checkedAt' | 'state'>

function eventOf(
  trouble: TxKeyTrouble,
  facts: StoredFacts,
  before: SecurityEvent | undefined,
): SecurityEvent {
  switch (trouble.kind) {
    case 'tx-key-changed': {
      const { adoptable, endpoints, ...change } = trouble
      // Independent nodes have said it: one that says it again takes nothing from that.
      const agreed = before?.kind === 'tx-key-changed' && before.confirmed ? before : undefined
      return {
        ...facts,
        ...change,
        confirmed: change.confirmed || agreed !== undefined,
        endpoints: change.confirmed ? [...endpoints] : (agreed?.endpoints ?? [...endpoints]),
        ...(adoptable ? { agreedSince: agreedSince(facts.checkedAt, before) } : {}),
      }
    }
    case 'tx-key-disagreement':
      return { ...facts, kind: trouble.kind, answers: [...trouble.answers] }
    case 'tx-key-invalid':
      return { ...facts, ...trouble }
    default:
      return trouble satisfies never
  }
}

/** Counts anew after anything else was heard, and after the clock was set back. */
function agreedSince(now: number, before: SecurityEvent | undefined): number {
  const since = before?.kind === 'tx-key-changed' ? before.agreedSince : undefined
  return since === undefined || since > now ? now : since
}

function isSameTrouble(event: SecurityEvent, trouble: TxKeyTrouble): boolean {
  if (event.kind === 'tx-key-changed' && trouble.kind === 'tx-key-changed')
    return event.offered === trouble.offered
  if (event.kind === 'tx-key-invalid' && trouble.kind === 'tx-key-invalid')
    return event.endpoint === trouble.endpoint
  return event.kind === trouble.kind
}

function isAbout(event: SecurityEvent, chainId: string, contract: string): boolean {
  return isDisputing(event) && event.chainId === chainId && event.contract === contract
}

function isUnsettled(state: SecurityEvent['state']): boolean {
  return state === 'open' || state === 'kept'
}

/** Many small events must not push out the one that stops a network. */
function trimmed(events: readonly SecurityEvent[]): SecurityEvent[] {
  let kept = 0
  return events.filter((event) => {
    if (isBlocking(event)) return true
    kept += 1
    return kept <= MOST_KEPT
  })
}
