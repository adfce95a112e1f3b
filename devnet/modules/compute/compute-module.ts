import {
  MsgClearAdminSchema,
  MsgContractGovernanceProposalSchema,
  MsgExecuteContractResponseSchema,
  MsgExecuteContractSchema,
  MsgInstantiateContractResponseSchema,
  MsgInstantiateContractSchema,
  MsgMigrateContractProposalSchema,
  MsgMigrateContractResponseSchema,
  MsgMigrateContractSchema,
  MsgSetContractGovernanceSchema,
  MsgStoreCodeResponseSchema,
  MsgStoreCodeSchema,
  MsgUpdateAdminSchema,
  MsgUpdateParamsSchema,
} from '../../codec/gen/compute_pb'
import { type ChainModule, handler, type MessageHandler, response } from '../../node/chain-module'
import { checkAuthority } from '../authority'
import { coinsFromProto } from '../coins'
import { readAddress, readAddressBytes } from '../message-address'
import type { Compute } from './compute'
import { enclaveFailed, type Operation } from './compute-errors'
import { carryOutProposal, submitToGovernance } from './governance'
import { setComputeParams } from './params'

/** The compute module (Protocol 3.1). */
export function computeModule(compute: Compute): ChainModule {
  return {
    name: 'compute',
    messages: [
      storeCode(compute),
      instantiate(compute),
      execute(compute),
      migrate(compute),
      ...adminMessages(compute),
      ...governanceMessages(),
    ],
  }
}

/** A simulated transaction is in no block, so the enclave cannot verify it (Protocol 4.5). */
function notSimulated(operation: Operation) {
  return { unsimulated: () => enclaveFailed(operation, 'failed to verify transaction signature') }
}

function storeCode(compute: Compute): MessageHandler {
  return handler(MsgStoreCodeSchema, (context, { sender, wasmByteCode, source, builder }) => {
    const by = readAddressBytes(sender, 'sender')
    const codeId = compute.store(context, { sender: by, bytes: wasmByteCode, source, builder })
    return response(MsgStoreCodeResponseSchema, { codeId: BigInt(codeId) })
  })
}

function instantiate(compute: Compute): MessageHandler {
  const run: Parameters<typeof handler<typeof MsgInstantiateContractSchema>>[1] = (context, message) => {
    const { sender, codeId, label, initMsg, initFunds, callbackSig, admin } = message
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
  }
  return handler(MsgInstantiateContractSchema, run, notSimulated('instantiate'))
}

function execute(compute: Compute): MessageHandler {
  const run: Parameters<typeof handler<typeof MsgExecuteContractSchema>>[1] = (context, message) => {
    const { sender, contract, msg, sentFunds, callbackSig } = message
    const data = compute.execute(context, {
      sender: readAddressBytes(sender, 'sender'),
      contract: readAddressBytes(contract, 'contract'),
      wire: msg,
      funds: coinsFromProto(sentFunds),
      callbackSig,
    })
    return response(MsgExecuteContractResponseSchema, { data })
  }
  return handler(MsgExecuteContractSchema, run, notSimulated('execute'))
}

function migrate(compute: Compute): MessageHandler {
  const run: Parameters<typeof handler<typeof MsgMigrateContractSchema>>[1] = (context, message) => {
    const { sender, contract, codeId, msg, callbackSig } = message
    const data = compute.migrate(context, {
      sender: readAddress(sender, 'sender'),
      contract: readAddress(contract, 'contract'),
      codeId,
      wire: msg,
      callbackSig,
    })
    return response(MsgMigrateContractResponseSchema, { data })
  }
  return handler(MsgMigrateContractSchema, run, notSimulated('migrate'))
}

function adminMessages(compute: Compute): MessageHandler[] {
  return [
    handler(MsgUpdateAdminSchema, (context, { sender, newAdmin, contract }) => {
      compute.changeAdmin(context, {
        sender: readAddress(sender, 'sender'),
        contract: readAddress(contract, 'contract'),
        admin: readAddress(newAdmin, 'new admin'),
      })
      return undefined
    }),
    handler(MsgClearAdminSchema, (context, { sender, contract }) => {
      compute.changeAdmin(context, {
        sender: readAddress(sender, 'sender'),
        contract: readAddress(contract, 'contract'),
        admin: '',
      })
      return undefined
    }),
    handler(MsgSetContractGovernanceSchema, (context, { sender, contractAddress }) => {
      submitToGovernance(context, readAddress(sender, 'sender'), readAddress(contractAddress, 'contract'))
      return undefined
    }),
  ]
}

function governanceMessages(): MessageHandler[] {
  return [
    handler(MsgContractGovernanceProposalSchema, (context, { authority, contracts, adminUpdates }) => {
      checkAuthority(authority)
      carryOutProposal(context, { contracts, adminUpdates })
      return undefined
    }),
    handler(MsgMigrateContractProposalSchema, (context, { authority, contracts }) => {
      checkAuthority(authority)
      carryOutProposal(context, { contracts, adminUpdates: [] })
      return undefined
    }),
    handler(MsgUpdateParamsSchema, (context, { authority, params }) => {
      checkAuthority(authority)
      setComputeParams(context.store, {
        maxContractSize: params?.maxContractSize ?? 0n,
        compileCost: BigInt(params?.compileCost || '0'),
      })
      return undefined
    }),
  ]
}
