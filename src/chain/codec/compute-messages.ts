import { coins, list, optional, record } from './composite-fields'
import {
  MsgClearAdminSchema,
  MsgContractGovernanceProposalSchema,
  MsgExecuteContractSchema,
  MsgInstantiateContractSchema,
  MsgMigrateContractProposalSchema,
  MsgMigrateContractSchema,
  MsgSetContractGovernanceSchema,
  MsgStoreCodeSchema,
  MsgUpdateAdminSchema,
  MsgUpdateParamsSchema,
  MsgUpgradeProposalPassedSchema,
} from './gen/compute_pb'
import { messageSpec } from './message-spec'
import { account, accountBytes, bytes, optionalAccount, text, uint64 } from './plain-fields'

function names<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/secret.compute.v1beta1.${name}`, aminoType: `wasm/${name}` } as const
}

const moves = list(record({ contract: ['address', account], newCodeId: ['new_code_id', uint64] }))

/** Protocol 3.1. Execute, instantiate and store carry raw address bytes; the others bech32 text. `wire` is the message as the enclave gets it. */
export const COMPUTE_MESSAGES = [
  messageSpec(names('execute', 'MsgExecuteContract'), MsgExecuteContractSchema, {
    sender: ['sender', accountBytes],
    contract: ['contract', accountBytes],
    wire: ['msg', bytes],
    funds: ['sent_funds', coins],
    callbackCodeHash: ['callback_code_hash', text],
    callbackSig: ['callback_sig', bytes],
  }),
  messageSpec(names('instantiate', 'MsgInstantiateContract'), MsgInstantiateContractSchema, {
    sender: ['sender', accountBytes],
    codeId: ['code_id', uint64],
    label: ['label', text],
    wire: ['init_msg', bytes],
    funds: ['init_funds', coins],
    admin: ['admin', optionalAccount],
    callbackCodeHash: ['callback_code_hash', text],
    callbackSig: ['callback_sig', bytes],
  }),
  messageSpec(names('migrate', 'MsgMigrateContract'), MsgMigrateContractSchema, {
    sender: ['sender', account],
    contract: ['contract', account],
    codeId: ['code_id', uint64],
    wire: ['msg', bytes],
    callbackCodeHash: ['callback_code_hash', text],
    callbackSig: ['callback_sig', bytes],
  }),
  messageSpec(names('store-code', 'MsgStoreCode'), MsgStoreCodeSchema, {
    sender: ['sender', accountBytes],
    wasm: ['wasm_byte_code', bytes],
    source: ['source', text],
    builder: ['builder', text],
  }),
  messageSpec(names('update-admin', 'MsgUpdateAdmin'), MsgUpdateAdminSchema, {
    sender: ['sender', account],
    newAdmin: ['new_admin', account],
    contract: ['contract', account],
    callbackSig: ['callback_sig', bytes],
  }),
  messageSpec(names('clear-admin', 'MsgClearAdmin'), MsgClearAdminSchema, {
    sender: ['sender', account],
    contract: ['contract', account],
    callbackSig: ['callback_sig', bytes],
  }),
  messageSpec(names('set-contract-governance', 'MsgSetContractGovernance'), MsgSetContractGovernanceSchema, {
    sender: ['sender', account],
    contract: ['contract_address', account],
  }),
  messageSpec(
    names('contract-governance-proposal', 'MsgContractGovernanceProposal'),
    MsgContractGovernanceProposalSchema,
    {
      authority: ['authority', account],
      title: ['title', text],
      description: ['description', text],
      contracts: ['contracts', moves],
      adminUpdates: [
        'admin_updates',
        list(record({ contract: ['address', account], newAdmin: ['new_admin', optionalAccount] })),
      ],
    },
  ),
  messageSpec(names('migrate-proposal', 'MsgMigrateContractProposal'), MsgMigrateContractProposalSchema, {
    authority: ['authority', account],
    title: ['title', text],
    description: ['description', text],
    contracts: ['contracts', moves],
  }),
  messageSpec(names('upgrade-passed', 'MsgUpgradeProposalPassed'), MsgUpgradeProposalPassedSchema, {
    sender: ['sender_address', account],
    mrEnclaveHash: ['mr_enclave_hash', bytes],
  }),
  messageSpec(names('compute-params', 'MsgUpdateParams'), MsgUpdateParamsSchema, {
    authority: ['authority', account],
    params: [
      'params',
      optional(
        record({ compileCost: ['compile_cost', text], maxContractSize: ['max_contract_size', uint64] }),
      ),
    ],
  }),
] as const
