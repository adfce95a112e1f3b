/** How security events are told. */
import type { Fact, SecurityEventView } from '../../messages/popup'
import type { SecurityEvent, SecurityEventOf } from './security-event-schema'
import { canAccept, isBlocking } from './security-events'

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

interface EventWords {
  readonly title: string
  readonly message: string
  readonly facts: readonly Fact[]
}

function words(event: SecurityEvent, network: string): EventWords {
  const stopped = `Sotto has stopped encrypting for ${network}, and nothing was sent.`
  switch (event.kind) {
    case 'tx-key-changed':
      return changeWords(event, stopped)
    case 'tx-key-rotated':
      return {
        title: 'The network renewed its encryption key',
        message: `Independent nodes of ${network} agreed on the new key, twice and a while apart, so Sotto encrypts with it now. Earlier messages stay readable. Nothing is needed from you.`,
        facts: [
          { label: 'Key until now', value: event.known },
          { label: 'Key from now on', value: event.offered },
        ],
      }
    case 'tx-key-disagreement':
      return {
        title: "The nodes disagree about the network's encryption key",
        message: `${stopped} At least one node is wrong or dishonest. Choose other nodes in Settings, or try again later.`,
        facts: event.answers.map(({ endpoint, key }) => ({ label: endpoint, value: key })),
      }
    case 'tx-key-invalid':
      return {
        title: 'A node served an unusable encryption key',
        message: `${stopped} With such a key anybody could read your messages. Choose other nodes in Settings, or try again later.`,
        facts: [
          { label: 'Node', value: event.endpoint },
          { label: 'What is wrong', value: event.reason },
        ],
      }
    case 'code-hash-disagreement':
      return {
        title: 'The nodes disagree about a contract',
        message: `They name different code for the same contract of ${network}. Sotto encrypts nothing for it until they agree; everything else works. At least one node is wrong, dishonest or behind. Try again later, or choose other nodes in Settings.`,
        facts: [
          { label: 'Contract', value: event.contract },
          ...event.answers.map(({ endpoint, codeHash }) => ({ label: endpoint, value: codeHash })),
        ],
      }
    default:
      return event satisfies never
  }
}

function changeWords(event: SecurityEventOf<'tx-key-changed'>, stopped: string): EventWords {
  return {
    title: event.retired
      ? 'The network went back to an old encryption key'
      : "The network's encryption key has changed",
    message: `${stopped} ${changeSentence(event)}`,
    facts: [
      { label: 'Key known so far', value: event.known },
      { label: event.retired ? 'Old key offered again' : 'Key offered now', value: event.offered },
    ],
  }
}

function changeSentence({ confirmed, retired, agreedSince }: SecurityEventOf<'tx-key-changed'>): string {
  if (!confirmed)
    return 'One node says so and no other node could be asked. Try again later or choose other nodes in Settings.'
  if (retired)
    return 'A key that was replaced once may be known to others, and a network does not return to it. Accept it only if the network itself has announced that.'
  const renews =
    'The network renews this key now and then; a node that wants to read your messages would change it too.'
  return agreedSince === undefined
    ? `${renews} Accept it only if the network itself has announced the change.`
    : `${renews} Independent nodes agree on it, so Sotto asks them again in a minute and goes on if they still do. You need not decide.`
}
