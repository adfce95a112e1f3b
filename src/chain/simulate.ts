import { base64 } from '@scure/base'
import * as v from 'valibot'
import { readAnswer, uintText } from './answer'
import type { Client } from './client'
import { encodeTxRaw } from './codec/tx-body'
import { rejectionWords } from './rejection'

/** What a node says would happen to a transaction now. Its word, not a promise. */
export type Simulation =
  | { readonly kind: 'passes'; readonly gasUsed: bigint }
  /** `message` is for the person, in plain words; `detail` are the node's own. */
  | { readonly kind: 'refused'; readonly message: string; readonly detail: string }

const answer = v.object({ gas_info: v.object({ gas_used: uintText() }) })
const PATH = '/cosmos/tx/v1beta1/simulate'
const SIGNATURE_BYTES = 64

/** By what a node's refusal says: its answer has no code of the transaction's own. */
const REFUSALS: readonly (readonly [RegExp, number])[] = [
  [/insufficient funds|is smaller than|spendable balance/i, 5],
  [/account sequence mismatch/i, 32],
  [/out of gas/i, 11],
  [/memo/i, 12],
  [/timeout height|tx timeout/i, 30],
]

/**
 * Tries a transaction of one signer out on a node, with an empty signature in the place of the true one. Fails for every
 * transaction that holds a contract message. Throws ChainError. Protocol 4.5.
 */
export async function simulate(
  client: Client,
  tx: { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array },
  signal?: AbortSignal,
): Promise<Simulation> {
  const bytes = encodeTxRaw({ ...tx, signatures: [new Uint8Array(SIGNATURE_BYTES)] })
  const reply = await client.request({ path: PATH, body: { tx_bytes: base64.encode(bytes) }, signal })
  if (reply.kind === 'ok') return { kind: 'passes', gasUsed: readAnswer(answer, reply).gas_info.gas_used }
  const detail = reply.refusal.message
  const code = REFUSALS.find(([words]) => words.test(detail))?.[1]
  const message =
    code === undefined
      ? 'The network found a fault in it.'
      : rejectionWords({ code, codespace: 'sdk', rawLog: detail })
  return { kind: 'refused', message, detail }
}
