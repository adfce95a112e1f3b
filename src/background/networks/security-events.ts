/** How a network's security events change, as pure steps, and how they are told. */
import { base64 } from '@scure/base'
import type { TxKeyAnswer } from '../../chain/index'
import type { Fact, SecurityEventView } from '../../messages/popup'
import type { SecurityEvent } from './security-event-schema'

/** What is wrong with an answer about the network's key, before it becomes an event. */
export type TxKeyTrouble =
  | {
      readonly kind: 'tx-key-changed'
      readonly known: string
      readonly offered: string
      readonly confirmed: boolean
    }
  | {
      readonly kind: 'tx-key-disagreement'
      readonly answers: readonly { readonly endpoint: string; readonly key: string }[]
    }
  | { readonly kind: 'tx-key-invalid'; readonly endpoint: string; readonly reason: string }

const MOST_KEPT = 50

/** Judges an answer against the newest key already known; undefined means that there is nothing wrong with it. */
export function troubleWith(answer: TxKeyAnswer, known: string | undefined): TxKeyTrouble | undefined {
  switch (answer.kind) {
    case 'agreed':
    case 'unconfirmed': {
      const offered = base64.encode(answer.key)
      if (known === undefined || known === offered) return undefined
      return { kind: 'tx-key-changed', known, offered, confirmed: answer.kind === 'agreed' }
    }
    case 'disagreed': {
      const answers = answer.keys.map(({ endpoint, key }) => ({ endpoint, key: base64.encode(key) }))
      return { kind: 'tx-key-disagreement', answers }
    }
    case 'unusable':
      return { kind: 'tx-key-invalid', endpoint: answer.endpoint, reason: answer.reason }
    default:
      return answer satisfies never
  }
}

export function isBlocking({ state }: SecurityEvent): boolean {
  return state === 'open' || state === 'kept'
}

export function blockingEvent(events: readonly SecurityEvent[], chainId: string): SecurityEvent | undefined {
  return events.find((event) => event.chainId === chainId && isBlocking(event))
}

/** Notes a trouble, newest first: the same one again keeps its event and the person's answer, another one replaces it. */
export function withTrouble(
  events: readonly SecurityEvent[],
  trouble: TxKeyTrouble,
  { id, chainId, now }: { readonly id: string; readonly chainId: string; readonly now: number },
): SecurityEvent[] {
  const before = blockingEvent(events, chainId)
  const same = before !== undefined && isSameTrouble(before, trouble)
  const facts = same
    ? { id: before.id, createdAt: before.createdAt, state: before.state }
    : { id, createdAt: now, state: 'open' as const }
  const event = eventOf(trouble, { ...facts, chainId, checkedAt: now })
  const others = same ? events.filter((found) => found !== before) : withoutTrouble(events, chainId)
  return [event, ...others].slice(0, MOST_KEPT)
}

/** The nodes are as they should be again. */
export function withoutTrouble(events: readonly SecurityEvent[], chainId: string): SecurityEvent[] {
  return events.map((event) =>
    event.chainId === chainId && isBlocking(event) ? { ...event, state: 'passed' } : event,
  )
}

/** Only a changed key that all nodes asked agree on can be accepted: everything else is a fault of nodes. */
export function canAccept(event: SecurityEvent): event is Extract<SecurityEvent, { kind: 'tx-key-changed' }> {
  return event.kind === 'tx-key-changed' && event.confirmed && isBlocking(event)
}

export function securityEventView(event: SecurityEvent, networkName: string): SecurityEventView {
  return {
    id: event.id,
    chainId: event.chainId,
    kind: event.kind,
    ...words(event, networkName),
    createdAt: event.createdAt,
    blocking: isBlocking(event),
    canAccept: canAccept(event),
  }
}

type EventFacts = Pick<SecurityEvent, 'id' | 'chainId' | 'createdAt' | 'checkedAt' | 'state'>

function eventOf(trouble: TxKeyTrouble, facts: EventFacts): SecurityEvent {
  switch (trouble.kind) {
    case 'tx-key-changed':
      return { ...facts, ...trouble }
    case 'tx-key-disagreement':
      return { ...facts, kind: trouble.kind, answers: [...trouble.answers] }
    case 'tx-key-invalid':
      return { ...facts, ...trouble }
    default:
      return trouble satisfies never
  }
}

function isSameTrouble(event: SecurityEvent, trouble: TxKeyTrouble): boolean {
  if (event.kind !== trouble.kind) return false
  return event.kind !== 'tx-key-changed' || trouble.kind !== 'tx-key-changed'
    ? true
    : event.offered === trouble.offered
}

function words(
  event: SecurityEvent,
  network: string,
): { readonly title: string; readonly message: string; readonly facts: readonly Fact[] } {
  switch (event.kind) {
    case 'tx-key-changed':
      return {
        title: "The network's encryption key has changed",
        message: event.confirmed
          ? `Sotto has stopped encrypting for ${network}, and nothing was sent. The network renews this key now and then; a node that wants to read your messages would change it too. Accept it only if the network itself has announced the change.`
          : `Sotto has stopped encrypting for ${network}, and nothing was sent. One node says so and no other node could be asked. Try again later or choose other nodes in Settings.`,
        facts: [
          { label: 'Key known so far', value: event.known },
          { label: 'Key offered now', value: event.offered },
        ],
      }
    case 'tx-key-disagreement':
      return {
        title: "The nodes disagree about the network's encryption key",
        message: `Sotto has stopped encrypting for ${network}, and nothing was sent. At least one node is wrong or dishonest. Choose other nodes in Settings, or try again later.`,
        facts: event.answers.map(({ endpoint, key }) => ({ label: endpoint, value: key })),
      }
    case 'tx-key-invalid':
      return {
        title: 'A node served an unusable encryption key',
        message: `Sotto has stopped encrypting for ${network}, and nothing was sent. With such a key anybody could read your messages. Choose other nodes in Settings, or try again later.`,
        facts: [
          { label: 'Node', value: event.endpoint },
          { label: 'What is wrong', value: event.reason },
        ],
      }
    default:
      return event satisfies never
  }
}
