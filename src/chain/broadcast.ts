import { base64 } from '@scure/base'
import * as v from 'valibot'
import type { Answer } from './attempt'
import { ChainError, transportError } from './chain-error'
import { type Client, outcome } from './client'
import { txHash } from './codec/tx-hash'
import { rejectionWords } from './rejection'

/** The fate of a sent transaction. `unclear` means that it may be on its way all the same: look for the hash, do not sign again. */
export type Broadcast =
  | { readonly kind: 'accepted'; readonly hash: string }
  | { readonly kind: 'unclear'; readonly hash: string; readonly reason: ChainError }

const PATH = '/cosmos/tx/v1beta1/txs'
const ALREADY_KNOWN = 19
const WRONG_SEQUENCE = 32
/** Failures after which the transaction cannot have arrived anywhere. */
const NEVER_SENT = new Set<string>(['chain/wrong-chain'])

const schema = v.object({
  tx_response: v.object({
    txhash: v.string(),
    code: v.optional(v.pipe(v.number(), v.integer()), 0),
    codespace: v.optional(v.string(), ''),
    raw_log: v.optional(v.string(), ''),
  }),
})

/**
 * Sends a signed TxRaw, to one node after another until one takes it. Throws ChainError `chain/tx-rejected` when a node
 * checked it and refused, `chain/wrong-chain` when no node of the right network is set. Protocol 4.5.
 */
export async function broadcast(
  client: Client,
  txBytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Broadcast> {
  const hash = txHash(txBytes)
  const body = { tx_bytes: base64.encode(txBytes), mode: 'BROADCAST_MODE_SYNC' }
  let unclear: ChainError | undefined
  let failure: ChainError | undefined
  for (const endpoint of client.endpoints) {
    const reply = await outcome(client.requestFrom(endpoint, { path: PATH, body, signal }))
    const verdict = reply instanceof ChainError ? reply : readVerdict(reply, hash)
    if (verdict === 'accepted') return { kind: 'accepted', hash }
    failure = verdict
    if (verdict.code === 'chain/tx-rejected') {
      // After an unclear try, a used-up sequence is what success looks like from another node.
      if (unclear !== undefined && verdict.refusal?.code === WRONG_SEQUENCE) break
      throw verdict
    }
    if (!NEVER_SENT.has(verdict.code)) unclear = verdict
  }
  if (unclear !== undefined) return { kind: 'unclear', hash, reason: unclear }
  throw failure ?? transportError('chain/offline')
}

function readVerdict(answer: Answer, hash: string): 'accepted' | ChainError {
  if (answer.kind === 'refused') {
    const { refusal } = answer
    const words = 'The node refused this transaction before checking it.'
    return new ChainError('chain/tx-rejected', words, { refusal })
  }
  const parsed = v.safeParse(schema, answer.json)
  if (!parsed.success) return transportError('chain/bad-answer')
  const { txhash, code, codespace, raw_log: rawLog } = parsed.output.tx_response
  if (txhash.toUpperCase() !== hash) {
    return new ChainError(
      'chain/bad-answer',
      'The node answered about another transaction than the one it was sent.',
    )
  }
  if (code === 0 || (codespace === 'sdk' && code === ALREADY_KNOWN)) return 'accepted'
  const refusal = { code, codespace, message: rawLog }
  return new ChainError('chain/tx-rejected', rejectionWords({ code, codespace, rawLog }), { refusal })
}
