import type { Input } from '../../codec/gen/bank_pb'
import { MsgMultiSendSchema, MsgSendSchema } from '../../codec/gen/bank_pb'
import { type ChainModule, handler } from '../../node/chain-module'
import { coinsFromProto } from '../coins'
import { readAddress } from '../message-address'
import { multiSend, send, type Transfer } from './bank'

/** The bank module (Protocol 3.4, 4.2). */
export const bankModule: ChainModule = {
  name: 'bank',
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
  ],
}

function transferOf({ address, coins }: Pick<Input, 'address' | 'coins'>, what: string): Transfer {
  return { address: readAddress(address, what), coins: coinsFromProto(coins) }
}
