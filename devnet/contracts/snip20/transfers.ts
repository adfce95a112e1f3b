import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { MessageFields } from '../message-fields'
import { registeredCodeHash } from '../receivers'
import { genericError } from '../std-error'
import { spendAllowance } from './allowances'
import { moveTokens } from './balances'
import { readConfig } from './config'
import { recordEntry } from './history'
import { memoLength, type Notice } from './notices'
import type { Payer, TokenCall, TokenHandled } from './token-call'

/** transfer and transfer_from: the owner is the caller, or somebody who allowed the caller to spend. */
export function transfer(call: TokenCall, fields: MessageFields, payer: Payer): TokenHandled {
  const recipient = fields.address('recipient')
  if (payer === 'caller') checkRecipient(call, recipient)
  return { notices: move(call, ownerOf(call, fields, payer), recipient, fields) }
}

/** send and send_from: a transfer, then `receive` on the recipient if its code hash is given or registered. */
export function send(call: TokenCall, fields: MessageFields, payer: Payer): TokenHandled {
  const contract = fields.address('recipient')
  if (payer === 'caller') checkRecipient(call, contract)
  const owner = ownerOf(call, fields, payer)
  const message = receiveMessage(call.sender, owner, fields)
  const notices = move(call, owner, contract, fields)
  const codeHash = fields.optionalString('recipient_code_hash') ?? registeredCodeHash(call.storage, contract)
  if (codeHash === undefined) return { notices }
  return { notices, messages: [{ kind: 'execute', contract, codeHash, message, funds: [] }] }
}

function checkRecipient({ rules, env }: TokenCall, recipient: Address): void {
  if (rules.refusesItself && recipient === env.contract.address) {
    throw genericError('Tokens cannot be sent to token contract.')
  }
}

function ownerOf(call: TokenCall, fields: MessageFields, payer: Payer): Address {
  if (payer === 'caller') return call.sender
  const owner = fields.address('owner')
  spendAllowance(call, owner, fields.amount('amount'))
  return owner
}

function move(call: TokenCall, owner: Address, recipient: Address, fields: MessageFields): Notice[] {
  const amount = fields.amount('amount')
  const memo = fields.optionalString('memo')
  const balance = moveTokens(call, owner, recipient, amount)
  recordEntry(call, {
    action: { transfer: { from: owner, sender: call.sender, recipient } },
    denom: readConfig(call.storage).symbol,
    amount,
    memo,
    seenBy: [owner, call.sender, recipient],
  })
  const common = { amount, owner, memoLength: memoLength(memo) }
  return [
    { kind: 'recvd', ...common, to: recipient, senderIsOwner: owner === call.sender },
    { kind: 'spent', ...common, recipient, balance, actions: 1 },
  ]
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
