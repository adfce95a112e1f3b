import { base64 } from '@scure/base'
import { type Address, addressBytes, type JsonObject } from '../../src/domain/index'
import type { Compute } from './compute/compute'
import { enclaveFailed } from './compute/compute-errors'
import { type AddressRendering, coinsToJson, type MessageHandlers } from './message-handler'

/** A simulated transaction is in no block, so the enclave cannot verify it. */
const UNVERIFIED = 'failed to verify transaction signature'
const RESPONSES = '/secret.compute.v1beta1'

/** The messages of the compute module (Protocol 3.1, 3.3). */
export function computeMessages(compute: Compute): MessageHandlers {
  return {
    execute: {
      aminoType: 'wasm/MsgExecuteContract',
      unsimulated: () => enclaveFailed('execute', UNVERIFIED),
      signer: ({ sender }) => sender,
      run: (context, message) => ({
        typeUrl: `${RESPONSES}.MsgExecuteContractResponse`,
        data: compute.execute(context, message),
      }),
      toLcd: (message) => ({
        sender: message.sender,
        contract: message.contract,
        msg: base64.encode(message.wire),
        callback_code_hash: message.callbackCodeHash,
        sent_funds: coinsToJson(message.funds),
        callback_sig: bytesOrNull(message.callbackSig),
      }),
      toAmino: (message, rendering) => ({
        contract: renderAddress(message.contract, rendering),
        ...unlessEmpty('msg', message.wire),
        sender: renderAddress(message.sender, rendering),
        sent_funds: coinsToJson(message.funds),
        ...callbackToAmino(message),
      }),
    },
    instantiate: {
      aminoType: 'wasm/MsgInstantiateContract',
      unsimulated: () => enclaveFailed('instantiate', UNVERIFIED),
      signer: ({ sender }) => sender,
      run: (context, message) => ({
        typeUrl: `${RESPONSES}.MsgInstantiateContractResponse`,
        ...compute.instantiate(context, message),
      }),
      toLcd: (message) => ({
        sender: message.sender,
        callback_code_hash: message.callbackCodeHash,
        code_id: String(message.codeId),
        label: message.label,
        init_msg: base64.encode(message.wire),
        init_funds: coinsToJson(message.funds),
        callback_sig: bytesOrNull(message.callbackSig),
        admin: message.admin ?? '',
      }),
      toAmino: (message, rendering) => ({
        ...(message.admin !== undefined && { admin: message.admin }),
        code_id: String(message.codeId),
        init_funds: coinsToJson(message.funds),
        ...unlessEmpty('init_msg', message.wire),
        label: message.label,
        sender: renderAddress(message.sender, rendering),
        ...callbackToAmino(message),
      }),
    },
  }
}

function renderAddress(address: Address, rendering: AddressRendering): string {
  return rendering === 'base64' ? base64.encode(addressBytes(address)) : address
}

function callbackToAmino(message: { callbackCodeHash: string; callbackSig: Uint8Array }): JsonObject {
  const { callbackCodeHash, callbackSig } = message
  return {
    ...(callbackCodeHash !== '' && { callback_code_hash: callbackCodeHash }),
    ...unlessEmpty('callback_sig', callbackSig),
  }
}

function unlessEmpty(name: string, bytes: Uint8Array): JsonObject {
  return bytes.length === 0 ? {} : { [name]: base64.encode(bytes) }
}

/** Empty bytes of this field are shown as null (Protocol 2.6). */
function bytesOrNull(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : base64.encode(bytes)
}
