import { create, type DescMessage, fromBinary, toBinary } from '@bufbuild/protobuf'
import type { JsonValue } from '../../domain/index'
import { messageError } from './codec-error'
import { record, type Shape, type ShapeValue } from './composite-fields'
import type { DecodeContext, Field, JsonContext } from './field'

/** One message type under all its names: protobuf type URL, amino type, and the kind we call it. */
export interface MessageSpec<T extends { readonly kind: string; readonly typeUrl: string }> {
  readonly kind: T['kind']
  readonly typeUrl: T['typeUrl']
  readonly aminoType: string
  fromBytes(value: Uint8Array, context: DecodeContext): T
  toBytes(message: T): Uint8Array
  fromJson(value: JsonValue | undefined, context: JsonContext): T
}

/** The message a specification describes. */
export type Described<S> = S extends MessageSpec<infer T> ? T : never

export interface SpecNames<K extends string, U extends string> {
  readonly kind: K
  readonly typeUrl: U
  readonly aminoType: string
}

/** Ties a shape to its protobuf schema. */
export function messageSpec<const K extends string, const U extends string, const S extends Shape>(
  names: SpecNames<K, U>,
  schema: DescMessage,
  shape: S,
): MessageSpec<{ readonly kind: K; readonly typeUrl: U } & ShapeValue<S>> {
  type Message = { readonly kind: K; readonly typeUrl: U } & ShapeValue<S>
  const body: Field<ShapeValue<S>> = record(shape)
  const named = { kind: names.kind, typeUrl: names.typeUrl }
  const spec = {
    ...names,
    fromBytes(value: Uint8Array, context: DecodeContext) {
      return { ...named, ...body.fromProto(parseBytes(schema, value, context), context) } as Message
    },
    toBytes(message: Message) {
      return toBinary(schema, create(schema, body.toProto(message) as never))
    },
    fromJson(value: JsonValue | undefined, context: JsonContext) {
      return { ...named, ...body.fromJson(value, context) } as Message
    },
  }
  return spec as unknown as MessageSpec<Message>
}

/** Decodes bytes and notes when they are not the one canonical encoding (ADR-027). Throws `codec/message`. */
export function parseBytes(schema: DescMessage, value: Uint8Array, context: DecodeContext): unknown {
  try {
    const message = fromBinary(schema, value)
    const again = toBinary(schema, message, { writeUnknownFields: false })
    if (!sameBytes(again, value)) context.notes.canonical = false
    return message
  } catch (error) {
    throw messageError(context.path, 'a message of its kind', error)
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
