import { create, type DescField, type DescMessage, type DescOneof } from '@bufbuild/protobuf'
import { TimestampSchema } from '@bufbuild/protobuf/wkt'
import { hex } from '@scure/base'
import { AminoCursor, type AminoKey } from './amino-cursor'
import { type AminoKind, aminoKindOf, isVarint, MAX_AMINO_DEPTH } from './amino-kind'
import { aminoNameOf, aminoPrefix, PREFIX_LENGTH, splitPrefix } from './amino-names'
import { aminoDuration, checkedKey, readAminoNumber, readAminoText, readAminoTime } from './amino-values'
import { type AnyMessage, packAny } from './any-message'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'
import { typeUrlOf } from './registry'

/** What may follow a key, by the number in it. */
const TYPES: Readonly<Record<number, string>> = { 0: '(U)Varint', 1: '8Byte', 2: 'ByteLength', 5: '4Byte' }

/** A message of a type that is known beforehand, from its prefix and its members. Throws CodecError with amino's words. */
export function messageFromAminoBinary<S extends DescMessage>(schema: S, bytes: Uint8Array) {
  const expected = hex.encode(aminoPrefix(aminoNameOf(schema))).toUpperCase()
  const found = hex.encode(bytes.subarray(0, PREFIX_LENGTH)).toUpperCase()
  if (found !== expected) {
    throw new CodecError(
      `unmarshalBinaryBare expected to read prefix bytes ${expected} (since it is registered concrete) but got ${found}`,
    )
  }
  const content = bytes.subarray(PREFIX_LENGTH)
  const cursor = new AminoCursor(content)
  try {
    return create(schema, readStruct(schema, cursor, 0) as never)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const where = `unmarshal to legacytx.${schema.name} failed after ${cursor.position} bytes`
    throw new CodecError(`${where} (${error.message}): ${hex.encode(content).toUpperCase()}`)
  }
}

/** A value whose own prefix says what it is. */
function readRegistered(bytes: Uint8Array, depth: number): AnyMessage {
  if (depth > MAX_AMINO_DEPTH) throw new CodecError('exceeded max depth')
  const { schema, content } = splitPrefix(bytes)
  const cursor = new AminoCursor(content)
  const bare = schema.fields.find((field) => field.name === getOption(schema, annotation.bare))
  const values =
    bare === undefined
      ? readStruct(schema, cursor, depth)
      : { [bare.localName]: checkedKey(schema, cursor.readBytes()) }
  if (!cursor.isDone) throw new CodecError('bytes left over after reading interface contents')
  return { typeUrl: typeUrlOf(schema), schema, message: create(schema, values as never) }
}

/** Members stand in the order of their numbers; those that nobody knows may only follow the others. */
function readStruct(schema: DescMessage, cursor: AminoCursor, depth: number): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let last = 0
  for (const [index, member] of schema.members.entries()) {
    const no = index + 1
    if (member.kind === 'field' && member.fieldKind === 'list') {
      values[member.localName] = readList(member, no, cursor, depth)
      continue
    }
    const key = cursor.isDone ? undefined : cursor.peekKey()
    if (key === undefined || key.no > no) {
      values[member.localName] = valueOfNone(member)
      continue
    }
    checkOrder(key, last)
    if (key.no !== no) throw new CodecError(`expected field # ${no} of ${schema.name}, got ${key.no}`)
    last = no
    const kind = member.kind === 'oneof' ? 'registered' : aminoKindOf(member)
    checkType(key, kind, `for # ${no} of ${schema.name}`)
    cursor.skip(key.length)
    values[member.localName] =
      member.kind === 'oneof'
        ? readChoice(member, cursor.readBytes(), depth)
        : readValue(member, cursor, depth)
  }
  skipUnknown(cursor, last)
  return values
}

/** A time that is always there is the first moment of 1970 when it is not on the wire. */
function valueOfNone(member: DescField | DescOneof): unknown {
  const isKeptTime =
    member.kind === 'field' && aminoKindOf(member) === 'time' && getOption(member, annotation.kept)
  return isKeptTime ? create(TimestampSchema, {}) : undefined
}

function skipUnknown(cursor: AminoCursor, lastKnown: number): void {
  let last = lastKnown
  while (!cursor.isDone) {
    const key = cursor.peekKey()
    checkOrder(key, last)
    last = key.no
    cursor.skip(key.length)
    cursor.skipValue(key.type)
  }
}

function readList(field: DescField, no: number, cursor: AminoCursor, depth: number): unknown[] {
  const items: unknown[] = []
  while (!cursor.isDone) {
    const key = cursor.peekKey()
    if (key.no < no) throw new CodecError(`expected repeated field number ${no} or greater, got ${key.no}`)
    if (key.no > no) break
    checkType(key, aminoKindOf(field), `for repeated # ${no}`)
    cursor.skip(key.length)
    items.push(readValue(field, cursor, depth))
  }
  return items
}

function readChoice(oneof: DescOneof, bytes: Uint8Array, depth: number): unknown {
  const found = hex.encode(bytes.subarray(0, PREFIX_LENGTH))
  const field = oneof.fields.find(
    (one) => hex.encode(aminoPrefix(getOption(one, annotation.oneof_amino))) === found,
  )
  if (field === undefined) throw new CodecError(`unrecognized prefix bytes ${found.toUpperCase()}`)
  const cursor = new AminoCursor(bytes.subarray(PREFIX_LENGTH))
  const key = cursor.peekKey()
  if (key.no !== 1) throw new CodecError(`expected field # 1 of ${field.name}, got ${key.no}`)
  checkType(key, aminoKindOf(field), `for # 1 of ${field.name}`)
  cursor.skip(key.length)
  const value = readValue(field, cursor, depth)
  skipUnknown(cursor, 1)
  return { case: field.localName, value }
}

function readValue(field: DescField, cursor: AminoCursor, depth: number): unknown {
  switch (aminoKindOf(field)) {
    case 'bool':
      return cursor.readBool()
    case 'number':
      return readAminoNumber(field, cursor.readVarint())
    case 'duration':
      return aminoDuration(BigInt.asIntN(64, cursor.readVarint()))
    case 'time':
      return readAminoTime(field, new AminoCursor(cursor.readBytes()))
    case 'bytes':
      return cursor.readBytes().slice()
    case 'integer':
    case 'text':
      return readAminoText(field, cursor.readBytes())
    case 'registered': {
      const { schema, message } = readRegistered(cursor.readBytes(), depth + 1)
      return packAny(schema, message)
    }
    default:
      return field.message && readStruct(field.message, new AminoCursor(cursor.readBytes()), depth)
  }
}

function checkOrder({ no }: AminoKey, last: number): void {
  if (no <= last) throw new CodecError(`encountered fieldNum: ${no}, but we have already seen fnum: ${last}`)
}

function checkType({ type }: AminoKey, kind: AminoKind, where: string): void {
  const wanted = isVarint(kind) ? 0 : 2
  if (type === wanted) return
  const found = TYPES[type] ?? `<Invalid Typ3 ${type}>`
  throw new CodecError(`expected field type ${TYPES[wanted]} ${where}, got ${found}`)
}
