import {
  create,
  type DescField,
  type DescMessage,
  fromJson,
  type Message,
  ScalarType,
  toBinary,
} from '@bufbuild/protobuf'
import { AnySchema } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import { addressBytes, isAddress, type JsonObject, type JsonValue } from '../../src/domain/index'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'
import { AuthInfoSchema, TxBodySchema, TxRawSchema } from './gen/tx_pb'
import { findType } from './registry'

const DECIMALS = 18

/** The least and the greatest whole number of each type. */
export const RANGES: Partial<Record<ScalarType, readonly [bigint, bigint]>> = {
  [ScalarType.INT32]: [-(1n << 31n), (1n << 31n) - 1n],
  [ScalarType.UINT32]: [0n, (1n << 32n) - 1n],
  [ScalarType.INT64]: [-(1n << 63n), (1n << 63n) - 1n],
  [ScalarType.UINT64]: [0n, (1n << 64n) - 1n],
}

/** The bytes of a transaction from the JSON in which the LCD shows it; throws CodecError when it is none. */
export function txFromNodeJson(tx: JsonValue): Uint8Array {
  const { body = {}, auth_info = {}, signatures = [] } = requireObject(tx, 'tx')
  if (!Array.isArray(signatures)) throw syntaxError('signatures is not a list')
  return toBinary(
    TxRawSchema,
    create(TxRawSchema, {
      bodyBytes: encode(TxBodySchema, body),
      authInfoBytes: encode(AuthInfoSchema, auth_info),
      signatures: signatures.map((signature: JsonValue) => readBase64(signature, 'signatures')),
    }),
  )
}

function encode(schema: DescMessage, json: JsonValue): Uint8Array {
  try {
    return toBinary(schema, readMessage(schema, json))
  } catch (cause) {
    // Messages inside messages without end run out of stack.
    if (cause instanceof RangeError) throw new CodecError('proto: exceeded max recursion depth', { cause })
    throw cause
  }
}

/** A message from the JSON of a node; members nobody knows are refused, as the chain does. */
function readMessage(schema: DescMessage, json: JsonValue): Message {
  const { typeName } = schema
  if (typeName === 'google.protobuf.Any') return readAny(json)
  if (typeName.startsWith('google.protobuf.')) return readWellKnown(schema, json)
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(requireObject(json, typeName))) {
    const field = schema.fields.find((one) => one.name === name || one.jsonName === name)
    if (field === undefined) throw syntaxError(`unknown field "${name}" in ${typeName}`)
    if (value === null) continue
    const read = readField(field, value)
    if (field.oneof === undefined) values[field.localName] = read
    else values[field.oneof.localName] = { case: field.localName, value: read }
  }
  return create(schema, values as never)
}

function readAny(json: JsonValue): Message {
  const { '@type': typeUrl, ...rest } = requireObject(json, 'google.protobuf.Any')
  const name = typeof typeUrl === 'string' ? typeUrl : ''
  const schema = findType(name)
  if (schema === undefined) throw new CodecError(`unable to resolve type URL ${name}`)
  return create(AnySchema, { typeUrl: name, value: toBinary(schema, readMessage(schema, rest)) })
}

/** A message of protobuf's own from its JSON; throws CodecError. */
export function readWellKnown(schema: DescMessage, json: JsonValue): Message {
  try {
    return fromJson(schema, json as never)
  } catch (cause) {
    throw new CodecError(`proto: ${cause instanceof Error ? cause.message : 'syntax error'}`, { cause })
  }
}

function readField(field: DescField, value: JsonValue): unknown {
  if (field.fieldKind !== 'list') return readOne(field, value)
  if (!Array.isArray(value)) throw syntaxError(`${field.name} is not a list`)
  return value.map((item: JsonValue) => readOne(field, item))
}

function readOne(field: DescField, value: JsonValue): unknown {
  if (field.message !== undefined) return readMessage(field.message, value)
  if (field.enum !== undefined) {
    const known = field.enum.values.find(({ name, number }) => name === value || number === value)
    return known?.number ?? wrong(field, value)
  }
  switch (field.scalar) {
    case ScalarType.STRING:
      return typeof value === 'string' ? readText(field, value) : wrong(field, value)
    case ScalarType.BOOL:
      return typeof value === 'boolean' ? value : wrong(field, value)
    case ScalarType.BYTES:
      return readBytes(field, value)
    case ScalarType.INT64:
    case ScalarType.UINT64:
      return readWhole(field, value)
    default:
      return Number(readWhole(field, value))
  }
}

/** `0.15` is 150000000000000000 on the wire. */
function readText(field: DescField, text: string): string {
  if (!getOption(field, annotation.decimal)) return text
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}${fraction.padEnd(DECIMALS, '0')}`.replace(/^(-?)0+(?=\d)/, '$1')
}

function readBytes(field: DescField, value: JsonValue): Uint8Array {
  if (typeof value === 'string' && getOption(field, annotation.address) && isAddress(value)) {
    return addressBytes(value)
  }
  return readBase64(value, field.name)
}

function readWhole(field: DescField, value: JsonValue): bigint {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^-?\d{1,20}$/.test(text)) return wrong(field, value)
  const number = BigInt(text)
  const [least, greatest] = RANGES[field.scalar ?? ScalarType.INT64] ?? [0n, 0n]
  return number < least || number > greatest ? wrong(field, value) : number
}

function readBase64(value: JsonValue, what: string): Uint8Array {
  try {
    return base64.decode(typeof value === 'string' ? value : '*')
  } catch (cause) {
    throw new CodecError(`proto: syntax error: ${what}: illegal base64 data`, { cause })
  }
}

function requireObject(value: JsonValue, what: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw syntaxError(`${what} is not an object`)
}

function wrong(field: DescField, value: JsonValue): never {
  throw syntaxError(`invalid value for field ${field.name}: ${JSON.stringify(value)}`)
}

function syntaxError(why: string): CodecError {
  return new CodecError(`proto: syntax error: ${why}`)
}
