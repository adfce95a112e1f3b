import { base64 } from '@scure/base'
import type { PageResults } from '../../messages/page'
import type { SignRequest } from '../review/sign-request'
import type { Signature } from '../vault/vault'

type SignedValue = PageResults['signAmino' | 'signDirect' | 'signDirectAux']

/** What the page gets for a yes: the signature, and beside it the very document that was signed. */
export function signedValue(request: SignRequest, signed: Signature): SignedValue {
  const signature = {
    publicKey: base64.encode(signed.publicKey),
    signature: base64.encode(signed.signature),
  }
  switch (request.kind) {
    case 'direct': {
      const bodyBytes = base64.encode(request.bodyBytes)
      const authInfoBytes = base64.encode(request.authInfoBytes)
      return { bodyBytes, authInfoBytes, ...signature }
    }
    case 'aux':
      return { bodyBytes: base64.encode(request.bodyBytes), ...signature }
    case 'amino':
      return { signed: request.tx.doc, ...signature }
    case 'permit':
    case 'text':
      return { signed: request.doc, ...signature }
    default:
      return request satisfies never
  }
}
