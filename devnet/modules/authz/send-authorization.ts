import { isMessage } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { type AnyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema, type SendAuthorization, SendAuthorizationSchema } from '../../codec/gen/bank_pb'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { coinsFromProto, coinToProto, subtractCoins } from '../coins'

export const SEND_TYPE_URL = `/${MsgSendSchema.typeName}`
const LIST_GAS = 10n

export function checkSend({ spendLimit, allowList }: SendAuthorization): void {
  if (spendLimit.length === 0) throw sdkError('invalidCoins', 'spend limit cannot be nil')
  if (coinsFromProto(spendLimit).some(({ amount }) => amount <= 0n))
    throw sdkError('invalidCoins', 'spend limit must be positive')
  if (new Set(allowList).size < allowList.length) throw new AbciError('bank', 8, 'duplicate entry')
}

/** Takes what is sent from the limit. */
export function acceptSend(
  { gas }: Context,
  { spendLimit, allowList }: SendAuthorization,
  { message }: AnyMessage,
): 'used up' | Any {
  if (!isMessage(message, MsgSendSchema)) throw sdkError('invalidType', 'type mismatch')
  const left = subtractCoins(coinsFromProto(spendLimit), coinsFromProto(message.amount))
  if (left === undefined) throw sdkError('insufficientFunds', 'requested amount is more than spend limit')
  gas.consume(LIST_GAS * BigInt(allowList.length), 'send authorization')
  if (allowList.length > 0 && !allowList.includes(message.toAddress))
    throw sdkError('unauthorized', `cannot send to ${message.toAddress} address`)
  return left.length === 0
    ? 'used up'
    : packAny(SendAuthorizationSchema, { spendLimit: left.map(coinToProto), allowList })
}
