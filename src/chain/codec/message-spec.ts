import type { JsonValue } from '../../domain/index'
import { record, type Shape, type ShapeValue } from './composite-fields'
import type { DecodeContext, Field, JsonContext } from './field'
import { protoMessage } from './proto-message'

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

/** Ties a message's names to its shape. */
export function messageSpec<const K extends string, const U extends string, const S extends Shape>(
  names: SpecNames<K, U>,
  shape: S,
): MessageSpec<{ readonly kind: K; readonly typeUrl: U } & ShapeValue<S>> {
  type Message = { readonly kind: K; readonly typeUrl: U } & ShapeValue<S>
  const body: Field<ShapeValue<S>> = record(shape)
  const proto = protoMessage(shape)
  const named = { kind: names.kind, typeUrl: names.typeUrl }
  const spec = {
    ...names,
    fromBytes(value: Uint8Array, context: DecodeContext) {
      return { ...named, ...proto.decode(value, context) } as Message
    },
    toBytes: (message: Message) => proto.encode(message),
    fromJson(value: JsonValue | undefined, context: JsonContext) {
      return { ...named, ...body.fromJson(value, context) } as Message
    },
  }
  return spec as unknown as MessageSpec<Message>
}
