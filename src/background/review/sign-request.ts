/** Reads a request to sign from its exact bytes, and refuses what must never be shown as signable. */
import { base64 } from '@scure/base'
import {
  type AminoTx,
  type ChainMessage,
  CodecError,
  type DecodedAuth,
  type DecodedBody,
  decodeAminoDoc,
  decodeAuthInfo,
  decodeTxBody,
  encodeSignDoc,
  encodeSignDocDirectAux,
  type PermitParams,
  publicKeyAny,
  SIGN_MODE,
} from '../../chain/codec/index'
import { CryptoError, encodeAminoJson } from '../../crypto/index'
import type { Address, JsonObject } from '../../domain/index'
import type { PageErrorCode, PageOutcome } from '../../messages/page'
import type { PageParams } from '../../messages/page-schema'
import type { SigningAccount } from '../accounts/account'
import { pageError, pageRefusal, type RefusalReason } from '../page-errors'
import { disguiseOf } from './disguised-bytes'
import { signersOf } from './message-signers'

export type SignCall =
  | { readonly method: 'signAmino'; readonly params: PageParams['signAmino'] }
  | { readonly method: 'signDirect'; readonly params: PageParams['signDirect'] }
  | { readonly method: 'signDirectAux'; readonly params: PageParams['signDirectAux'] }

/** What all protobuf documents have. */
interface DirectDoc {
  readonly chainId: string
  readonly bodyBytes: Uint8Array
  readonly accountNumber: bigint
  readonly body: DecodedBody
}

interface DirectRequest extends DirectDoc {
  readonly kind: 'direct'
  readonly authInfoBytes: Uint8Array
  readonly auth: DecodedAuth
  readonly signBytes: Uint8Array
}

/** Another signer adds the fee, pays it and sends the transaction. */
interface AuxRequest extends DirectDoc {
  readonly kind: 'aux'
  readonly sequence: bigint
  readonly signBytes: Uint8Array
}

interface AminoRequest {
  readonly kind: 'amino'
  readonly chainId: string
  readonly tx: AminoTx
  readonly signBytes: Uint8Array
}

interface PermitRequest {
  readonly kind: 'permit'
  readonly chainId: string
  readonly params: PermitParams
  readonly doc: JsonObject
  readonly signBytes: Uint8Array
}

interface TextRequest {
  readonly kind: 'text'
  readonly chainId: string
  readonly data: Uint8Array
  readonly doc: JsonObject
  readonly signBytes: Uint8Array
}

export type TxRequest = DirectRequest | AuxRequest | AminoRequest
export type SignRequest = TxRequest | PermitRequest | TextRequest

export type SignReading =
  | { readonly kind: 'request'; readonly request: SignRequest }
  | { readonly kind: 'refused'; readonly outcome: PageOutcome }

/** True for what the chain would run, and false for permits and texts. */
export function isTxRequest(request: SignRequest): request is TxRequest {
  return request.kind !== 'permit' && request.kind !== 'text'
}

type Signer = Pick<SigningAccount, 'address' | 'publicKey'>

/** Never throws for what a page sent: everything that cannot be read or must not be signed is `refused`. */
export function readSignRequest(call: SignCall, account: Signer): SignReading {
  if (call.params.signer !== account.address) return refused('signer-mismatch')
  try {
    switch (call.method) {
      case 'signAmino':
        return readAmino(call.params, account)
      case 'signDirect':
        return readDirect(call.params, account)
      case 'signDirectAux':
        return readAux(call.params, account)
      default:
        return call satisfies never
    }
  } catch (error) {
    if (error instanceof CodecError || error instanceof CryptoError || error instanceof SyntaxError) {
      return refused('bad-request')
    }
    throw error
  }
}

