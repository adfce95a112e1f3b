import type { MessageResponse } from '../../src/chain/codec/index'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { sdkError } from '../node/abci-error'
import { multiSend, send, type Transfer } from './bank'
import { coinsToJson, type MessageHandlers } from './message-handler'

/** The messages of the bank module (Protocol 3.4). */
export const BANK_MESSAGES: MessageHandlers = {
  send: {
    aminoType: 'cosmos-sdk/MsgSend',
    signer: ({ from }) => from,
    run(context, { from, to, amount }) {
      send(context, from, to, amount)
      return emptyResponse('/cosmos.bank.v1beta1.MsgSendResponse')
    },
    toLcd: ({ from, to, amount }) => sendToJson(from, to, coinsToJson(amount)),
    toAmino: ({ from, to, amount }) => sendToJson(from, to, coinsToJson(amount)),
  },
  'multi-send': {
    aminoType: 'cosmos-sdk/MsgMultiSend',
    signer({ inputs }) {
      const [input] = inputs
      if (input === undefined) throw sdkError('invalidRequest', 'no inputs to send transaction')
      return input.address
    },
    run(context, { inputs, outputs }) {
      multiSend(context, inputs, outputs)
      return emptyResponse('/cosmos.bank.v1beta1.MsgMultiSendResponse')
    },
    toLcd: ({ inputs, outputs }) => ({ inputs: sideToJson(inputs), outputs: sideToJson(outputs) }),
    toAmino: ({ inputs, outputs }) => ({ inputs: sideToJson(inputs), outputs: sideToJson(outputs) }),
  },
}

function sendToJson(from: string, to: string, amount: JsonValue): JsonObject {
  return { from_address: from, to_address: to, amount }
}

function sideToJson(side: readonly Transfer[]): JsonValue {
  return side.map(({ address, coins }) => ({ address, coins: coinsToJson(coins) }))
}

function emptyResponse(typeUrl: string): MessageResponse {
  return { typeUrl, data: new Uint8Array() }
}
