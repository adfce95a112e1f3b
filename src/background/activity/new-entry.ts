/** What is kept of a transaction the moment it is signed. */
import { base64 } from '@scure/base'
import {
  type ChainMessage,
  encodeAuthInfo,
  encodeTxBody,
  encodeTxRaw,
  holdsUnrecognised,
  SIGN_MODE,
  txHash,
} from '../../chain/codec/index'
import type { Address } from '../../domain/index'
import type { TxReview } from '../../messages/popup'
import { prettyJson } from '../review/json-text'
import type { OpenedInput } from '../review/open-input'
import { plainValue } from '../review/plain-value'
import type { TxRequest } from '../review/sign-request'
import { contentOf, feeOf } from '../review/tx-content'
import type { StoredEntry, StoredMessage } from './activity-schema'
import { messageDigest } from './message-digest'

export interface SignedTx {
  /** The approval's id: signing again after a kill finds the same entry. */
  readonly id: string
  readonly origin: string
  readonly account: Address
  readonly createdAt: number
  readonly request: TxRequest
  readonly review: TxReview
  /** One for each message; undefined where there was nothing to open. */
  readonly inputs: readonly (OpenedInput | undefined)[]
  readonly signature: Uint8Array
  readonly publicKey: Uint8Array
}

export function newEntry(signed: SignedTx): Omit<StoredEntry, 'pageId'> {
  const { request, review } = signed
  const { messages, memo } = contentOf(request)
  const [first] = review.messages
  const more = messages.length - 1
  const expectedHash = expectedHashOf(signed)
  return {
    id: signed.id,
    chainId: request.chainId,
    origin: signed.origin,
    title: (first?.title ?? 'Transaction') + (more > 0 ? ` and ${more} more` : ''),
    sentence: first?.sentence ?? '',
    status: 'pending',
    createdAt: signed.createdAt,
    // In amino the site puts the bytes together, so their hash is known for sure only when the chain has them.
    ...(request.kind === 'direct' && expectedHash !== undefined ? { hash: expectedHash } : {}),
    account: signed.account,
    ...(review.fee === undefined
      ? {}
      : { fee: { ...review.fee, coins: review.fee.coins.map((coin) => ({ ...coin })) } }),
    memo,
    signature: base64.encode(signed.signature),
    ...(expectedHash === undefined ? {} : { expectedHash }),
    messages: messages.map((message, index) => storedMessage(message, index, signed)),
  }
}

function storedMessage(message: ChainMessage, index: number, { review, inputs }: SignedTx): StoredMessage {
  const { title = 'Message', sentence = '' } = review.messages[index] ?? {}
  const digest = messageDigest(message)
  const facts = { index, title, sentence, ...(digest === undefined ? {} : { digest }), attributes: [] }
  if (!('wire' in message)) return { ...facts, json: prettyJson(plainValue(message)) }
  const input = inputs[index]
  return {
    ...facts,
    ...(message.kind === 'instantiate' ? {} : { contract: message.contract }),
    wire: base64.encode(message.wire),
    ...(input?.kind === 'opened'
      ? { sealedWith: { seed: input.seed, ioPublicKey: base64.encode(input.ioPublicKey) } }
      : {}),
  }
}

/**
 * The hash of the bytes as they will be broadcast; for amino, of the bytes that every client makes of such a document. Where
 * somebody else adds the fee and a signature, nobody can know it.
 */
function expectedHashOf({ request, signature, publicKey }: SignedTx): string | undefined {
  const signatures = [signature]
  if (request.kind === 'aux') return undefined
  if (request.kind === 'direct') return txHash(encodeTxRaw({ ...request, signatures }))
  const { messages, memo, timeoutHeight, sequence } = request.tx
  // What is known by JSON alone has no bytes here.
  if (messages.some(holdsUnrecognised)) return undefined
  const bodyBytes = encodeTxBody({ messages, memo, timeoutHeight })
  const mode = SIGN_MODE.aminoJson
  const authInfoBytes = encodeAuthInfo({ publicKey, mode, sequence, fee: feeOf(request) })
  return txHash(encodeTxRaw({ bodyBytes, authInfoBytes, signatures }))
}
