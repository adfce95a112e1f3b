import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractMessage, ExecuteCall } from '../contract'
import { momentOf } from '../last-block'
import type { MessageFields } from '../message-fields'
import { registeredCodeHash, registerReceiver } from '../receivers'
import { genericError } from '../std-error'
import { recordEntry, unlessOwner } from '../token-history'
import { readConfig, writeConfig } from './config'
import { refusalOf } from './permissions'
import { giveToken, notAuthorized, removeToken, requireToken, type Token } from './tokens'

/** Which tokens one part of a message is about: `token_ids` of a batch, else the one `token_id`. */
function tokenIds(fields: MessageFields): string[] {
  return fields.has('token_ids') ? fields.strings('token_ids') : [fields.string('token_id')]
}

/** transfer_nft, or one part of batch_transfer_nft. */
export function transfer(call: ExecuteCall, fields: MessageFields): void {
  const recipient = fields.address('recipient')
  for (const id of tokenIds(fields)) transferOne(call, id, recipient, fields.optionalString('memo'))
}

/** send_nft, or one part of batch_send_nft: a transfer, then the callbacks of the receiving contract, if it has any. */
export function send(call: ExecuteCall, fields: MessageFields): ContractMessage[] {
  const contract = fields.address('contract')
  const owners = new Map<Address, string[]>()
  for (const id of tokenIds(fields)) {
    const owner = transferOne(call, id, contract, fields.optionalString('memo'))
    owners.set(owner, [...(owners.get(owner) ?? []), id])
  }
  const receiver = receiverOf(call, contract, fields.optionalFields('receiver_info'))
  const payload = fields.optionalBytes('msg')
  const msg = payload === undefined ? null : base64.encode(payload)
  const callbacks = [...owners].flatMap(([from, ids]): JsonValue[] =>
    receiver.batch
      ? [{ batch_receive_nft: { sender: call.sender, from, token_ids: ids, msg } }]
      : ids.map((id) => ({ receive_nft: { sender: from, token_id: id, msg } })),
  )
  const { codeHash } = receiver
  if (codeHash === '') return []
  return callbacks.map((message) => ({ kind: 'execute', contract, codeHash, message, funds: [] }))
}

/** burn_nft, or one part of batch_burn_nft. What cannot be transferred can always be burned. */
export function burn(call: ExecuteCall, fields: MessageFields): void {
  for (const id of tokenIds(fields)) {
    const token = requireTransferable(call, id)
    const config = readConfig(call.storage)
    if (!config.burnEnabled && token.transferable) {
      throw genericError('Burn functionality is not enabled for this token')
    }
    const { owner } = token
    removeToken(call.storage, token)
    writeConfig(call.storage, { ...config, tokens: config.tokens - 1 })
    recordEntry(call, {
      tokenId: id,
      action: { burn: { owner, burner: unlessOwner(call.sender, owner) } },
      memo: fields.optionalString('memo'),
      seenBy: [owner, call.sender],
    })
  }
}

/** register_receive_nft: the caller, a contract, wants to be called, perhaps once for many tokens. */
export function registerReceiveNft(call: ExecuteCall, fields: MessageFields): void {
  const batch = fields.optionalBoolean('also_implements_batch_receive_nft') ?? false
  registerReceiver(call, fields.string('code_hash'))
  if (batch) call.storage.set(`receives-batches/${call.sender}`, '1')
  else call.storage.remove(`receives-batches/${call.sender}`)
}

/** Moves one token; returns who owned it. */
function transferOne(call: ExecuteCall, id: string, recipient: Address, memo: string | undefined): Address {
  const token = requireTransferable(call, id)
  const { owner } = token
  if (!token.transferable) throw genericError(`Token ID: ${id} is non-transferable`)
  if (owner === recipient) {
    throw genericError(`Attempting to transfer token ID: ${id} to the address that already owns it`)
  }
  giveToken(call.storage, token, recipient)
  recordEntry(call, {
    tokenId: id,
    action: { transfer: { from: owner, sender: unlessOwner(call.sender, owner), recipient } },
    memo,
    seenBy: [owner, call.sender, recipient],
  })
  return owner
}

/** Throws unless the caller may transfer the token. */
function requireTransferable(call: ExecuteCall, id: string): Token {
  const token = requireToken(call.storage, id, notAuthorized(id))
  const asked = { token, viewer: call.sender, kind: 'transfer' } as const
  const refusal = refusalOf(call.storage, momentOf(call.env), asked)
  if (refusal !== undefined) throw genericError(refusal)
  return token
}

function receiverOf(call: ExecuteCall, contract: Address, info: MessageFields | undefined) {
  if (info !== undefined) {
    return {
      codeHash: info.string('recipient_code_hash'),
      batch: info.optionalBoolean('also_implements_batch_receive_nft') ?? false,
    }
  }
  return {
    codeHash: registeredCodeHash(call.storage, contract) ?? '',
    batch: receivesBatches(call, contract),
  }
}

/** True if the contract registered that it takes many tokens in one call. */
export function receivesBatches({ storage }: Pick<ExecuteCall, 'storage'>, contract: Address): boolean {
  return storage.get(`receives-batches/${contract}`) !== undefined
}
