import { type Contract, paddedAnswer } from '../contract'
import { queryAnswerer } from '../guarded-queries'
import { EMPTY_RESULT, encrypted, type Handler, handlerOf, quietly, resultOf } from '../handlers'
import { rememberBlock } from '../last-block'
import { revokePermit } from '../permit-revocations'
import { registerReceiver } from '../receivers'
import { createViewingKey, setViewingKey } from '../viewing-keys'
import { changeAdmin, changeCurators, HANDLE_TARGET, instantiateContract, removeAdmin } from './config'
import {
  burnTokens,
  changeMetadata,
  changeMinters,
  curateTokenIds,
  curateTokens,
  mintTokens,
} from './curation'
import { givePermission, revokePermission } from './permissions'
import { QUERIES } from './queries'
import { send, transfer } from './transfers'

/** Every execute message of the standard (Protocol 6.9). */
const HANDLERS: Readonly<Record<string, Handler>> = {
  curate_token_ids: quietly(curateTokenIds),
  mint_tokens: quietly(mintTokens),
  burn_tokens: quietly(burnTokens),
  change_metadata: quietly(changeMetadata),
  transfer: quietly(transfer),
  batch_transfer: quietly((call, fields) => {
    for (const action of fields.items('actions')) transfer(call, action)
  }),
  send: (call, fields) => ({ messages: send(call, fields) }),
  batch_send: (call, fields) => ({
    messages: fields.items('actions').flatMap((action) => send(call, action)),
  }),
  give_permission: quietly(givePermission),
  revoke_permission: quietly(revokePermission),
  create_viewing_key: (call, fields) => ({
    answer: { create_viewing_key: { key: createViewingKey(call, fields.string('entropy')) } },
  }),
  set_viewing_key: quietly((call, fields) => setViewingKey(call.storage, call.sender, fields.string('key'))),
  revoke_permit: quietly((call, fields) =>
    revokePermit(call.storage, call.sender, fields.string('permit_name')),
  ),
  add_curators: quietly((call, fields) => changeCurators(call, 'add', fields.addresses('add_curators'))),
  remove_curators: quietly((call, fields) =>
    changeCurators(call, 'remove', fields.addresses('remove_curators')),
  ),
  add_minters: quietly((call, fields) => changeMinters(call, fields, 'add')),
  remove_minters: quietly((call, fields) => changeMinters(call, fields, 'remove')),
  change_admin: quietly((call, fields) => changeAdmin(call, fields.address('new_admin'))),
  remove_admin: quietly(removeAdmin),
  register_receive: (call, fields) => {
    registerReceiver(call, fields.string('code_hash'))
    return { log: [encrypted('register_status', 'success')] }
  },
}

const answerQuery = queryAnswerer(QUERIES)

/** A SNIP-1155 contract: many ids, each with fungible tokens or the only one of its kind (Protocol 6.9). */
export const snip1155: Contract = {
  generation: 'v0.10',

  instantiate(call, message) {
    rememberBlock(call.storage, call.env)
    curateTokens(call, instantiateContract(call, message), 'initial_tokens', undefined)
    return EMPTY_RESULT
  },

  execute(call, message) {
    rememberBlock(call.storage, call.env)
    const { name, handler, fields } = handlerOf(HANDLE_TARGET, HANDLERS, message)
    return resultOf(name, handler(call, fields))
  },

  query: (call, message) => paddedAnswer(answerQuery(call, message)),
}
