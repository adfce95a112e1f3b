/** What a transaction holds, whichever way it is to be signed. */
import type { ChainMessage, Fee } from '../../chain/codec/index'
import type { TxRequest } from './sign-request'

/** More messages than these are not put into words. */
export const MOST_MESSAGES = 100

interface TxContent {
  readonly messages: readonly ChainMessage[]
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly accountNumber: bigint
}

export function contentOf(request: TxRequest): TxContent {
  return request.kind === 'direct' ? { ...request.body, accountNumber: request.accountNumber } : request.tx
}

export function feeOf(request: TxRequest): Fee {
  const fee = request.kind === 'direct' ? request.auth.fee : request.tx.fee
  return fee ?? { amount: [], gas: 0n, payer: '', granter: '' }
}

/** The count of transactions that the signature is for. */
export function sequenceOf(request: TxRequest): bigint {
  return request.kind === 'direct' ? (request.auth.signers[0]?.sequence ?? 0n) : request.tx.sequence
}
