import type { JsonValue } from '../../../src/domain/index'
import { type Contract, type ContractMessage, type ExecuteCall, paddedAnswer } from '../contract'
import { type MessageFields, readVariant } from '../message-fields'
import { genericError } from '../std-error'
import { changeAllowance } from './allowances'
import { HANDLE_TARGET, instantiateToken, readConfig } from './config'
import { burn, changeAdmin, changeMinters, mint, setContractStatus } from './minting'
import { revokePermit } from './permits'
import { answerQuery } from './queries'
import { registerReceive, send, transfer } from './transfers'
import { createViewingKey, setViewingKey } from './viewing-keys'
import { deposit, redeem } from './wrapping'

/** What a handler gives back: its answer if it is more than `success`, and the messages to send. */
interface Handled {
  readonly answer?: JsonValue
  readonly messages?: readonly ContractMessage[]
}
type Handler = (call: ExecuteCall, fields: MessageFields) => Handled

/** Every execute message of the standard (Protocol 6.1). */
const HANDLERS: Readonly<Record<string, Handler>> = {
  redeem: (call, fields) => ({ messages: redeem(call, fields) }),
  deposit: (call) => done(() => deposit(call)),
  transfer: (call, fields) => done(() => transfer(call, fields, 'caller')),
  send: (call, fields) => ({ messages: send(call, fields, 'caller') }),
  batch_transfer: (call, fields) => each(fields, (item) => done(() => transfer(call, item, 'caller'))),
  batch_send: (call, fields) => each(fields, (item) => ({ messages: send(call, item, 'caller') })),
  burn: (call, fields) => done(() => burn(call, fields, 'caller')),
  register_receive: (call, fields) => done(() => registerReceive(call, fields.string('code_hash'))),
  create_viewing_key: (call, fields) => ({
    answer: { create_viewing_key: { key: createViewingKey(call, fields.string('entropy')) } },
  }),
  set_viewing_key: (call, fields) =>
    done(() => setViewingKey(call.storage, call.sender, fields.string('key'))),
  increase_allowance: (call, fields) => ({ answer: changeAllowance(call, 'increase_allowance', fields) }),
  decrease_allowance: (call, fields) => ({ answer: changeAllowance(call, 'decrease_allowance', fields) }),
  transfer_from: (call, fields) => done(() => transfer(call, fields, 'owner')),
  send_from: (call, fields) => ({ messages: send(call, fields, 'owner') }),
  batch_transfer_from: (call, fields) => each(fields, (item) => done(() => transfer(call, item, 'owner'))),
  batch_send_from: (call, fields) => each(fields, (item) => ({ messages: send(call, item, 'owner') })),
  burn_from: (call, fields) => done(() => burn(call, fields, 'owner')),
  batch_burn_from: (call, fields) => each(fields, (item) => done(() => burn(call, item, 'owner'))),
  mint: (call, fields) => done(() => mint(call, fields)),
  batch_mint: (call, fields) => each(fields, (item) => done(() => mint(call, item))),
  add_minters: (call, fields) => done(() => changeMinters(call, 'add', fields.addresses('minters'))),
  remove_minters: (call, fields) => done(() => changeMinters(call, 'remove', fields.addresses('minters'))),
  set_minters: (call, fields) => done(() => changeMinters(call, 'set', fields.addresses('minters'))),
  change_admin: (call, fields) => done(() => changeAdmin(call, fields.address('address'))),
  set_contract_status: (call, fields) => done(() => setContractStatus(call, fields)),
  revoke_permit: (call, fields) =>
    done(() => revokePermit(call.storage, call.sender, fields.string('permit_name'))),
}

/** A SNIP-20 token of the first contract generation, as sSCRT is: with history, batches, allowances and permits. */
export const snip20: Contract = {
  instantiate(call, message) {
    instantiateToken(call, message)
    return { messages: [], log: [], data: '' }
  },

  execute(call, message) {
    const [name, fields] = readVariant(HANDLE_TARGET, message, Object.keys(HANDLERS))
    checkStatus(call, name)
    const { answer, messages } = HANDLERS[name]?.(call, fields) ?? {}
    return {
      messages: messages ?? [],
      log: [],
      data: paddedAnswer(answer ?? { [name]: { status: 'success' } }),
    }
  },

  query: (call, message) => paddedAnswer(answerQuery(call, message)),
}

/** A stopped contract still lets its admin start it again, and at the first level lets people redeem. */
function checkStatus(call: ExecuteCall, name: string): void {
  const { status } = readConfig(call.storage)
  if (status === 'normal_run' || name === 'set_contract_status') return
  if (status === 'stop_all_but_redeems' && name === 'redeem') return
  throw genericError('This contract is stopped and this action is not allowed')
}

function done(work: () => void): Handled {
  work()
  return {}
}

function each(fields: MessageFields, handle: (item: MessageFields) => Handled): Handled {
  return { messages: fields.items('actions').flatMap((item) => handle(item).messages ?? []) }
}
