import {
  MsgExecuteContractResponseSchema,
  MsgExecuteContractSchema,
  MsgInstantiateContractResponseSchema,
  MsgInstantiateContractSchema,
} from '../../codec/gen/compute_pb'
import { type ChainModule, handler, response } from '../../node/chain-module'
import { coinsFromProto } from '../coins'
import { readAddress, readAddressBytes } from '../message-address'
import type { Compute } from './compute'
import { enclaveFailed } from './compute-errors'

/** A simulated transaction is in no block, so the enclave cannot verify it. */
const UNVERIFIED = 'failed to verify transaction signature'

/** The compute module (Protocol 3.1). */
export function computeModule(compute: Compute): ChainModule {
  return {
    name: 'compute',
    messages: [
      handler(
        MsgExecuteContractSchema,
        (context, { sender, contract, msg, sentFunds, callbackSig }) => {
          const data = compute.execute(context, {
            sender: readAddressBytes(sender, 'sender'),
            contract: readAddressBytes(contract, 'contract'),
            wire: msg,
            funds: coinsFromProto(sentFunds),
            callbackSig,
          })
          return response(MsgExecuteContractResponseSchema, { data })
        },
        { unsimulated: () => enclaveFailed('execute', UNVERIFIED) },
      ),
      handler(
        MsgInstantiateContractSchema,
        (context, { sender, codeId, label, initMsg, initFunds, callbackSig, admin }) => {
          const made = compute.instantiate(context, {
            sender: readAddressBytes(sender, 'sender'),
            codeId,
            label,
            wire: initMsg,
            funds: coinsFromProto(initFunds),
            callbackSig,
            admin: admin === '' ? '' : readAddress(admin, 'admin'),
          })
          return response(MsgInstantiateContractResponseSchema, made)
        },
        { unsimulated: () => enclaveFailed('instantiate', UNVERIFIED) },
      ),
    ],
  }
}
