import { messageError } from './codec-error'
import { record, type Shape, type ShapeValue, wireFields } from './composite-fields'
import type { DecodeContext } from './field'
import { readWire, type WireFields, type WireMessage, writeWire } from './wire'

/** A message as protobuf bytes, both ways. */
export interface ProtoMessage<T> {
  /** Notes unknown fields, and when the bytes are not the one canonical encoding (ADR-027). Throws `codec/message`. */
  decode(bytes: Uint8Array, context: DecodeContext): T
  encode(message: T): Uint8Array
}

export function protoMessage<const S extends Shape>(shape: S): ProtoMessage<ShapeValue<S>> {
  const members = record(shape)
  const fields = wireFields(shape)
  return {
    decode: (bytes, context) => members.fromProto(parse(fields, bytes, context), context),
    encode: (message) => writeWire(fields, members.toProto(message) as WireMessage),
  }
}

function parse(fields: WireFields, bytes: Uint8Array, context: DecodeContext): WireMessage {
  try {
    const message = readWire(fields, bytes)
    if (!sameBytes(writeWire(fields, message), bytes)) context.notes.canonical = false
    return message
  } catch (error) {
    throw messageError(context.path, 'a message of its kind', error)
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
