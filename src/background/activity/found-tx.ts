/** What a transaction on the chain adds to an entry. Outputs stay sealed: the popup opens them. */
import { base64 } from '@scure/base'
import { findError, rejectionWords, type TxResult } from '../../chain/index'
import { safeText } from '../review/safe-text'
import type { StoredEntry, StoredMessage } from './activity-schema'
import { messageDigest } from './message-digest'

const MOST_ATTRIBUTES = 1000
/**
 * In characters, over all outputs of one transaction: no contract can pay for more. A node that makes up megabytes must not
 * fill the storage, because nothing more could be signed then.
 */
const MOST_OUTPUT = 400_000

/** True when the chain's transaction is the one that was signed: the same signature over the same messages and memo. */
export function isSameTx(entry: StoredEntry, tx: TxResult): boolean {
  if (!tx.signatures.includes(entry.signature) || tx.memo !== entry.memo) return false
  if (tx.messages.length !== entry.messages.length) return false
  return tx.messages.every((message, index) => {
    const { digest } = entry.messages[index] ?? {}
    return digest === undefined || digest === messageDigest(message)
  })
}

export function withTx(entry: StoredEntry, tx: TxResult): StoredEntry {
  const room = { left: MOST_OUTPUT }
  const failure = tx.code === 0 ? undefined : findError(tx.rawLog)
  const chainError = failure === undefined || failure.sealed !== undefined ? undefined : chainWords(tx)
  return {
    ...entry,
    status: tx.code === 0 ? 'confirmed' : 'failed',
    hash: tx.hash,
    height: tx.height.toString(),
    ...(tx.time === undefined ? {} : { time: new Date(tx.time).toISOString() }),
    gasUsed: tx.gasUsed.toString(),
    ...(chainError === undefined ? {} : { chainError }),
    messages: entry.messages.map((message) => withOutputs(message, { tx, failure, room })),
  }
}

/** The chain has no such transaction, and it is too late to go on looking. */
export function withoutTx(entry: StoredEntry): StoredEntry {
  return {
    ...entry,
    status: 'not-found',
    chainError:
      'The network has not seen this transaction. The site may not have sent it, or may still send it later. No fee was paid.',
  }
}

interface Outputs {
  readonly tx: TxResult
  readonly failure: ReturnType<typeof findError> | undefined
  readonly room: Room
}

interface Room {
  left: number
}

function withOutputs(message: StoredMessage, { tx, failure, room }: Outputs): StoredMessage {
  const data = base64.encode(tx.responses[message.index]?.data ?? new Uint8Array())
  const failed = failure?.sealed !== undefined && (failure.messageIndex ?? 0) === message.index
  return {
    ...message,
    ...(data === '' || !fits(room, data) ? {} : { data }),
    ...(failed && failure.sealed !== undefined && fits(room, failure.sealed)
      ? { error: failure.sealed }
      : {}),
    attributes: tx.events
      .filter(({ type, messageIndex }) => messageIndex === message.index && /^wasm(-|$)/.test(type))
      .flatMap(({ type, attributes }) => attributes.map(({ key, value }) => ({ type, key, value })))
      .slice(0, MOST_ATTRIBUTES)
      .filter(({ type, key, value }) => fits(room, type + key + value)),
  }
}

/** Takes the room for a text, if there is as much. */
function fits(room: Room, text: string): boolean {
  if (text.length > room.left) return false
  room.left -= text.length
  return true
}

/** What went wrong outside a contract, or in one that ran in the open. */
function chainWords(tx: TxResult): string {
  const said = tx.rawLog === '' ? '' : ` It said: ${safeText(tx.rawLog, 500)}`
  return `${rejectionWords(tx)}${said}`
}
