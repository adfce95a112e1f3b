import { create, type DescField, type DescMessage, type DescOneof } from '@bufbuild/protobuf'
import { TimestampSchema } from '@bufbuild/protobuf/wkt'
import type { JsonValue } from '../../src/domain/index'
import {
  jsonKind,
  readJsonBytes,
  readJsonNumber,
  readJsonText,
  requireMembers,
  unmarshalError,
} from './amino-json-values'
import { aminoKindOf, MAX_AMINO_DEPTH } from './amino-kind'
import { aminoNameOf, findByAminoName } from './amino-names'
import { aminoDuration, checkedKey } from './amino-values'
import { type AnyMessage, packAny } from './any-message'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'
import { readWellKnown } from './message-from-json'
import { typeUrlOf } from './registry'

const NO_TIME = '0001-01-01T00:00:00Z'

/** A message of a type that is known beforehand from its `{type, value}`. Throws CodecError with amino's words. */
export function messageFromAminoJson<S extends DescMessage>(schema: S, json: JsonValue) {
  const { type, value } = unwrap(json)
  if (type !== aminoNameOf(schema)) {
    throw new CodecError(`UnmarshalJSON wants to decode a ${aminoNameOf(schema)} but found a ${type}`)
  }
  return create(schema, (value === null ? {} : readStruct(schema, value, 0)) as never)
}

function readRegistered(json: JsonValue, depth: number): AnyMessage {
  if (depth > MAX_AMINO_DEPTH) throw new CodecError('exceeded max depth')
  const { type, value } = unwrap(json)
  const schema = findByAminoName(type)
  const bare = schema.fields.find((field) => field.name === getOption(schema, annotation.bare))
  const values =
    bare === undefined
      ? readStruct(schema, value ?? {}, depth)
      : { [bare.localName]: checkedKey(schema, readJsonBytes(bare, value)) }
  return { typeUrl: typeUrlOf(schema), schema, message: create(schema, values as never) }
}

function unwrap(json: JsonValue): { readonly type: string; readonly value: JsonValue } {
  const failure = (why: string) => new CodecError(`cannot parse disfix JSON wrapper: ${why}`)
  if (jsonKind(json) !== 'object') {
    throw failure(`json: cannot unmarshal ${jsonKind(json)} into Go value of type amino.disfixWrapper`)
  }
  const { type, value } = requireMembers(json)
  if (type !== undefined && type !== null && typeof type !== 'string') {
    throw failure(
      `json: cannot unmarshal ${jsonKind(type)} into Go struct field disfixWrapper.type of type string`,
    )
  }
  if (!type) throw new CodecError('JSON encoding of interfaces require non-empty type field')
  if (value === undefined) throw new CodecError('interface JSON wrapper should have non-empty value field')
  return { type, value }
}

/** Members nobody knows are passed over, as amino does; `null` is as good as none. */
function readStruct(schema: DescMessage, json: JsonValue, depth: number): Record<string, unknown> {
  const members = requireMembers(json)
  const values: Record<string, unknown> = {}
  for (const member of schema.members) {
    const value = members[nameOf(member)] ?? null
    if (value === null) continue
    values[member.localName] =
      member.kind === 'oneof' ? readChoice(member, value, depth) : readField(member, value, depth)
  }
  return values
}

/** A oneof has the name that it has in the chain's program. */
function nameOf(member: DescField | DescOneof): string {
  if (member.kind === 'oneof') return `${member.name.charAt(0).toUpperCase()}${member.name.slice(1)}`
  return getOption(member, annotation.amino_name) || member.name
}

function readChoice(oneof: DescOneof, json: JsonValue, depth: number): unknown {
  const { type, value } = unwrap(json)
  const field = oneof.fields.find((one) => getOption(one, annotation.oneof_amino) === type)
  if (field === undefined) throw new CodecError(`unrecognized concrete type name ${type}`)
  const member = requireMembers(value)[field.name] ?? {}
  return { case: field.localName, value: readValue(field, member, depth) }
}

function readField(field: DescField, json: JsonValue, depth: number): unknown {
  if (field.fieldKind !== 'list') return readValue(field, json, depth)
  if (Array.isArray(json)) return json.map((item: JsonValue) => readValue(field, item, depth))
  throw unmarshalError(json, '[]json.RawMessage')
}

function readValue(field: DescField, json: JsonValue, depth: number): unknown {
  switch (aminoKindOf(field)) {
    case 'registered': {
      const { schema, message } = readRegistered(json, depth + 1)
      return packAny(schema, message)
    }
    case 'time':
      return readTime(field, json)
    case 'duration':
      return aminoDuration(BigInt(readJsonNumber(field, json)))
    case 'number':
      return readJsonNumber(field, json)
    case 'bytes':
      return readJsonBytes(field, json)
    case 'bool':
      if (typeof json === 'boolean') return json
      throw unmarshalError(json, 'bool')
    case 'integer':
    case 'text':
      return readJsonText(field, json)
    default:
      return field.message && create(field.message, readStruct(field.message, json, depth) as never)
  }
}

/** Undefined stands for the time that nobody has set. */
function readTime(field: DescField, json: JsonValue): unknown {
  if (typeof json !== 'string') {
    throw new CodecError(`amino:JSON time must be an RFC3339Nano string, but got ${jsonKind(json)}`)
  }
  if (!json.endsWith('Z')) {
    throw new CodecError(`amino:JSON time must be UTC and end with 'Z' but got ${JSON.stringify(json)}`)
  }
  if (json === NO_TIME && getOption(field, annotation.kept)) return undefined
  return readWellKnown(TimestampSchema, json)
}
