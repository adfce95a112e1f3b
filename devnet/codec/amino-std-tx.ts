import { create, type DescMessage, type Message } from '@bufbuild/protobuf'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { messageFromAminoJson } from './amino-from-json'
import { aminoNameOf } from './amino-names'
import { messageFromAminoBinary } from './amino-reader'
import { messageToAminoBinary } from './amino-writer'
import { unpackAny } from './any-message'
import { CodecError } from './codec-error'
import { StdFeeSchema, type StdSignature, StdSignatureSchema, StdTxSchema } from './gen/legacy-tx_pb'
import { messageToAmino } from './message-json'

/** The amino binary of a StdTx from its amino JSON. Throws CodecError with amino's words when it is none. */
export function stdTxToBinary(json: string): Uint8Array {
  return messageToAminoBinary(StdTxSchema, messageFromAminoJson(StdTxSchema, parseJson(json)))
}

/** The amino JSON of a StdTx from its amino binary. Throws CodecError with amino's words when it is none. */
export function stdTxToJson(binary: Uint8Array): string {
  const tx = messageFromAminoBinary(StdTxSchema, binary)
  const value: JsonObject = {
    msg: orNull(
      tx.msg.map(unpackAny).map(({ schema, message }) => messageToAmino(schema, message, 'bech32')),
    ),
    fee: membersOf(StdFeeSchema, tx.fee ?? create(StdFeeSchema)),
    signatures: orNull(tx.signatures.map(signatureToJson)),
    memo: tx.memo,
    timeout_height: String(tx.timeoutHeight),
  }
  return goJson({ type: aminoNameOf(StdTxSchema), value })
}

function signatureToJson(signature: StdSignature): JsonObject {
  return { pub_key: null, signature: null, ...membersOf(StdSignatureSchema, signature) }
}

function membersOf(schema: DescMessage, message: Message): JsonObject {
  const { value } = messageToAmino(schema, message, 'bech32')
  return value as JsonObject
}

/** A list without items comes back from amino as no list at all. */
function orNull(items: readonly JsonValue[]): JsonValue {
  return items.length === 0 ? null : items
}

/** JSON as Go writes it, safe inside a page. */
function goJson(json: JsonValue): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(json).replace(/[<>&\u2028\u2029]/g, escaped)
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new CodecError(`cannot parse disfix JSON wrapper: ${syntaxWords(text, cause)}`, { cause })
  }
}

/** What is wrong with JSON in Go's words. */
function syntaxWords(text: string, { message }: SyntaxError): string {
  const found = /^Unexpected token '(.)'/su.exec(message)?.[1]
  if (found === undefined)
    return message.startsWith('Unexpected end') ? 'unexpected end of JSON input' : message
  const where = text.trimStart().startsWith(found) ? ' looking for beginning of value' : ' in JSON'
  return `invalid character '${found}'${where}`
}
