import {
  create,
  type DescMessage,
  fromBinary,
  type Message,
  type MessageInitShape,
  toBinary,
} from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { CodecError } from './codec-error'
import { findType, typeUrlOf } from './registry'

/** What an Any holds, decoded by the type that its URL names. */
export interface AnyMessage {
  readonly typeUrl: string
  readonly schema: DescMessage
  readonly message: Message
}

/** Decodes an Any; throws CodecError with the chain's words for an unknown type or bytes that are not of it. */
export function unpackAny({ typeUrl, value }: Pick<Any, 'typeUrl' | 'value'>): AnyMessage {
  const schema = findType(typeUrl)
  if (schema === undefined) throw new CodecError(`unable to resolve type URL ${typeUrl}`)
  return { typeUrl, schema, message: parseBytes(schema, value) }
}

/** Encodes a message as an Any. */
export function packAny<S extends DescMessage>(schema: S, init: MessageInitShape<S>): Any {
  return create(AnySchema, { typeUrl: typeUrlOf(schema), value: toBinary(schema, create(schema, init)) })
}

/** A message as it would be found inside an Any. */
export function anyMessage<S extends DescMessage>(schema: S, init: MessageInitShape<S>): AnyMessage {
  return { typeUrl: typeUrlOf(schema), schema, message: create(schema, init) }
}

/** Decodes protobuf; throws CodecError when the bytes cannot be read at all. Unknown fields are kept with the message. */
export function parseBytes<S extends DescMessage>(schema: S, value: Uint8Array) {
  try {
    return fromBinary(schema, value)
  } catch (cause) {
    throw new CodecError(cause instanceof RangeError ? 'unexpected EOF' : wordsOf(cause), { cause })
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? `proto: ${cause.message}` : 'proto: cannot parse invalid wire-format data'
}
