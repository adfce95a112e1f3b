import { create, toBinary } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { encodeAminoJson } from '../../src/crypto/index'
import type { JsonObject } from '../../src/domain/index'
import { SignDocDirectAuxSchema, SignDocSchema, SignMode } from '../codec/gen/tx_pb'
import { type AddressRendering, messageToAmino } from '../codec/message-json'
import { coinToJson } from '../modules/coins'
import type { Transaction } from './transaction'

export interface SigningContext {
  readonly chainId: string
  readonly accountNumber: bigint
  readonly sequence: bigint
  /** The signer's key, which DIRECT_AUX signs too; absent for who may not sign in that mode. */
  readonly publicKey?: Any | undefined
}

/** What may have been signed, and how it was hashed. */
export interface SignBytes {
  readonly hash: 'sha256' | 'keccak256'
  readonly bytes: Uint8Array
}

const RENDERINGS: readonly AddressRendering[] = ['base64', 'bech32']
const EIP191_PREFIX = '\x19Ethereum Signed Message:\n'

/**
 * The bytes a signer may have signed; a signature over any of them counts.
 * Amino documents are rebuilt from the transaction in both renderings of addresses, because clients
 * from before chain v1.15 write bech32 where the chain now writes base64 (Protocol 3.3, 3.5).
 * Empty when the mode is not one the chain takes.
 */
export function signBytesFor(tx: Transaction, mode: SignMode, context: SigningContext): SignBytes[] {
  switch (mode) {
    case SignMode.DIRECT:
      return [{ hash: 'sha256', bytes: directBytes(tx, context) }]
    case SignMode.DIRECT_AUX:
      return context.publicKey === undefined ? [] : [{ hash: 'sha256', bytes: auxBytes(tx, context) }]
    case SignMode.LEGACY_AMINO_JSON:
      return aminoDocuments(tx, context).map((bytes) => ({ hash: 'sha256', bytes }))
    case SignMode.EIP_191:
      return aminoDocuments(tx, context).map((bytes) => ({ hash: 'keccak256', bytes: eip191Bytes(bytes) }))
    default:
      return []
  }
}

function directBytes({ bodyBytes, authInfoBytes }: Transaction, context: SigningContext): Uint8Array {
  const { chainId, accountNumber } = context
  return toBinary(SignDocSchema, create(SignDocSchema, { bodyBytes, authInfoBytes, chainId, accountNumber }))
}

/** Nothing about the fee: another signer adds it. */
function auxBytes({ bodyBytes }: Transaction, context: SigningContext): Uint8Array {
  return toBinary(SignDocDirectAuxSchema, create(SignDocDirectAuxSchema, { ...context, bodyBytes }))
}

function aminoDocuments(tx: Transaction, context: SigningContext): Uint8Array[] {
  return RENDERINGS.map((rendering) => encodeAminoJson(aminoDocument(tx, rendering, context)))
}

/** The same document, indented by four, behind the words that Ethereum's wallets put before a message. */
function eip191Bytes(document: Uint8Array): Uint8Array {
  const indented = JSON.stringify(JSON.parse(new TextDecoder().decode(document)), null, 4)
  const escaped = indented.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
  const bytes = new TextEncoder().encode(escaped)
  const prefix = new TextEncoder().encode(`${EIP191_PREFIX}${bytes.length}`)
  return Uint8Array.from([...prefix, ...bytes])
}

function aminoDocument(
  { fee, body, messages }: Transaction,
  rendering: AddressRendering,
  { chainId, accountNumber, sequence }: SigningContext,
): JsonObject {
  return {
    account_number: String(accountNumber),
    chain_id: chainId,
    fee: {
      amount: fee.amount.map(coinToJson),
      gas: String(fee.gas),
      ...(fee.granter !== '' && { granter: fee.granter }),
      ...(fee.payer !== '' && { payer: fee.payer }),
    },
    memo: body.memo,
    msgs: messages.map(({ schema, message }) => messageToAmino(schema, message, rendering)),
    sequence: String(sequence),
    ...(body.timeoutHeight > 0n && { timeout_height: String(body.timeoutHeight) }),
  }
}
