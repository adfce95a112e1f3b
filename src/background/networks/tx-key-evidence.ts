/** On whose word a security event about a network's key stands, and whose word ends it. */
import type { SecurityEvent } from './security-event-schema'
import type { TxKeyTrouble } from './tx-key-trouble'

/** Who gave an answer, and whether independent nodes gave the same one. */
export interface Word {
  readonly endpoints: readonly string[]
  readonly agreed: boolean
}

/**
 * What independent nodes said is not taken back by one of them, nor what one said by another: a lone node could keep a
 * network at the key that it had replaced. Nodes that agree end everything.
 */
export function isEndedBy(event: SecurityEvent, { endpoints, agreed }: Word): boolean {
  if (agreed) return true
  const stoodOn = lonelyWord(event)
  return stoodOn !== undefined && endpoints.every((endpoint) => endpoint === stoodOn)
}

/** Who said it, where nobody else did. */
function lonelyWord(event: SecurityEvent): string | undefined {
  if (event.kind === 'tx-key-invalid') return event.endpoint
  if (event.kind !== 'tx-key-changed' || event.confirmed || event.endpoints.length !== 1) return undefined
  return event.endpoints[0]
}

/** Who says that there is trouble: a disagreement is never one node's word. */
export function wordOf(trouble: TxKeyTrouble): Word {
  switch (trouble.kind) {
    case 'tx-key-changed':
      return { endpoints: trouble.endpoints, agreed: trouble.confirmed }
    case 'tx-key-disagreement':
      return { endpoints: trouble.answers.map(({ endpoint }) => endpoint), agreed: true }
    case 'tx-key-invalid':
      return { endpoints: [trouble.endpoint], agreed: false }
    default:
      return trouble satisfies never
  }
}
