import { sha256 } from '@noble/hashes/sha2.js'
import { readSigner } from '../signed-document'
import { genericError } from '../std-error'
import { accountSeed, chooseSeed, encodeId } from './notification-seed'
import type { TokenHandler } from './token-call'

/**
 * Gives the caller a new seed, which nobody but who signed for it can have known: the hash of a signature over the contract and
 * the seed it replaces (Protocol 6.7). Both are filled in here; named all the same, they must be right.
 */
export const updateSeed: TokenHandler = (call, fields) => {
  const document = fields.fields('signed_doc')
  const params = document.fields('params')
  const contract = call.env.contract.address
  const previous = encodeId(accountSeed(call.storage, call.sender))
  if ((params.optionalString('contract') ?? contract) !== contract)
    throw genericError('Signed doc is not for this contract')
  if ((params.optionalString('previous_seed') ?? previous) !== previous)
    throw genericError('Previous seed does not match previous seed in signed doc')
  const signer = readSigner(document.fields('signature'), () =>
    genericError('Failed to verify signatures for the given signed doc'),
  )
  const signature = signer.verify(params.string('chain_id'), {
    type: 'notification_seed',
    value: { contract, previous_seed: previous },
  })
  if (signer.address !== call.sender) throw genericError('Signed doc is not signed by sender')
  const seed = sha256(signature)
  chooseSeed(call.storage, call.sender, seed)
  return { answer: { update_seed: { seed: encodeId(seed) } } }
}
