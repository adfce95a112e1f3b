import { type DescField, type DescMessage, isMessage, type Message } from '@bufbuild/protobuf'
import { type Any, AnySchema, type Duration, type Timestamp } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import { addressFromBytes, type JsonObject, type JsonValue } from '../../src/domain/index'
import { unpackAny } from './any-message'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'

/** How raw address bytes are written in an amino document: base64 since chain v1.15, bech32 before (Protocol 3.3). */
export type AddressRendering = 'base64' | 'bech32'

/** `node`: what the LCD shows, every member present (Protocol 2.6, 4). `amino`: what is signed, defaults left out (Protocol 3.3). */
type Dialect = { readonly kind: 'node' } | { readonly kind: 'amino'; readonly addresses: AddressRendering }

const NODE: Dialect = { kind: 'node' }
const BILLION = 1_000_000_000n
const ACCOUNT_LENGTH = 20
const DECIMALS = 18
const NO_TIME = '0001-01-01T00:00:00Z'

/** A message as the LCD shows it, without `@type`. */
export function messageToNodeJson(schema: DescMessage, message: Message): JsonObject {
  return writeMessage(schema, message, NODE)
}

/** An Any as the LCD shows it, with `@type` in front. Throws CodecError for an unknown type. */
export function anyToNodeJson(any: Pick<Any, 'typeUrl' | 'value'>): JsonObject {
  const { typeUrl, schema, message } = unpackAny(any)
  return { '@type': typeUrl, ...messageToNodeJson(schema, message) }
}

/** `{type, value}` of a message in an amino sign document. */
export function messageToAmino(
  schema: DescMessage,
  message: Message,
  addresses: AddressRendering,
): JsonObject {
  const dialect: Dialect = { kind: 'amino', addresses }
  const type = getOption(schema, annotation.amino)
  const value = writeMessage(schema, message, dialect)
  const bare = getOption(schema, annotation.bare)
  return { type, value: bare === '' ? value : (value[bare] ?? '') }
}

function writeMessage(schema: DescMessage, message: Message | undefined, dialect: Dialect): JsonObject {
  const values = message as unknown as Readonly<Record<string, unknown>> | undefined
  const members = schema.fields.flatMap((field): [string, JsonValue][] =>
    field.oneof === undefined
      ? writeMember(field, values?.[field.localName], dialect)
      : writeChoice(field, values?.[field.oneof.localName], dialect),
  )
  return Object.fromEntries(members)
}

function writeMember(field: DescField, value: unknown, dialect: Dialect): [string, JsonValue][] {
  if (dialect.kind === 'node') return [[field.name, writeValue(field, value, dialect)]]
  const kept = getOption(field, annotation.kept)
  if (!kept && isDefault(value)) return []
  const name = getOption(field, annotation.amino_name)
  return [[name === '' ? field.name : name, writeValue(field, value, dialect)]]
}

function writeChoice(field: DescField, choice: unknown, dialect: Dialect): [string, JsonValue][] {
  const chosen = choice as { readonly case?: string; readonly value?: unknown } | undefined
  if (chosen?.case !== field.localName) return []
  const written: JsonValue = { [field.name]: writeValue(field, chosen.value, dialect) }
  if (dialect.kind === 'node') return Object.entries(written)
  const oneof = field.oneof?.name ?? ''
  const type = getOption(field, annotation.oneof_amino)
  return [[`${oneof.charAt(0).toUpperCase()}${oneof.slice(1)}`, { type, value: written }]]
}

function isDefault(value: unknown): boolean {
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length === 0
  return value === undefined || value === '' || value === 0 || value === 0n || value === false
}

function writeValue(field: DescField, value: unknown, dialect: Dialect): JsonValue {
  if (field.fieldKind === 'list') {
    return (value as readonly unknown[] | undefined)?.map((item) => writeOne(field, item, dialect)) ?? []
  }
  return writeOne(field, value, dialect)
}

function writeOne(field: DescField, value: unknown, dialect: Dialect): JsonValue {
  if (field.message !== undefined)
    return writeInner(field, field.message, value as Message | undefined, dialect)
  if (field.enum !== undefined) {
    const number = Number(value ?? 0)
    return dialect.kind === 'amino' ? number : (field.enum.value[number]?.name ?? number)
  }
  if (value instanceof Uint8Array) return writeBytes(field, value, dialect)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number' && dialect.kind === 'amino' && getOption(field, annotation.quoted)) {
    return String(value)
  }
  if (typeof value === 'string' && getOption(field, annotation.decimal)) return withPoint(value)
  return value as JsonValue
}

function writeInner(
  field: DescField,
  schema: DescMessage,
  value: Message | undefined,
  dialect: Dialect,
): JsonValue {
  const absent = value === undefined
  if (absent && !getOption(field, annotation.kept)) return null
  if (schema.typeName === 'google.protobuf.Timestamp') {
    return absent ? NO_TIME : timestampText(value as unknown as Timestamp)
  }
  if (schema.typeName === 'google.protobuf.Duration') {
    return durationText(value as unknown as Duration | undefined, dialect)
  }
  if (isMessage(value, AnySchema)) return writeAny(value, dialect)
  return writeMessage(schema, value, dialect)
}

function writeAny(any: Any, dialect: Dialect): JsonObject {
  if (dialect.kind === 'node') return anyToNodeJson(any)
  const { schema, message } = unpackAny(any)
  return messageToAmino(schema, message, dialect.addresses)
}

/** A node writes empty bytes as null (Protocol 2.6). */
function writeBytes(field: DescField, bytes: Uint8Array, dialect: Dialect): JsonValue {
  if (bytes.length === 0) return dialect.kind === 'node' ? null : ''
  const isAddress = getOption(field, annotation.address) && bytes.length === ACCOUNT_LENGTH
  const asBech32 = dialect.kind === 'node' || dialect.addresses === 'bech32'
  return isAddress && asBech32 ? addressFromBytes(bytes) : base64.encode(bytes)
}

/** `150000000000000000` is 0.15: the wire carries decimals without their point. */
function withPoint(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const padded = digits.slice(sign.length).padStart(DECIMALS + 1, '0')
  return `${sign}${padded.slice(0, -DECIMALS)}.${padded.slice(-DECIMALS)}`
}

/** RFC 3339 without trailing zeros. */
export function timestampText({ seconds, nanos }: Timestamp): string {
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
  return `${whole}${nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`}Z`
}

function durationText(duration: Duration | undefined, { kind }: Dialect): string {
  const { seconds, nanos } = duration ?? { seconds: 0n, nanos: 0 }
  if (kind === 'amino') return String(seconds * BILLION + BigInt(nanos))
  return `${seconds}${nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`}s`
}
