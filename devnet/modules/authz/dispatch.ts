import type { Address } from '../../../src/domain/index'
import type { AnyMessage } from '../../codec/any-message'
import { messageText } from '../../codec/message-text'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { ChainEvent } from '../../node/events'
import { openAny, signersOfInner } from '../inner-message'
import { blockTime } from '../proto-time'
import { accept } from './authorization'
import { authzError } from './authz-errors'
import { deleteGrant, findGrant, type GrantName, wordsFor, writeGrant } from './grants'

const DISPATCH_GAS = 1_000n

/** The handler of MsgExec: runs others' messages as far as they were granted, and the grantee's own. Their answers, encoded. */
export function dispatch(context: Context, grantee: Address, messages: readonly AnyMessage[]): Uint8Array[] {
  return messages.map((message, index) => {
    context.gas.consume(DISPATCH_GAS, 'authz exec')
    const [granter, ...others] = signersOfInner(message)
    if (granter === undefined || others.length > 0) throw authzError('numberOfSigners')
    if (granter !== grantee) drawOnGrant(context, { granter, grantee, typeUrl: message.typeUrl }, message)
    return runInner(context, message, index)
  })
}

function drawOnGrant(context: Context, name: GrantName, message: AnyMessage): void {
  const grant = findGrant(context.store, name)
  if (grant === undefined) throw authzError('notFound', `failed to get grant with ${wordsFor(name)}`)
  if (grant.expiration !== undefined && grant.expiration < blockTime(context.block))
    throw authzError('expired')
  const outcome = accept(context, openAny(grant.authorization), message)
  if (outcome === 'used up') deleteGrant(context, name)
  else if (outcome !== 'unchanged') writeGrant(context.store, name, { ...grant, authorization: outcome })
}

function runInner(context: Context, message: AnyMessage, index: number): Uint8Array {
  const { router } = context
  if (!router.takes(message.typeUrl))
    throw sdkError('unknownRequest', `unrecognized message route: ${message.typeUrl}`)
  // The enclave looks for a message for it among the transaction's own and finds none inside of MsgExec (Protocol 3.3).
  const unverified = router.refusalToSimulate(message)
  const events: ChainEvent[] = []
  try {
    if (unverified !== undefined) throw unverified
    const { value } = router.run({ ...context, events }, message)
    const mark = { key: 'authz_msg_index', value: String(index), index: true }
    context.events.push(
      ...events.map(({ type, attributes }) => ({ type, attributes: [...attributes, mark] })),
    )
    return value
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    const text = messageText(message.schema, message.message)
    throw error.at(`failed to execute message; message ${text}`)
  }
}
