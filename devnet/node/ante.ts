import { base64 } from '@scure/base'
import type { Address } from '../../src/domain/index'
import { AUTH_PARAMS, advanceSequence } from '../modules/auth/accounts'
import { readAddress } from '../modules/message-address'
import { sdkError } from './abci-error'
import { checkFeeFloor, type GasPrice, takeFee } from './ante-fee'
import { checkSignatures, type VerifiedSignatures } from './ante-signature'
import type { Context } from './context'
import { event } from './events'
import type { Transaction } from './transaction'

/** What the checks before a transaction's messages are for; only some of them apply to each. */
export type AnteMode = 'check' | 'deliver' | 'simulate'

export interface AnteRules {
  readonly mode: AnteMode
  readonly gasPrice: GasPrice
  readonly verified: VerifiedSignatures
}

export const BLOCK_MAX_GAS = 10_000_000n

const ANTE_GAS = 3_000n
const TX_SIZE_GAS = BigInt(AUTH_PARAMS.tx_size_cost_per_byte)
const MAX_MEMO = Number(AUTH_PARAMS.max_memo_characters)

/** Checks a transaction and takes its fee, in the order of the chain's own handlers; throws AbciError. */
export function runAnte(context: Context, tx: Transaction, rules: AnteRules): void {
  const simulated = rules.mode === 'simulate'
  checkBasics(context, tx, rules)
  context.gas.consume(ANTE_GAS + TX_SIZE_GAS * BigInt(tx.bytes.length), 'txSize')
  const { feePayer, signers } = requiredSigners(tx)
  takeFee(context, feePayer, tx, simulated)
  checkSignatures(context, tx, signers, { simulated, verified: rules.verified, feePayer })
  for (const address of signers) advanceSequence(context.store, address)
  emitSignatureEvents(context, tx, signers)
}

function checkBasics(
  context: Context,
  { body, fee, messages, signatures }: Transaction,
  rules: AnteRules,
): void {
  if (messages.length === 0) throw sdkError('invalidRequest', 'must contain at least one message')
  if (signatures.length === 0) throw sdkError('noSignatures', '')
  if (rules.mode !== 'simulate' && fee.gas > BLOCK_MAX_GAS) {
    throw sdkError('invalidGasLimit', `tx gas limit ${fee.gas} exceeds block max gas ${BLOCK_MAX_GAS}`)
  }
  if (body.extensionOptions.length > 0) throw sdkError('unknownExtension', 'unknown extension options')
  if (body.timeoutHeight > 0n && BigInt(context.block.height) > body.timeoutHeight) {
    throw sdkError(
      'txTimeoutHeight',
      `block height: ${context.block.height}, timeout height: ${body.timeoutHeight}`,
    )
  }
  const memoLength = new TextEncoder().encode(body.memo).length
  if (memoLength > MAX_MEMO) {
    throw sdkError(
      'memoTooLarge',
      `maximum number of characters is ${MAX_MEMO} but received ${memoLength} characters`,
    )
  }
  if (fee.amount.some(({ amount }) => amount < 0n)) throw sdkError('insufficientFee', 'invalid fee provided')
  if (rules.mode === 'check') checkFeeFloor(fee, rules.gasPrice)
}

/** Those whose messages these are, and whoever else is named as the payer of the fee. */
function requiredSigners({ fee, signers }: Transaction): { feePayer: Address; signers: Address[] } {
  const named = fee.payer === '' ? undefined : readAddress(fee.payer, 'invalid fee payer address')
  const feePayer = named ?? signers[0]
  if (feePayer === undefined) throw sdkError('invalidRequest', 'must contain at least one message')
  return { feePayer, signers: [...new Set([...signers, feePayer])] }
}

/** What block explorers and clients find transactions by (Protocol 2.5, 4.5). */
function emitSignatureEvents(context: Context, tx: Transaction, signers: readonly Address[]): void {
  for (const [index, address] of signers.entries()) {
    context.events.push(event('tx', [['acc_seq', `${address}/${tx.signerInfos[index]?.sequence ?? 0n}`]]))
  }
  for (const signature of tx.signatures) {
    context.events.push(event('tx', [['signature', base64.encode(signature)]]))
  }
}
