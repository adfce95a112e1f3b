import { base64 } from '@scure/base'
import type { ContractMessage, ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { registeredCodeHash } from '../receivers'
import { genericError } from '../std-error'
import { recordEntry } from '../token-history'
import { moveTokens } from './balances'
import { spendPermission } from './permissions'
import { requireTokenInfo } from './token-info'

const UNKNOWN_OR_REFUSED = 'These tokens do not exist or you have no permission to transfer'

/** transfer, or one action of batch_transfer: from the caller, or from who permits the caller to transfer. */
export function transfer(call: ExecuteCall, fields: MessageFields): void {
  const id = fields.string('token_id')
  const [from, recipient] = [fields.address('from'), fields.address('recipient')]
  const amount = fields.amount('amount')
  if (from !== call.sender && !spendPermission(call, from, id, amount)) {
    throw genericError(UNKNOWN_OR_REFUSED)
  }
  const info = requireTokenInfo(call.storage, id, UNKNOWN_OR_REFUSED)
  moveTokens(call.storage, info, { from, to: recipient, amount })
  recordEntry(call, {
    tokenId: id,
    // This contract never says who sent in the owner's place.
    action: { transfer: { from, sender: null, recipient, amount: String(amount) } },
    memo: fields.optionalString('memo'),
    seenBy: [from, recipient],
  })
}

/** send, or one action of batch_send: a transfer, then `snip1155_receive` if a code hash is given or registered. */
export function send(call: ExecuteCall, fields: MessageFields): ContractMessage[] {
  const contract = fields.address('recipient')
  const memo = fields.optionalString('memo')
  const payload = fields.optionalBytes('msg')
  transfer(call, fields)
  const codeHash = fields.optionalString('recipient_code_hash') ?? registeredCodeHash(call.storage, contract)
  if (codeHash === undefined) return []
  const message = {
    snip1155_receive: {
      sender: call.sender,
      token_id: fields.string('token_id'),
      from: fields.address('from'),
      amount: String(fields.amount('amount')),
      ...(memo !== undefined && { memo }),
      msg: payload === undefined ? null : base64.encode(payload),
    },
  }
  return [{ kind: 'execute', contract, codeHash, message, funds: [] }]
}
