/** What a transaction on the chain adds to an entry. Outputs stay sealed: the popup opens them. */
import { base64 } from '@scure/base'
import { findError, rejectionWords, type TxResult } from '../../chain/index'
import { safeText } from '../review/safe-text'
import type { StoredEntry, StoredMessage } from './activity-schema'
import { messageDigest } from './new-entry'

const MOST_ATTRIBUTES = 1000

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
    messages: entry.messages.map((message) => withOutputs(message, tx, failure)),
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

function withOutputs(
  message: StoredMessage,
  tx: TxResult,
  failure: ReturnType<typeof findError> | undefined,
): StoredMessage {
  const data = tx.responses[message.index]?.data
  const failed = failure?.sealed !== undefined && (failure.messageIndex ?? 0) === message.index
  return {
    ...message,
    ...(data === undefined || data.length === 0 ? {} : { data: base64.encode(data) }),
    attributes: tx.events
      .filter(({ type, messageIndex }) => messageIndex === message.index && /^wasm(-|$)/.test(type))
      .flatMap(({ type, attributes }) => attributes.map(({ key, value }) => ({ type, key, value })))
      .slice(0, MOST_ATTRIBUTES),
    ...(failed && failure.sealed !== undefined ? { error: failure.sealed } : {}),
  }
}

/** What went wrong outside a contract, or in one that ran in the open. */
function chainWords(tx: TxResult): string {
  const said = tx.rawLog === '' ? '' : ` It said: ${safeText(tx.rawLog, 500)}`
  return `${rejectionWords(tx)}${said}`
}
