/** Asks nodes for a network's key, and notes what they said. */
import { base64, hex } from '@scure/base'
import { ChainError, type Client, getLatestBlock, getTxKey, type TxKeyAnswer } from '../../chain/index'
import type { RandomBytes } from '../../crypto/index'
import type { Alarms } from '../platform'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import { NetworkError } from './network-error'
import type { SecurityEvent } from './security-event-schema'
import {
  blockingEvent,
  type EventFacts,
  isRotation,
  rotationDue,
  withDoubt,
  withoutTrouble,
  withRotation,
  withTrouble,
} from './security-events'
import { isEndedBy, type Word } from './tx-key-evidence'
import type { StoredTxKeys } from './tx-key-schema'
import { type TxKeyTrouble, troubleWith } from './tx-key-trouble'

export interface TxKeysParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly client: (chainId: string) => Promise<Client>
  readonly clock: () => number
  readonly random: RandomBytes
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly alarms: Alarms
  readonly changed: () => void
}

type CheckedTxKey =
  | { readonly kind: 'kept'; readonly stored: StoredTxKeys }
  | { readonly kind: 'blocked'; readonly event: SecurityEvent }

/** Fires when nodes are to be asked again about the key, in a worker that may have died meanwhile. */
export const TX_KEY_ALARM = 'tx-key'

/** So often independent nodes must have agreed anew. */
export const CROSS_CHECK_MS = 60 * 60_000
const ID_BYTES = 8

/** Throws ChainError when no node answers, and `network/unconfirmed-key`. */
export async function askTxKey(
  parts: TxKeysParts,
  chainId: string,
  stored: StoredTxKeys,
): Promise<CheckedTxKey> {
  const client = await parts.client(chainId)
  // Only a key that may be noted now needs to know when; the question costs nothing beside the other.
  const first = stored.keys.length === 0
  const [answer, height] = await Promise.all([getTxKey(client), first ? newestHeight(client) : undefined])
  const trouble = troubleWith(answer, stored)
  if (trouble !== undefined) return await noteTrouble(parts, { chainId, trouble, answer, client })
  if (answer.kind === 'unconfirmed' && first) throw new NetworkError('network/unconfirmed-key')
  if (answer.kind !== 'agreed' && answer.kind !== 'unconfirmed') throw new Error('A trouble went unnoticed.')
  const seen = { key: base64.encode(answer.key), endpoints: endpointsOf(answer), height }
  const isConfirmed = answer.kind === 'agreed'
  const standing = await standingAgainst(parts, chainId, { endpoints: seen.endpoints, agreed: isConfirmed })
  if (standing !== undefined) return { kind: 'blocked', event: standing }
  return await settle(parts, chainId, { seen, isConfirmed })
}

/** What still stops the network although these nodes find nothing wrong; noted as heard now. */
async function standingAgainst(
  { store, sealer, clock }: TxKeysParts,
  chainId: string,
  word: Word,
): Promise<SecurityEvent | undefined> {
  const found = blockingEvent(await readSealed(store, sealer, KEYS.securityEvents), chainId)
  if (found === undefined || isEndedBy(found, word)) return undefined
  const events = await updateSealed(store, sealer, KEYS.securityEvents, (all) =>
    withDoubt(all, chainId, clock()),
  )
  return blockingEvent(events, chainId)
}

interface NotedTrouble {
  readonly chainId: string
  readonly trouble: TxKeyTrouble
  readonly answer: TxKeyAnswer
  readonly client: Client
}

/** Stops the network, or goes on with the new key where a change has proved to be the network's own rotation. */
async function noteTrouble(
  parts: TxKeysParts,
  { chainId, trouble, answer, client }: NotedTrouble,
): Promise<CheckedTxKey> {
  const { store, sealer, clock, changed } = parts
  const facts = eventFacts(parts, chainId)
  const noted = await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
    withTrouble(events, trouble, facts),
  )
  // This network's own: another one's may stand before it.
  const event = blockingEvent(noted, chainId)
  if (event === undefined) throw new Error('A noted event is missing.')
  if (!isRotation(event, clock())) {
    const due = rotationDue(event)
    if (due !== undefined) await parts.alarms.set(TX_KEY_ALARM, due)
    changed()
    return { kind: 'blocked', event }
  }
  const height = await newestHeight(client)
  // The notice first: a worker that dies between the two must not leave a change that nobody was told of.
  await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
    withRotation(events, event, eventFacts(parts, chainId)),
  )
  changed()
  const seen = { key: event.offered, endpoints: endpointsOf(answer), height }
  return await settle(parts, chainId, { seen, isConfirmed: true })
}

interface SeenKey {
  readonly key: string
  readonly endpoints: readonly string[]
  readonly height?: string | undefined
}

/** Nothing is wrong any more: the key is kept, and what stopped the network is over. */
async function settle(
  parts: TxKeysParts,
  chainId: string,
  { seen, isConfirmed }: { readonly seen: SeenKey; readonly isConfirmed: boolean },
): Promise<CheckedTxKey> {
  const { store, sealer, clock, changed } = parts
  const stored = await keepKey(parts, chainId, seen, isConfirmed)
  const events = await readSealed(store, sealer, KEYS.securityEvents)
  if (blockingEvent(events, chainId) !== undefined) {
    await updateSealed(store, sealer, KEYS.securityEvents, (found) => withoutTrouble(found, chainId))
    changed()
  }
  await parts.alarms.set(TX_KEY_ALARM, clock() + CROSS_CHECK_MS)
  return { kind: 'kept', stored }
}

/** The nodes serve the newest key, or one to be the newest from now on. */
export async function keepKey(
  { store, sealer, clock }: Pick<TxKeysParts, 'store' | 'sealer' | 'clock'>,
  chainId: string,
  { key, endpoints, height }: SeenKey,
  isConfirmed: boolean,
): Promise<StoredTxKeys> {
  const at = clock()
  const firstSeen = { at, ...(height === undefined ? {} : { height }), endpoints: [...endpoints] }
  return await updateSealed(
    store,
    sealer,
    KEYS.txKeys,
    ({ keys, confirmed }) => ({
      keys: keys.at(-1)?.key === key ? keys : [...keys, { key, firstSeen }],
      checkedAt: at,
      confirmed: isConfirmed ? { at, endpoints: [...endpoints] } : confirmed,
    }),
    chainId,
  )
}

async function newestHeight(client: Client): Promise<string | undefined> {
  try {
    return (await getLatestBlock(client)).height.toString()
  } catch (error) {
    if (error instanceof ChainError) return undefined
    throw error
  }
}

function endpointsOf(answer: TxKeyAnswer): readonly string[] {
  if (answer.kind === 'agreed') return answer.endpoints
  return answer.kind === 'unconfirmed' ? [answer.endpoint] : []
}

function eventFacts({ random, clock }: TxKeysParts, chainId: string): EventFacts {
  return { id: hex.encode(random(ID_BYTES)), chainId, now: clock() }
}
