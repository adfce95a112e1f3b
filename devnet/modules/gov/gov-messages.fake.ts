import { fromBinary } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import { anyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import * as v1 from '../../codec/gen/gov_pb'
import { GOV } from '../module-address'
import { A, B, D, type GovChain } from './gov-chain.fake'

/** For tests: what people send to governance. */
export const MIN = 1_000_000_000

export const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
export const fromGov = (amount: number, to: string = D): Any =>
  packAny(MsgSendSchema, { fromAddress: GOV, toAddress: to, amount: uscrt(amount) })

export interface Init {
  readonly messages?: Any[]
  readonly initialDeposit?: ReturnType<typeof uscrt>
  readonly proposer?: string
  readonly metadata?: string
  readonly title?: string
  readonly summary?: string
  readonly expedited?: boolean
}

export function submission(init: Init = {}) {
  const given = { messages: [], metadata: 'ipfs://x', title: 'T', summary: 'S', initialDeposit: uscrt(MIN) }
  return anyMessage(v1.MsgSubmitProposalSchema, { proposer: A, ...given, ...init })
}

/** Submits and gives the proposal's number. */
export function submit(chain: GovChain, init: Init = {}): bigint {
  return fromBinary(v1.MsgSubmitProposalResponseSchema, chain.run(submission(init)).answer.value).proposalId
}

export function vote(
  chain: GovChain,
  proposalId: bigint,
  voter: Address,
  option: 0 | 1 | 2 | 3 | 4,
  metadata = '',
) {
  return chain.run(anyMessage(v1.MsgVoteSchema, { proposalId, voter, option, metadata }))
}

export function deposit(chain: GovChain, proposalId: bigint, amount: number, depositor: Address = B) {
  return chain.run(anyMessage(v1.MsgDepositSchema, { proposalId, depositor, amount: uscrt(amount) }))
}

export function cancel(chain: GovChain, proposalId: bigint, proposer: Address = A) {
  return chain.run(anyMessage(v1.MsgCancelProposalSchema, { proposalId, proposer }))
}
