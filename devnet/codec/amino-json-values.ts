import { type DescField, ScalarType } from '@bufbuild/protobuf'
import { base64 } from '@scure/base'
import { addressBytes, isAddress, type JsonObject, type JsonValue } from '../../src/domain/index'
import { parseDecimal } from '../math/decimal'
import { wholeText } from './amino-values'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'
import { RANGES } from './message-from-json'

/** Go's names of the whole numbers, of which amino writes those of 64 bits as text. */
const GO_TYPES: Partial<Record<ScalarType, string>> = {
  [ScalarType.INT32]: 'int32',
  [ScalarType.UINT32]: 'uint32',
  [ScalarType.INT64]: 'int64',
  [ScalarType.UINT64]: 'uint64',
}

/** The members of a JSON object; throws CodecError for other JSON. */
export function requireMembers(json: JsonValue): JsonObject {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject
  throw unmarshalError(json, 'map[string]json.RawMessage')
}

/** What a JSON value is, in the words of Go's errors. */
export function jsonKind(json: JsonValue): string {
  if (Array.isArray(json)) return 'array'
  return typeof json === 'boolean' ? 'bool' : typeof json
}

/** Bytes in base64, or an address in bech32: amino's JSON of an account is its address, unlike what is signed (Protocol 3.3). */
export function readJsonBytes(field: DescField, json: JsonValue): Uint8Array {
  const text = requireText(json)
  if (getOption(field, annotation.address)) return readAddress(text)
  try {
    return base64.decode(text)
  } catch (cause) {
    throw new CodecError('illegal base64 data', { cause })
  }
}

function readAddress(text: string): Uint8Array {
  if (text === '') return new Uint8Array()
  if (isAddress(text)) return addressBytes(text)
  throw new CodecError(`decoding bech32 failed: ${text} is not an address`)
}

/** Text as it stands; of a number with decimals, its digits. */
export function readJsonText(field: DescField, json: JsonValue): string {
  const text = requireText(json)
  if (getOption(field, annotation.integer)) return wholeText(text)
  if (!getOption(field, annotation.decimal)) return text
  const value = parseDecimal(text)
  if (value === undefined) throw new CodecError(`invalid decimal string: ${text}`)
  return String(value)
}

/** A whole number; one of 64 bits, or one that counts nanoseconds, stands in quotes. */
export function readJsonNumber(field: DescField, json: JsonValue): bigint | number {
  const scalar = field.enum === undefined ? (field.scalar ?? ScalarType.INT64) : ScalarType.INT32
  const isWide = scalar === ScalarType.INT64 || scalar === ScalarType.UINT64
  const isQuoted = isWide || getOption(field, annotation.quoted)
  if (isQuoted !== (typeof json === 'string')) throw quotesError(scalar, isQuoted, json)
  const [least, greatest] = RANGES[scalar] ?? [0n, 0n]
  const number = /^-?(0|[1-9]\d{0,19})$/.test(String(json)) ? BigInt(String(json)) : undefined
  if (number === undefined || number < least || number > greatest) {
    throw new CodecError(`json: cannot unmarshal number ${json} into Go value of type ${GO_TYPES[scalar]}`)
  }
  return isWide ? number : Number(number)
}

function quotesError(scalar: ScalarType, isQuoted: boolean, json: JsonValue): CodecError {
  if (!isQuoted) return unmarshalError(json, GO_TYPES[scalar] ?? '')
  const found = typeof json === 'object' ? jsonKind(json) : json
  return new CodecError(
    `invalid character -- Amino:JSON int/int64/uint/uint64 expects quoted values for javascript numeric support, got: ${found}`,
  )
}

function requireText(json: JsonValue): string {
  if (typeof json === 'string') return json
  throw unmarshalError(json, 'string')
}

/** A value of the wrong kind, as Go says it. */
export function unmarshalError(json: JsonValue, goType: string): CodecError {
  return new CodecError(`json: cannot unmarshal ${jsonKind(json)} into Go value of type ${goType}`)
}
