import { base64 } from '@scure/base'
import { ChainError, transportError } from './chain-error'
import { type Client, outcome } from './client'
import { sleep } from './clock'
import { getTx } from './transactions'
import type { TxResult } from './tx-result'

/** What waiting for a transaction came to; after `not-found` it may still arrive. */
export type Confirmation =
  | { readonly kind: 'found'; readonly tx: TxResult }
  | { readonly kind: 'not-found'; readonly lastError: ChainError | undefined }

export interface WaitOptions {
  readonly signal?: AbortSignal
  /** Between two looks; one block unless given. */
  readonly intervalMs?: number
  /** In all; ten blocks or a minute, whichever is longer, unless given. */
  readonly timeoutMs?: number
  /** The signature (64 bytes) that the transaction must carry, so that a node cannot show another one. */
  readonly signature?: Uint8Array
}

/**
 * Looks for a transaction until the chain has it or the time is over. A node that fails meanwhile is asked again.
 * Throws `chain/bad-answer` when the record does not carry the expected signature, or the signal's reason. Protocol 4.5.
 */
export async function waitForTx(
  client: Client,
  hash: string,
  options: WaitOptions = {},
): Promise<Confirmation> {
  const { signal, signature, intervalMs = client.chain.blockMs } = options
  const deadline = client.clock.now() + (options.timeoutMs ?? Math.max(60_000, 10 * client.chain.blockMs))
  let lastError: ChainError | undefined
  for (;;) {
    const tx = await outcome(getTx(client, hash, signal))
    if (tx instanceof ChainError) lastError = tx
    else if (tx !== undefined) return { kind: 'found', tx: checked(tx, signature) }
    const left = deadline - client.clock.now()
    if (left <= 0) return { kind: 'not-found', lastError }
    await sleep(client.clock, Math.min(intervalMs, left), signal)
  }
}

function checked(tx: TxResult, signature: Uint8Array | undefined): TxResult {
  if (signature !== undefined && !tx.signatures.includes(base64.encode(signature))) {
    throw transportError('chain/bad-answer')
  }
  return tx
}
