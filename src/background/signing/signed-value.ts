import { base64 } from '@scure/base'
import type { JsonValue } from '../../domain/index'
import type { SignRequest } from '../review/sign-request'
import type { Signature } from '../vault/vault'

/**
 * What the page gets for a yes: the very document that was signed beside the signature.
 * Bytes are base64; an amino document is JSON text, as it came.
 */
export function signedValue(request: SignRequest, { signature, publicKey }: Signature): JsonValue {
  const signed = { publicKey: base64.encode(publicKey), signature: base64.encode(signature) }
  switch (request.kind) {
    case 'direct':
      return {
        bodyBytes: base64.encode(request.bodyBytes),
        authInfoBytes: base64.encode(request.authInfoBytes),
        chainId: request.chainId,
        accountNumber: request.accountNumber.toString(),
        ...signed,
      }
    case 'amino':
      return { signDoc: JSON.stringify(request.tx.doc), ...signed }
    case 'permit':
    case 'text':
      return { signDoc: JSON.stringify(request.doc), ...signed }
    default:
      return request satisfies never
  }
}
