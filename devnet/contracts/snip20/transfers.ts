import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractMessage, ContractStorage, ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { spendAllowance } from './allowances'
import { moveTokens } from './balances'
import { readConfig } from './config'
import { recordEntry } from './history'

/** transfer and transfer_from: the owner is the caller, or somebody who allowed the caller to spend. */
export function transfer(call: ExecuteCall, fields: MessageFields, from: 'caller' | 'owner'): void {
  const owner = payer(call, fields, from)
  move(call, owner, fields.address('recipient'), fields)
}

/** send and send_from: a transfer, then `receive` on the recipient if its code hash is given or registered. */
export function send(call: ExecuteCall, fields: MessageFields, from: 'caller' | 'owner'): ContractMessage[] {
  const owner = payer(call, fields, from)
  const contract = fields.address('recipient')
  const message = receiveMessage(call.sender, owner, fields)
  move(call, owner, contract, fields)
  const codeHash = fields.optionalString('recipient_code_hash') ?? registeredCodeHash(call.storage, contract)
  return codeHash === undefined ? [] : [{ kind: 'execute', contract, codeHash, message, funds: [] }]
}

/** register_receive: the caller, a contract, wants `receive` when tokens are sent to it. */
export function registerReceive(call: ExecuteCall, codeHash: string): void {
  call.storage.set(`receiver/${call.sender}`, codeHash)
}

function payer(call: ExecuteCall, fields: MessageFields, from: 'caller' | 'owner'): Address {
  if (from === 'caller') return call.sender
  const owner = fields.address('owner')
  spendAllowance(call, owner, fields.amount('amount'))
  return owner
}

function move(call: ExecuteCall, owner: Address, recipient: Address, fields: MessageFields): void {
  const amount = fields.amount('amount')
  moveTokens(call.storage, owner, recipient, amount)
  recordEntry(call, {
    action: { transfer: { from: owner, sender: call.sender, recipient } },
    denom: readConfig(call.storage).symbol,
    amount,
    memo: fields.optionalString('memo'),
    seenBy: [owner, call.sender, recipient],
  })
}

/** The callback of SNIP-20: who sent, whose tokens they were, and the sender's own message. */
function receiveMessage(sender: Address, from: Address, fields: MessageFields): JsonValue {
  const memo = fields.optionalString('memo')
  const payload = fields.optionalBytes('msg')
  return {
    receive: {
      sender,
      from,
      amount: String(fields.amount('amount')),
      ...(memo !== undefined && { memo }),
      msg: payload === undefined ? null : base64.encode(payload),
    },
  }
}

function registeredCodeHash(storage: ContractStorage, contract: Address): string | undefined {
  return storage.get(`receiver/${contract}`)
}
