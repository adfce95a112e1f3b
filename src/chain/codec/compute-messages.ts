import { coins, list, optional, record } from './composite-fields'
import { messageSpec } from './message-spec'
import { account, accountBytes, bytes, optionalAccount, text, uint64 } from './plain-fields'

function names<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/secret.compute.v1beta1.${name}`, aminoType: `wasm/${name}` } as const
}

const moves = list(record({ contract: ['address', 1, account], newCodeId: ['new_code_id', 2, uint64] }))

/** Protocol 3.1. Execute, instantiate and store carry raw address bytes; the others bech32 text. `wire` is the message as the enclave gets it. */
export const COMPUTE_MESSAGES = [
  messageSpec(names('execute', 'MsgExecuteContract'), {
    sender: ['sender', 1, accountBytes],
    contract: ['contract', 2, accountBytes],
    wire: ['msg', 3, bytes],
    funds: ['sent_funds', 5, coins],
    callbackCodeHash: ['callback_code_hash', 4, text],
    callbackSig: ['callback_sig', 6, bytes],
  }),
  messageSpec(names('instantiate', 'MsgInstantiateContract'), {
    sender: ['sender', 1, accountBytes],
    codeId: ['code_id', 3, uint64],
    label: ['label', 4, text],
    wire: ['init_msg', 5, bytes],
    funds: ['init_funds', 6, coins],
    admin: ['admin', 8, optionalAccount],
    callbackCodeHash: ['callback_code_hash', 2, text],
    callbackSig: ['callback_sig', 7, bytes],
  }),
  messageSpec(names('migrate', 'MsgMigrateContract'), {
    sender: ['sender', 1, account],
    contract: ['contract', 2, account],
    codeId: ['code_id', 3, uint64],
    wire: ['msg', 4, bytes],
    callbackCodeHash: ['callback_code_hash', 8, text],
    callbackSig: ['callback_sig', 7, bytes],
  }),
  messageSpec(names('store-code', 'MsgStoreCode'), {
    sender: ['sender', 1, accountBytes],
    wasm: ['wasm_byte_code', 2, bytes],
    source: ['source', 3, text],
    builder: ['builder', 4, text],
  }),
  messageSpec(names('update-admin', 'MsgUpdateAdmin'), {
    sender: ['sender', 1, account],
    newAdmin: ['new_admin', 2, account],
    contract: ['contract', 3, account],
    callbackSig: ['callback_sig', 7, bytes],
  }),
  messageSpec(names('clear-admin', 'MsgClearAdmin'), {
    sender: ['sender', 1, account],
    contract: ['contract', 3, account],
    callbackSig: ['callback_sig', 7, bytes],
  }),
  messageSpec(names('set-contract-governance', 'MsgSetContractGovernance'), {
    sender: ['sender', 1, account],
    contract: ['contract_address', 2, account],
  }),
  messageSpec(names('contract-governance-proposal', 'MsgContractGovernanceProposal'), {
    authority: ['authority', 1, account],
    title: ['title', 2, text],
    description: ['description', 3, text],
    contracts: ['contracts', 4, moves],
    adminUpdates: [
      'admin_updates',
      5,
      list(record({ contract: ['address', 1, account], newAdmin: ['new_admin', 2, optionalAccount] })),
    ],
  }),
  messageSpec(names('migrate-proposal', 'MsgMigrateContractProposal'), {
    authority: ['authority', 1, account],
    title: ['title', 2, text],
    description: ['description', 3, text],
    contracts: ['contracts', 4, moves],
  }),
  messageSpec(names('upgrade-passed', 'MsgUpgradeProposalPassed'), {
    sender: ['sender_address', 1, account],
    mrEnclaveHash: ['mr_enclave_hash', 2, bytes],
  }),
  messageSpec(names('compute-params', 'MsgUpdateParams'), {
    authority: ['authority', 1, account],
    params: [
      'params',
      2,
      optional(
        record({ compileCost: ['compile_cost', 1, text], maxContractSize: ['max_contract_size', 2, uint64] }),
      ),
    ],
  }),
] as const
