import type { Message } from '@bufbuild/protobuf'
import { type DescMessage, isMessage } from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { unpackAny } from './any-message'
import { CodecError } from './codec-error'

const WIRE_TYPES = ['varint', 'fixed64', 'bytes', 'start_group', 'end_group', 'fixed32']
/** Field numbers with this bit may be skipped in a transaction body (ADR-020). */
const NON_CRITICAL = 1 << 10
const MAX_DEPTH = 32

/**
 * Refuses fields that the definitions do not have, at any depth and inside every Any, as the chain's decoder does (ADR-020).
 * `mayskip` lets the non-critical ones of the outermost message pass. Throws CodecError.
 */
export function refuseUnknownFields(schema: DescMessage, message: Message, mayskip = false, depth = 0): void {
  if (depth > MAX_DEPTH) throw new CodecError('max depth of nested messages exceeded')
  for (const { no, wireType } of message.$unknown ?? []) {
    if (mayskip && (no & NON_CRITICAL) !== 0) continue
    throw new CodecError(
      `errUnknownField "${goNameOf(schema)}": {TagNum: ${no}, WireType:"${WIRE_TYPES[wireType] ?? 'unknown'}"}`,
    )
  }
  for (const found of membersOf(schema, message)) {
    if (isMessage(found, AnySchema)) refuseInside(found, depth)
    else refuseUnknownFields(found.schema, found.message, false, depth + 1)
  }
}

function refuseInside(any: Any, depth: number): void {
  const { schema, message } = unpackAny(any)
  refuseUnknownFields(schema, message, false, depth + 1)
}

type Member = Any | { readonly schema: DescMessage; readonly message: Message }

/** The messages directly inside a message. */
function* membersOf(schema: DescMessage, message: Message): Generator<Member> {
  const values = message as unknown as Readonly<Record<string, unknown>>
  for (const field of schema.fields) {
    const inner = field.message
    if (inner === undefined) continue
    const value = memberOf(field, values)
    for (const one of Array.isArray(value) ? value : [value]) {
      if (!isMessage(one)) continue
      yield isMessage(one, AnySchema) ? one : { schema: inner, message: one }
    }
  }
}

/** A member of a oneof hides behind the oneof's own name. */
function memberOf(field: DescMessage['fields'][number], values: Readonly<Record<string, unknown>>): unknown {
  if (field.oneof === undefined) return values[field.localName]
  const chosen = values[field.oneof.localName] as { readonly case?: string; readonly value?: unknown }
  return chosen.case === field.localName ? chosen.value : undefined
}

/** The type as the chain's own program calls it: `*tx.TxBody`, `*types.MsgSend`. */
function goNameOf(schema: DescMessage): string {
  return `*${schema.typeName.startsWith('cosmos.tx.') ? 'tx' : 'types'}.${schema.name}`
}
