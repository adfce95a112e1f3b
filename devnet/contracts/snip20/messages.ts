import { encrypted, quietly } from '../handlers'
import type { MessageFields } from '../message-fields'
import { revokePermit } from '../permit-revocations'
import { registerReceiver } from '../receivers'
import { createViewingKey, setViewingKey } from '../viewing-keys'
import { changeAdmin, changeDenoms, changeMinters, setContractStatus } from './administration'
import { changeAllowance } from './allowances'
import { burn, mint } from './minting'
import type { Payer, TokenCall, TokenHandled, TokenHandler } from './token-call'
import { send, transfer } from './transfers'
import { deposit, redeem } from './wrapping'

type PayingHandler = (call: TokenCall, fields: MessageFields, payer: Payer) => TokenHandled

/** Every execute message that both generations know (Protocol 6.1). */
export const COMMON_MESSAGES: Readonly<Record<string, TokenHandler>> = {
  redeem,
  deposit: (call) => {
    deposit(call)
    return {}
  },
  transfer: paidBy('caller', transfer),
  send: paidBy('caller', send),
  batch_transfer: batchPaidBy('caller', transfer),
  batch_send: batchPaidBy('caller', send),
  burn: paidBy('caller', burn),
  register_receive: (call, fields) => {
    registerReceiver(call, fields.string('code_hash'))
    return { log: [encrypted('register_status', 'success')] }
  },
  create_viewing_key: (call, fields) => ({
    answer: { create_viewing_key: { key: createViewingKey(call, fields.optionalString('entropy') ?? '') } },
  }),
  set_viewing_key: quietly((call, fields) => setViewingKey(call.storage, call.sender, fields.string('key'))),
  increase_allowance: (call, fields) => changeAllowance(call, 'increase_allowance', fields),
  decrease_allowance: (call, fields) => changeAllowance(call, 'decrease_allowance', fields),
  transfer_from: paidBy('owner', transfer),
  send_from: paidBy('owner', send),
  batch_transfer_from: batchPaidBy('owner', transfer),
  batch_send_from: batchPaidBy('owner', send),
  burn_from: paidBy('owner', burn),
  batch_burn_from: batchPaidBy('owner', burn),
  mint,
  batch_mint: batchPaidBy('caller', mint),
  add_minters: quietly((call, fields) => changeMinters(call, 'add', fields.addresses('minters'))),
  remove_minters: quietly((call, fields) => changeMinters(call, 'remove', fields.addresses('minters'))),
  set_minters: quietly((call, fields) => changeMinters(call, 'set', fields.addresses('minters'))),
  change_admin: quietly((call, fields) => changeAdmin(call, fields.address('address'))),
  set_contract_status: quietly(setContractStatus),
  add_supported_denoms: quietly((call, fields) => changeDenoms(call, 'add', fields.strings('denoms'))),
  remove_supported_denoms: quietly((call, fields) => changeDenoms(call, 'remove', fields.strings('denoms'))),
  revoke_permit: quietly((call, fields) =>
    revokePermit(call.storage, call.sender, fields.string('permit_name')),
  ),
}

function paidBy(payer: Payer, handle: PayingHandler): TokenHandler {
  return (call, fields) => handle(call, fields, payer)
}

/** Runs each of the message's `actions` as the single message would run. */
function batchPaidBy(payer: Payer, handle: PayingHandler): TokenHandler {
  return (call, fields) => {
    const handled = fields.items('actions').map((action) => handle(call, action, payer))
    return {
      messages: handled.flatMap(({ messages }) => messages ?? []),
      notices: handled.flatMap(({ notices }) => notices ?? []),
      batchOf: payer === 'caller' ? 'caller' : 'owners',
    }
  }
}
