import {
  MsgExecResponseSchema,
  MsgExecSchema,
  MsgGrantSchema,
  MsgRevokeSchema,
} from '../../codec/gen/authz_pb'
import { AbciError, sdkError } from '../../node/abci-error'
import { type ChainModule, handler, response } from '../../node/chain-module'
import type { Context } from '../../node/context'
import { ensureAccount } from '../auth/accounts'
import { openAny } from '../inner-message'
import { readAddress } from '../message-address'
import { momentFromProto } from '../proto-time'
import { checkAuthorization, typeUrlOf } from './authorization'
import { authzError } from './authz-errors'
import { dispatch } from './dispatch'
import { deleteGrant, type Grant, type GrantName, removeExpiredGrants, saveGrant } from './grants'

const GRANT_GAS = 3_000n

/** The authz module: messages that an account sends for another (Protocol 3.3, 3.4, 4.7). */
export const authzModule: ChainModule = {
  name: 'authz',
  messages: [
    handler(MsgGrantSchema, (context, { granter, grantee, grant }) => {
      const pair = readPair(granter, grantee)
      checkAuthorization(grant?.authorization)
      const { authorization = { typeUrl: '', value: new Uint8Array() }, expiration } = grant ?? {}
      giveGrant(context, pair, {
        authorization,
        ...(expiration && { expiration: momentFromProto(expiration) }),
      })
      return undefined
    }),
    handler(MsgRevokeSchema, (context, { granter, grantee, msgTypeUrl }) => {
      const pair = readPair(granter, grantee)
      if (msgTypeUrl === '') throw sdkError('invalidRequest', 'missing msg method name')
      context.gas.consume(GRANT_GAS, 'authz revoke')
      deleteGrant(context, { ...pair, typeUrl: msgTypeUrl })
      return undefined
    }),
    handler(MsgExecSchema, (context, { grantee, msgs }) => {
      if (grantee === '') throw new AbciError('undefined', 1, 'empty address string is not allowed')
      const sender = readAddress(grantee, 'invalid grantee address')
      if (msgs.length === 0) throw sdkError('invalidRequest', 'messages cannot be empty')
      return response(MsgExecResponseSchema, { results: dispatch(context, sender, msgs.map(openAny)) })
    }),
  ],
  beginBlock: removeExpiredGrants,
}

function giveGrant(context: Context, pair: Pick<GrantName, 'granter' | 'grantee'>, grant: Grant): void {
  context.gas.consume(GRANT_GAS, 'authz grant')
  ensureAccount(context.store, pair.grantee)
  const typeUrl = typeUrlOf(grant.authorization)
  if (!context.router.takes(typeUrl)) throw sdkError('invalidType', `${typeUrl} doesn't exist.`)
  saveGrant(context, pair, grant)
}

function readPair(granter: string, grantee: string): Pick<GrantName, 'granter' | 'grantee'> {
  if (grantee.toLowerCase() === granter.toLowerCase()) throw authzError('granteeIsGranter')
  return {
    grantee: readAddress(grantee, 'invalid grantee address'),
    granter: readAddress(granter, 'invalid granter address'),
  }
}
