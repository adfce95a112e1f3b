import type { JsonValue } from '../../domain/index'
import { CodecError } from './codec-error'
import type { Wire } from './wire'

/** A protobuf field that the message's definition does not have. */
export interface UnknownField {
  readonly path: string
  readonly number: number
}

/** Where decoding stands, and what it has noticed so far. */
export interface DecodeContext {
  readonly path: string
  readonly depth: number
  readonly notes: { canonical: boolean; readonly unknownFields: UnknownField[] }
}

/** `amino`: a sign document, read strictly. `lcd`: a node's JSON, where extra members are skipped and enums are names. */
export type Dialect = 'amino' | 'lcd'

export interface JsonContext {
  readonly path: string
  readonly depth: number
  readonly dialect: Dialect
}

/** One value's faces: its form on the protobuf wire, what is read there and written, and amino and LCD JSON in. Methods, so that fields of any type fit one table. */
export interface Field<T> {
  readonly wire: Wire
  fromProto(value: unknown, context: DecodeContext): T
  toProto(value: T): unknown
  fromJson(value: JsonValue | undefined, context: JsonContext): T
}

const MAX_DEPTH = 16

export function newDecodeContext(path: string): DecodeContext {
  return { path, depth: 0, notes: { canonical: true, unknownFields: [] } }
}

/** Steps into a member, and stops documents that nest without end. Throws `codec/too-deep`. */
export function within<C extends { readonly path: string; readonly depth: number }>(
  context: C,
  name: string | number,
): C {
  if (context.depth >= MAX_DEPTH) {
    throw new CodecError(
      'codec/too-deep',
      'This transaction holds messages inside messages too many times over. Nothing was signed.',
    )
  }
  const separator = typeof name === 'number' ? `[${name}]` : context.path === '' ? name : `.${name}`
  return { ...context, path: context.path + separator, depth: context.depth + 1 }
}
