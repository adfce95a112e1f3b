import { isMessage } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import type { AnyMessage } from '../../codec/any-message'
import { GenericAuthorizationSchema } from '../../codec/gen/authz_pb'
import { SendAuthorizationSchema } from '../../codec/gen/bank_pb'
import { StakeAuthorizationSchema } from '../../codec/gen/staking_pb'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { openAny } from '../inner-message'
import * as send from './send-authorization'
import * as stake from './stake-authorization'

/** What becomes of an authorization once a message was sent under it. */
export type Outcome = 'unchanged' | 'used up' | Any

/** The type of the messages that an authorization is for; throws AbciError when it is none. */
export function typeUrlOf(authorization: Pick<Any, 'typeUrl' | 'value'>): string {
  const { message } = openAny(authorization)
  if (isMessage(message, GenericAuthorizationSchema)) return message.msg
  if (isMessage(message, SendAuthorizationSchema)) return send.SEND_TYPE_URL
  if (isMessage(message, StakeAuthorizationSchema)) return stake.stakeTypeUrl(message)
  throw notAnAuthorization(authorization.typeUrl)
}

/** Throws AbciError unless it is an authorization that makes sense on its own. */
export function checkAuthorization(authorization: Pick<Any, 'typeUrl' | 'value'> | undefined): void {
  const { typeUrl, message } = openAny(authorization)
  if (isMessage(message, GenericAuthorizationSchema)) return
  if (isMessage(message, SendAuthorizationSchema)) send.checkSend(message)
  else if (isMessage(message, StakeAuthorizationSchema)) stake.checkStake(message)
  else throw notAnAuthorization(typeUrl)
}

/** Lets a message pass under an authorization; throws AbciError when it goes beyond it. */
export function accept(context: Context, authorization: AnyMessage, sent: AnyMessage): Outcome {
  const { message } = authorization
  if (isMessage(message, SendAuthorizationSchema)) return send.acceptSend(context, message, sent)
  if (isMessage(message, StakeAuthorizationSchema)) return stake.acceptStake(context, message, sent)
  return 'unchanged'
}

function notAnAuthorization(typeUrl: string): Error {
  return sdkError(
    'txDecode',
    `no concrete type registered for type URL ${typeUrl} against interface *authz.Authorization`,
  )
}
