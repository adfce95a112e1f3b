import { isMessage } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { type AnyMessage, packAny } from '../../codec/any-message'
import * as staking from '../../codec/gen/staking_pb'
import type { Coin as ProtoCoin } from '../../codec/gen/wire_pb'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { coinFromProto, coinToProto } from '../coins'
import { authzError } from './authz-errors'

const { AuthorizationType } = staking
const LIST_GAS = 10n

/** What each type of authorization is for. */
const MESSAGES = new Map<number, string>([
  [AuthorizationType.DELEGATE, `/${staking.MsgDelegateSchema.typeName}`],
  [AuthorizationType.UNDELEGATE, `/${staking.MsgUndelegateSchema.typeName}`],
  [AuthorizationType.REDELEGATE, `/${staking.MsgBeginRedelegateSchema.typeName}`],
  [AuthorizationType.CANCEL_UNBONDING_DELEGATION, `/${staking.MsgCancelUnbondingDelegationSchema.typeName}`],
])

export function stakeTypeUrl({ authorizationType }: staking.StakeAuthorization): string {
  const typeUrl = MESSAGES.get(authorizationType)
  if (typeUrl === undefined)
    throw authzError('unknownType', 'cannot normalize authz type with types.AuthorizationType')
  return typeUrl
}

export function checkStake({ maxTokens, authorizationType }: staking.StakeAuthorization): void {
  if (maxTokens !== undefined && coinFromProto(maxTokens).amount < 0n)
    throw authzError('negativeMaxTokens', `negative coin amount: ${maxTokens.amount}${maxTokens.denom}`)
  if (authorizationType === AuthorizationType.UNSPECIFIED) throw authzError('unknownType')
}

/** Checks the validator, and takes the tokens from the limit if there is one. */
export function acceptStake(
  { gas }: Context,
  authorization: staking.StakeAuthorization,
  sent: AnyMessage,
): 'unchanged' | 'used up' | Any {
  const { validator, amount } = targetOf(sent)
  const { validators, maxTokens } = authorization
  const list = validators.value?.address ?? []
  gas.consume(LIST_GAS * BigInt(list.length), 'stake authorization')
  const isDenied = validators.case === 'denyList' && list.includes(validator)
  const isMissing = validators.case === 'allowList' && list.length > 0 && !list.includes(validator)
  if (isDenied || isMissing)
    throw sdkError('unauthorized', `cannot delegate/undelegate to ${validator} validator`)
  if (maxTokens === undefined) return 'unchanged'
  const left = withoutTokens(maxTokens, amount)
  return left.amount === '0'
    ? 'used up'
    : packAny(staking.StakeAuthorizationSchema, { ...authorization, maxTokens: left })
}

function withoutTokens(limit: ProtoCoin, taken: ProtoCoin | undefined): ProtoCoin {
  const [before, less] = [coinFromProto(limit), coinFromProto(taken)]
  if (before.denom !== less.denom)
    throw new AbciError('undefined', 1, `invalid coin denominations; ${before.denom}, ${less.denom}`)
  if (before.amount < less.amount)
    throw sdkError('insufficientFunds', `negative coin amount: ${before.amount - less.amount}`)
  return coinToProto({ denom: before.denom, amount: before.amount - less.amount })
}

function targetOf({ message }: AnyMessage): { validator: string; amount: ProtoCoin | undefined } {
  if (isMessage(message, staking.MsgBeginRedelegateSchema))
    return { validator: message.validatorDstAddress, amount: message.amount }
  if (
    isMessage(message, staking.MsgDelegateSchema) ||
    isMessage(message, staking.MsgUndelegateSchema) ||
    isMessage(message, staking.MsgCancelUnbondingDelegationSchema)
  )
    return { validator: message.validatorAddress, amount: message.amount }
  throw sdkError('invalidRequest', 'unknown msg type')
}
