import type { PageMethod } from '../../messages/page'
import type { BasicCapability } from '../../messages/site-facts'
import type { QuietMethod } from '../page-quiet-handlers'

/** What a site must have been granted before a call of it is looked at. Viewing keys need one of their own besides. */
export const NEEDED_CAPABILITY: Record<Exclude<PageMethod, QuietMethod | 'disconnect'>, BasicCapability> = {
  connect: 'see-address',
  getAccount: 'see-address',
  signAmino: 'request-signatures',
  signDirect: 'request-signatures',
  signDirectAux: 'request-signatures',
  getTxPublicKey: 'decrypt',
  getTxKey: 'decrypt',
  sealMessage: 'decrypt',
  openCiphertext: 'decrypt',
  addToken: 'see-address',
  getViewingKey: 'see-address',
  suggestChain: 'see-address',
  renameAccount: 'see-address',
  sendTx: 'see-address',
  verifyText: 'see-address',
}