function readDirect(params: PageParams['signDirect'], account: Signer): SignReading {
  return readDoc(params, account, (doc) => {
    const authInfoBytes = base64.decode(params.authInfoBytes)
    const auth = decodeAuthInfo(authInfoBytes)
    const [signer] = auth.signers
    if (signer === undefined || auth.signers.length > 1) return refused('signer-mismatch')
    if (signer.publicKey?.kind !== 'secp256k1' || !isSame(signer.publicKey.key, account.publicKey)) {
      return refused('signer-mismatch')
    }
    if (signer.mode?.kind !== 'single' || signer.mode.mode !== SIGN_MODE.direct) return refused('bad-request')
    const signed = { ...doc, authInfoBytes }
    return request({ kind: 'direct', ...signed, auth, signBytes: encodeSignDoc(signed) })
  })
}

/** The network puts the account's own key into what it verifies, so nothing else is worth a signature. */
function readAux(params: PageParams['signDirectAux'], account: Signer): SignReading {
  return readDoc(params, account, (doc) => {
    const publicKey = publicKeyAny(account.publicKey)
    if (params.keyType !== publicKey.typeUrl || params.key !== base64.encode(publicKey.value)) {
      return refused('key-mismatch')
    }
    const signed = { ...doc, sequence: uint64(params.sequence) }
    return request({ kind: 'aux', ...signed, signBytes: encodeSignDocDirectAux({ ...signed, publicKey }) })
  })
}

function readDoc(
  params: PageParams['signDirect'] | PageParams['signDirectAux'],
  account: Signer,
  readRest: (doc: DirectDoc) => SignReading,
): SignReading {
  const { chainId } = params
  if (params.docChainId !== chainId) return refused('chain-mismatch')
  const bodyBytes = base64.decode(params.bodyBytes)
  const body = decodeTxBody(bodyBytes)
  if (!isSignedByAll(body.messages, account.address)) return refused('signer-mismatch')
  if (body.messages.length === 0) return refused('bad-request')
  return readRest({ chainId, bodyBytes, body, accountNumber: uint64(params.accountNumber) })
}

function readAmino({ chainId, signDoc }: PageParams['signAmino'], account: Signer): SignReading {
  const decoded = decodeAminoDoc(JSON.parse(signDoc))
  switch (decoded.kind) {
    case 'tx-seed':
      return refusedFor(decoded.kind)
    case 'near-permit':
      return refusedFor(decoded.reason)
    case 'tx':
      if (decoded.chainId !== chainId) return refused('chain-mismatch')
      if (!isSignedByAll(decoded.messages, account.address)) return refused('signer-mismatch')
      return request({ kind: 'amino', chainId, tx: decoded, signBytes: encodeAminoJson(decoded.doc) })
    case 'permit': {
      if (decoded.params.chainId !== chainId) return refused('chain-mismatch')
      const { params, doc } = decoded
      // As with the name: contracts rebuild the document without the escaping of these three. Protocol 6.4.
      if (params.permissions.some((one) => /[<>&]/.test(one))) return refusedFor('permission-characters')
      return request({ kind: 'permit', chainId, params, doc, signBytes: encodeAminoJson(doc) })
    }
    case 'adr36': {
      if (decoded.signer !== account.address) return refused('signer-mismatch')
      const { data, doc } = decoded
      const disguise = disguiseOf(data)
      if (disguise !== undefined) return refusedFor(disguise)
      return request({ kind: 'text', chainId, data, doc, signBytes: encodeAminoJson(doc) })
    }
    default:
      return decoded satisfies never
  }
}

/** Above 64 bits there is no such number, and no bytes for it. */
function uint64(digits: string): bigint {
  const number = BigInt(digits)
  if (number >= 1n << 64n) throw new CodecError('codec/bytes', 'Numbers have 64 bits.')
  return number
}

/** A message needs its own signer's key; one of somebody else would need two signatures. */
function isSignedByAll(messages: readonly ChainMessage[], account: Address): boolean {
  return messages.every((message) => signersOf(message).every((signer) => signer === account))
}

function request(read: SignRequest): SignReading {
  return { kind: 'request', request: read }
}

function refused(code: PageErrorCode): SignReading {
  return { kind: 'refused', outcome: pageError(code) }
}

function refusedFor(reason: RefusalReason): SignReading {
  return { kind: 'refused', outcome: pageRefusal(reason) }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
