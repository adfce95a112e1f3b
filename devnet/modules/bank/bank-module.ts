import type { Input } from '../../codec/gen/bank_pb'
import {
  MsgMultiSendSchema,
  MsgSendSchema,
  MsgSetSendEnabledSchema,
  MsgUpdateParamsSchema,
} from '../../codec/gen/bank_pb'
import { AbciError } from '../../node/abci-error'
import { type ChainModule, handler } from '../../node/chain-module'
import { checkAuthority } from '../authority'
import { coinsFromProto } from '../coins'
import { readAddress } from '../message-address'
import { send } from './bank'
import { SCRT_METADATA, setMetadata } from './denom-metadata'
import { multiSend, type Transfer } from './multi-send'
import { setDefaultSendEnabled, setSendEnabled } from './send-enabled'

/** The bank module (Protocol 3.4, 4.2). */
export const bankModule: ChainModule = {
  name: 'bank',
  genesis: ({ store }) => setMetadata(store, 'uscrt', SCRT_METADATA),
  messages: [
    handler(MsgSendSchema, (context, { fromAddress, toAddress, amount }) => {
      const from = readAddress(fromAddress, 'invalid from address')
      send(context, from, readAddress(toAddress, 'invalid to address'), coinsFromProto(amount))
      return undefined
    }),
    handler(MsgMultiSendSchema, (context, { inputs, outputs }) => {
      multiSend(
        context,
        inputs.map((input) => transferOf(input, 'invalid input address')),
        outputs.map((output) => transferOf(output, 'invalid output address')),
      )
      return undefined
    }),
    handler(MsgSetSendEnabledSchema, ({ store }, { authority, sendEnabled, useDefaultFor }) => {
      checkAuthority(authority)
      setSendEnabled(store, sendEnabled, useDefaultFor)
      return undefined
    }),
    handler(MsgUpdateParamsSchema, ({ store }, { authority, params }) => {
      checkAuthority(authority)
      if (params !== undefined && params.sendEnabled.length > 0) {
        throw new AbciError('undefined', 1, 'use of send_enabled in params is no longer supported')
      }
      setDefaultSendEnabled(store, params?.defaultSendEnabled ?? false)
      return undefined
    }),
  ],
}

function transferOf({ address, coins }: Pick<Input, 'address' | 'coins'>, what: string): Transfer {
  return { address: readAddress(address, what), coins: coinsFromProto(coins) }
}
