import type { PageMethod } from '../../messages/page'
import type { BasicCapability } from '../../messages/site-facts'

/** What a site must have been granted before a call of it is looked at. Viewing keys need one of their own besides. */
export const NEEDED_CAPABILITY: Record<PageMethod, BasicCapability> = {
  connect: 'see-address',
  disconnect: 'see-address',
  getAccount: 'see-address',
  signAmino: 'request-signatures',
  signDirect: 'request-signatures',
  getTxPublicKey: 'decrypt',
  getTxKey: 'decrypt',
  sealMessage: 'decrypt',
  openCiphertext: 'decrypt',
  addToken: 'see-address',
  getViewingKey: 'see-address',
  suggestChain: 'see-address',
}
