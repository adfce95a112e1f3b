import type { DescField, DescMessage, DescOneof, Message } from '@bufbuild/protobuf'
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import type { Any, Duration, Timestamp } from '@bufbuild/protobuf/wkt'
import { aminoKindOf, isPointer, isVarint, NO_TIME_SECONDS } from './amino-kind'
import { aminoNameOf, aminoPrefix } from './amino-names'
import { unpackAny } from './any-message'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'

type Values = Readonly<Record<string, unknown>>

const BILLION = 1_000_000_000n

/**
 * A message in amino's binary form: the four bytes of its name, then its members, numbered as they follow each other and not as protobuf
 * numbers them. Throws CodecError for a type without an amino name.
 */
export function messageToAminoBinary(schema: DescMessage, message: Message): Uint8Array {
  const name = aminoNameOf(schema)
  if (name === '') throw new CodecError(`cannot encode unregistered concrete type ${schema.typeName}`)
  const writer = new BinaryWriter().raw(aminoPrefix(name))
  const bare = schema.fields.find((field) => field.name === getOption(schema, annotation.bare))
  if (bare === undefined) return writer.raw(writeStruct(schema, message)).finish()
  return writer.bytes(contentOf(bare, valuesOf(message)[bare.localName])).finish()
}

function writeStruct(schema: DescMessage, message: Message | undefined): Uint8Array {
  const writer = new BinaryWriter()
  const values = valuesOf(message)
  schema.members.forEach((member, index) => {
    const value = values[member.localName]
    if (member.kind === 'oneof') writeChoice(writer, index + 1, member, value)
    else if (member.fieldKind === 'list') writeList(writer, index + 1, member, value)
    else writeField(writer, index + 1, member, value)
  })
  return writer.finish()
}

/** A choice is an interface, and each of its cases a registered type with one member. */
function writeChoice(writer: BinaryWriter, no: number, oneof: DescOneof, value: unknown): void {
  const chosen = value as { readonly case?: string; readonly value?: unknown } | undefined
  const field = oneof.fields.find(({ localName }) => localName === chosen?.case)
  if (field === undefined) return
  const inner = new BinaryWriter().raw(aminoPrefix(getOption(field, annotation.oneof_amino)))
  writeField(inner, 1, field, chosen?.value)
  writer.tag(no, WireType.LengthDelimited).bytes(inner.finish())
}

function writeList(writer: BinaryWriter, no: number, field: DescField, value: unknown): void {
  for (const item of (value as readonly unknown[] | undefined) ?? []) {
    writer.tag(no, WireType.LengthDelimited).bytes(contentOf(field, item))
  }
}

/** What is empty is left out, unless it could have been absent. */
function writeField(writer: BinaryWriter, no: number, field: DescField, value: unknown): void {
  const mayBeAbsent = isPointer(field)
  if (mayBeAbsent && value === undefined) return
  if (isVarint(aminoKindOf(field))) {
    const number = numberOf(field, value)
    if (number !== 0n || mayBeAbsent) writer.tag(no, WireType.Varint).uint64(BigInt.asUintN(64, number))
    return
  }
  const content = contentOf(field, value)
  if (content.length > 0 || mayBeAbsent) writer.tag(no, WireType.LengthDelimited).bytes(content)
}

function numberOf(field: DescField, value: unknown): bigint {
  if (aminoKindOf(field) !== 'duration') return BigInt((value ?? 0) as bigint | number | boolean)
  const { seconds, nanos } = (value as Duration | undefined) ?? { seconds: 0n, nanos: 0 }
  return seconds * BILLION + BigInt(nanos)
}

function contentOf(field: DescField, value: unknown): Uint8Array {
  switch (aminoKindOf(field)) {
    case 'registered': {
      const { schema, message } = unpackAny(value as Any)
      return messageToAminoBinary(schema, message)
    }
    case 'time':
      return timeContent(value as Timestamp | undefined)
    case 'bytes':
      return (value as Uint8Array | undefined) ?? new Uint8Array()
    case 'integer':
      return new TextEncoder().encode((value as string | undefined) || '0')
    case 'text':
      return new TextEncoder().encode((value as string | undefined) ?? '')
    default:
      return field.message === undefined
        ? new Uint8Array()
        : writeStruct(field.message, value as Message | undefined)
  }
}

function timeContent(time: Timestamp | undefined): Uint8Array {
  const { seconds, nanos } = time ?? { seconds: NO_TIME_SECONDS, nanos: 0 }
  const writer = new BinaryWriter()
  if (seconds !== 0n) writer.tag(1, WireType.Varint).uint64(BigInt.asUintN(64, seconds))
  if (nanos !== 0) writer.tag(2, WireType.Varint).uint64(BigInt(nanos))
  return writer.finish()
}

function valuesOf(message: Message | undefined): Values {
  return (message ?? {}) as unknown as Values
}
