/** What the person decided about a security event. */
import { KEYS } from '../storage/keys'
import { readSealed, updateSealed } from '../storage/stored'
import { NetworkError } from './network-error'
import type { SecurityEvent } from './security-event-schema'
import { canAccept, isBlocking, isShown } from './security-events'
import { keepKey, type TxKeysParts } from './tx-key-check'

/** `seen` takes a notice away that stops nothing, or not the whole network. */
export type SecurityDecision = 'accept' | 'keep-blocked' | 'seen'

/** Throws `network/no-event`, and `network/not-acceptable` for a decision that this event does not offer. */
export async function decideSecurityEvent(
  parts: TxKeysParts,
  id: string,
  decision: SecurityDecision,
): Promise<void> {
  const { store, sealer } = parts
  const events = await readSealed(store, sealer, KEYS.securityEvents)
  const event = events.find((found) => found.id === id)
  if (event === undefined || !isShown(event)) throw new NetworkError('network/no-event')
  if (decision === 'accept') {
    if (!canAccept(event)) throw new NetworkError('network/not-acceptable')
    await keepKey(parts, event.chainId, { key: event.offered, endpoints: event.endpoints }, true)
  } else if ((decision === 'seen') === isBlocking(event)) {
    // A stop is not read away, and a notice is not something to keep blocked.
    throw new NetworkError('network/not-acceptable')
  }
  const state = stateAfter(event, decision)
  await updateSealed(store, sealer, KEYS.securityEvents, (found) =>
    found.map((candidate) => (candidate.id === id ? { ...candidate, state } : candidate)),
  )
  parts.changed()
}

/** A contract that nodes disagree about stays without messages, also when the person has read of it. */
function stateAfter({ kind }: SecurityEvent, decision: SecurityDecision): SecurityEvent['state'] {
  if (decision === 'accept') return 'accepted'
  return decision === 'seen' && kind === 'tx-key-rotated' ? 'accepted' : 'kept'
}
