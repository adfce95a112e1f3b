import { create } from '@bufbuild/protobuf'
import { AnySchema } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import { type AnyMessage, anyMessage, unpackAny } from '../../codec/any-message'
import { CodecError } from '../../codec/codec-error'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import {
  MsgSetWithdrawAddressSchema,
  MsgWithdrawDelegatorRewardSchema,
} from '../../codec/gen/distribution_pb'
import { MsgVoteSchema, VoteOption } from '../../codec/gen/gov_pb'
import { MsgTransferSchema } from '../../codec/gen/ibc_pb'
import { MsgBeginRedelegateSchema, MsgDelegateSchema, MsgUndelegateSchema } from '../../codec/gen/staking_pb'
import { signersOf } from '../../codec/signers'
import { AbciError, sdkError } from '../../node/abci-error'
import type { VmMessage, VmVote } from '../../vm/vm-message'
import { coinToProto } from '../coins'

/** Messages that the compute module itself carries out. */
export type ContractCallMessage = Extract<
  VmMessage,
  { readonly kind: 'execute' | 'instantiate' | 'migrate' | 'update-admin' | 'clear-admin' }
>
/** Messages for the chain's other modules. */
export type ModuleMessage = Exclude<VmMessage, ContractCallMessage | { readonly kind: 'finalize-tx' }>

const VOTES: Readonly<Record<VmVote, VoteOption>> = {
  yes: VoteOption.YES,
  abstain: VoteOption.ABSTAIN,
  no: VoteOption.NO,
  no_with_veto: VoteOption.NO_WITH_VETO,
}

/** A contract's message as the other module's own; `contract` is whose it is. Throws AbciError for one that may not be sent. */
export function moduleMessage(contract: Address, message: ModuleMessage): AnyMessage {
  switch (message.kind) {
    case 'send':
      if (message.from !== undefined && message.from !== contract) throw notItsOwn()
      return anyMessage(MsgSendSchema, {
        fromAddress: contract,
        toAddress: message.to,
        amount: message.amount.map(coinToProto),
      })
    case 'delegate':
    case 'undelegate':
    case 'redelegate':
      return stakingMessage(contract, message)
    case 'withdraw-reward':
      return anyMessage(MsgWithdrawDelegatorRewardSchema, {
        delegatorAddress: contract,
        validatorAddress: message.validator,
      })
    case 'set-withdraw-address':
      return anyMessage(MsgSetWithdrawAddressSchema, {
        delegatorAddress: contract,
        withdrawAddress: message.address,
      })
    case 'vote':
      return anyMessage(MsgVoteSchema, {
        proposalId: message.proposalId,
        voter: contract,
        option: VOTES[message.option],
      })
    case 'ibc-transfer':
      return transferMessage(contract, message)
    case 'stargate':
      return stargateMessage(contract, message)
    case 'unsupported':
      throw new AbciError('compute', 18, `${message.form}: unknown message from the contract`)
    default:
      return message satisfies never
  }
}

function stakingMessage(
  delegatorAddress: Address,
  message: Extract<ModuleMessage, { readonly kind: 'delegate' | 'undelegate' | 'redelegate' }>,
): AnyMessage {
  const amount = coinToProto(message.amount)
  if (message.kind === 'redelegate') {
    return anyMessage(MsgBeginRedelegateSchema, {
      delegatorAddress,
      validatorSrcAddress: message.source,
      validatorDstAddress: message.destination,
      amount,
    })
  }
  const schema = message.kind === 'delegate' ? MsgDelegateSchema : MsgUndelegateSchema
  return anyMessage(schema, { delegatorAddress, validatorAddress: message.validator, amount })
}

function transferMessage(
  sender: Address,
  { channel, to, amount, timeout, memo }: Extract<ModuleMessage, { readonly kind: 'ibc-transfer' }>,
): AnyMessage {
  return anyMessage(MsgTransferSchema, {
    sourcePort: 'transfer',
    sourceChannel: channel,
    token: coinToProto(amount),
    sender,
    receiver: to,
    ...(timeout.block && {
      timeoutHeight: { revisionNumber: timeout.block.revision, revisionHeight: timeout.block.height },
    }),
    timeoutTimestamp: timeout.timestamp ?? 0n,
    memo,
  })
}

/** Any message of the chain, as long as the contract is the one who must sign it. */
function stargateMessage(
  contract: Address,
  { typeUrl, value }: Extract<ModuleMessage, { readonly kind: 'stargate' }>,
): AnyMessage {
  try {
    const message = unpackAny(create(AnySchema, { typeUrl, value }))
    if (signersOf(message).some((signer) => signer !== contract)) throw notItsOwn()
    return message
  } catch (error) {
    if (error instanceof CodecError) throw sdkError('unknownRequest', error.message)
    throw error
  }
}

function notItsOwn(): AbciError {
  return sdkError('unauthorized', "contract doesn't have permission")
}
