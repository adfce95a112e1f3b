import {
  MsgGrantAllowanceSchema,
  MsgPruneAllowancesSchema,
  MsgRevokeAllowanceSchema,
} from '../../codec/gen/feegrant_pb'
import { sdkError } from '../../node/abci-error'
import { type ChainModule, handler } from '../../node/chain-module'
import { readAddress } from '../message-address'
import { allowanceFromAny } from './allowance-any'
import { grantAllowance, type Pair, pruneAllowances, pruneAtEndOfBlock, revokeAllowance } from './feegrant'

/** The feegrant module: fees that another account pays (Protocol 3.4, 4.7). */
export const feegrantModule: ChainModule = {
  name: 'feegrant',
  messages: [
    handler(MsgGrantAllowanceSchema, (context, { granter, grantee, allowance }) => {
      const pair = readPair(granter, grantee, 'cannot self-grant fee authorization')
      grantAllowance(context, pair, allowanceFromAny(allowance))
      return undefined
    }),
    handler(MsgRevokeAllowanceSchema, (context, { granter, grantee }) => {
      revokeAllowance(context, readPair(granter, grantee, 'addresses must be different'))
      return undefined
    }),
    handler(MsgPruneAllowancesSchema, (context, { pruner }) => {
      pruneAllowances(context, readAddress(pruner, 'invalid pruner address'))
      return undefined
    }),
  ],
  endBlock: pruneAtEndOfBlock,
}

function readPair(granter: string, grantee: string, whenSame: string): Pair {
  if (granter === grantee) throw sdkError('invalidAddress', whenSame)
  return {
    granter: readAddress(granter, 'invalid granter address'),
    grantee: readAddress(grantee, 'invalid grantee address'),
  }
}
