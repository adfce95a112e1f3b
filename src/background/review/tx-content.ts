/** What a transaction holds, whichever way it is to be signed. */
import type { ChainMessage, Fee } from '../../chain/codec/index'
import type { TxRequest } from './sign-request'
import { isSealed } from './unread-message'

/** More messages than these are not put into words. */
export const MOST_MESSAGES = 100

interface TxContent {
  readonly messages: readonly ChainMessage[]
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly accountNumber: bigint
}

export function contentOf(request: TxRequest): TxContent {
  return request.kind === 'amino' ? request.tx : { ...request.body, accountNumber: request.accountNumber }
}

/** None where somebody else adds it. */
export function feeOf(request: TxRequest): Fee {
  switch (request.kind) {
    case 'direct':
      return request.auth.fee ?? NO_FEE
    case 'amino':
      return request.tx.fee
    case 'aux':
      return NO_FEE
    default:
      return request satisfies never
  }
}

const NO_FEE: Fee = { amount: [], gas: 0n, payer: '', granter: '' }

/** The count of transactions that the signature is for. */
export function sequenceOf(request: TxRequest): bigint {
  switch (request.kind) {
    case 'direct':
      return request.auth.signers[0]?.sequence ?? 0n
    case 'amino':
      return request.tx.sequence
    case 'aux':
      return request.sequence
    default:
      return request satisfies never
  }
}

/** True for what only the enclaves of a block can read. */
export function isForContracts(message: ChainMessage): boolean {
  return isSealed(message) || (message.kind === 'authz-exec' && message.messages.some(isForContracts))
}
