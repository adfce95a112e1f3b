import { type Contract, type ExecuteCall, paddedAnswer } from '../contract'
import { EMPTY_RESULT, type Handler, handlerOf, quietly, resultOf } from '../handlers'
import { rememberBlock } from '../last-block'
import type { MessageFields } from '../message-fields'
import { revokePermit } from '../permit-revocations'
import { genericError } from '../std-error'
import { createViewingKey, setViewingKey } from '../viewing-keys'
import { changeAdmin, changeMinters, setContractStatus } from './administration'
import { setApproval, setOperator, setSpender } from './approvals'
import { COLLECTION_STATUSES, HANDLE_TARGET, instantiateCollection, readConfig } from './config'
import { batchMintNft, mintNft, mintNftClones } from './minting'
import { makeOwnershipPrivate } from './permissions'
import { answerQuery } from './queries'
import { burn, registerReceiveNft, send, transfer } from './transfers'
import { reveal, setMetadata, setRoyaltyInfo } from './updates'

/** Messages that a collection refuses as soon as its transactions are stopped. */
const TRANSACTIONS: Readonly<Record<string, Handler>> = {
  mint_nft: mintNft,
  batch_mint_nft: batchMintNft,
  mint_nft_clones: mintNftClones,
  transfer_nft: quietly(transfer),
  batch_transfer_nft: eachOf('transfers', quietly(transfer)),
  send_nft: (call, fields) => ({ messages: send(call, fields) }),
  batch_send_nft: eachOf('sends', (call, fields) => ({ messages: send(call, fields) })),
  burn_nft: quietly(burn),
  batch_burn_nft: eachOf('burns', quietly(burn)),
}

/** Messages that it refuses only when everything is stopped. */
const SETTINGS: Readonly<Record<string, Handler>> = {
  set_metadata: quietly(setMetadata),
  set_royalty_info: quietly(setRoyaltyInfo),
  reveal: quietly(reveal),
  make_ownership_private: quietly((call) => makeOwnershipPrivate(call.storage, call.sender)),
  set_global_approval: quietly((call, fields) => setApproval(call, fields, 'everybody')),
  set_whitelisted_approval: quietly((call, fields) => setApproval(call, fields, 'address')),
  approve: quietly((call, fields) => setSpender(call, fields, 'approve_token')),
  revoke: quietly((call, fields) => setSpender(call, fields, 'revoke_token')),
  approve_all: quietly((call, fields) => setOperator(call, fields, 'all')),
  revoke_all: quietly((call, fields) => setOperator(call, fields, 'none')),
  register_receive_nft: quietly(registerReceiveNft),
  // Both answer the key, under a name that is not the message's (Protocol 6.8).
  create_viewing_key: (call, fields) => ({
    answer: { viewing_key: { key: createViewingKey(call, fields.string('entropy')) } },
  }),
  set_viewing_key: (call, fields) => {
    const key = fields.string('key')
    setViewingKey(call.storage, call.sender, key)
    return { answer: { viewing_key: { key } } }
  },
  add_minters: quietly((call, fields) => changeMinters(call, 'add', fields.addresses('minters'))),
  remove_minters: quietly((call, fields) => changeMinters(call, 'remove', fields.addresses('minters'))),
  set_minters: quietly((call, fields) => changeMinters(call, 'set', fields.addresses('minters'))),
  change_admin: quietly((call, fields) => changeAdmin(call, fields.address('address'))),
}

const ALWAYS: Readonly<Record<string, Handler>> = {
  set_contract_status: quietly(setContractStatus),
  revoke_permit: quietly((call, fields) =>
    revokePermit(call.storage, call.sender, fields.string('permit_name')),
  ),
}

/** A SNIP-721 collection as the reference implementation of the first generation (Protocol 6.8), with SNIP-722. */
export const snip721: Contract = {
  generation: 'v0.10',

  instantiate(call, message) {
    rememberBlock(call.storage, call.env)
    return { ...EMPTY_RESULT, messages: instantiateCollection(call, message) }
  },

  execute(call, message) {
    rememberBlock(call.storage, call.env)
    const all = { ...TRANSACTIONS, ...SETTINGS, ...ALWAYS }
    const { name, handler, fields } = handlerOf(HANDLE_TARGET, all, message)
    checkStatus(call, name)
    return resultOf(name, handler(call, fields))
  },

  query: (call, message) => paddedAnswer(answerQuery(call, message)),
}

/** Each message goes on until the collection is at a certain level. */
function checkStatus({ storage }: ExecuteCall, name: string): void {
  const level = COLLECTION_STATUSES.indexOf(readConfig(storage).status)
  const endsAt = name in TRANSACTIONS ? 1 : name in SETTINGS ? 2 : Number.POSITIVE_INFINITY
  if (level >= endsAt) throw genericError('The contract admin has temporarily disabled this action')
}

/** A batch: the same for each part of the message, in one list of messages to send. */
function eachOf(list: string, handle: Handler): Handler {
  return (call: ExecuteCall, fields: MessageFields) => ({
    messages: fields.items(list).flatMap((item) => handle(call, item).messages ?? []),
  })
}
