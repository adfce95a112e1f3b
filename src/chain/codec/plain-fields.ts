import { base64, bech32 } from '@scure/base'
import {
  type Address,
  addressBytes,
  addressFromBytes,
  isAddress,
  type JsonValue,
  parseUint,
  SottoError,
} from '../../domain/index'
import { messageError } from './codec-error'
import type { Field } from './field'

const I64_MAX = (1n << 63n) - 1n

export const text: Field<string> = {
  wire: 'text',
  fromProto: (value, { path }) => asText(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => (value === undefined ? '' : asText(value, path)),
}

/** Bytes: standard base64 in JSON; a node writes empty bytes as null. */
export const bytes: Field<Uint8Array> = {
  wire: 'bytes',
  fromProto: (value, { path }) => {
    if (!(value instanceof Uint8Array)) throw messageError(path, 'bytes')
    return value
  },
  toProto: (value) => value,
  fromJson: (value, context) => {
    if (value === undefined || (value === null && context.dialect === 'lcd')) return new Uint8Array()
    return fromBase64(asText(value, context.path), context.path)
  },
}

/** An unsigned 64-bit number: always a string in JSON. */
export const uint64: Field<bigint> = {
  wire: 'uint64',
  fromProto: (value, { path }) => asBigint(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => (value === undefined ? 0n : asUint(value, 64, path)),
}

export const int64: Field<bigint> = {
  wire: 'int64',
  fromProto: (value, { path }) => asBigint(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => {
    const number = value === undefined ? 0n : asUint(value, 64, path)
    if (number > I64_MAX) throw messageError(path, 'a smaller number')
    return number
  },
}

/** A coin's amount: digits in a string on every wire. */
export const amount: Field<bigint> = {
  wire: 'text',
  fromProto: (value, { path }) => asUint(asText(value, path), 256, path),
  toProto: (value) => value.toString(),
  fromJson: (value, { path }) => asUint(value, 256, path),
}

export const flag: Field<boolean> = {
  wire: 'flag',
  fromProto: (value, { path }) => asFlag(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => (value === undefined ? false : asFlag(value, path)),
}

/** A member that this version of a message does not have: JSON may say the constant, nothing else. */
export function constant<const T extends JsonValue>(value: T): Field<T> {
  return {
    wire: 'text',
    fromProto: () => value,
    toProto: () => undefined,
    fromJson: (given, { path }) => {
      if (given !== undefined && given !== value) throw messageError(path, 'left out')
      return value
    },
  }
}

/** An enum: a number in protobuf and amino JSON, a name in a node's JSON. */
export function enumeration(names: Readonly<Record<string, number>>): Field<number> {
  return {
    wire: 'int32',
    fromProto: (value, { path }) => asInteger(value, path),
    toProto: (value) => value,
    fromJson: (value, { path, dialect }) => {
      if (value === undefined) return 0
      if (dialect === 'amino') return asInteger(value, path)
      const number = typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : undefined
      if (number === undefined) throw messageError(path, 'a known choice')
      return number
    },
  }
}

/** An account or contract written as text. */
export const account: Field<Address> = {
  wire: 'text',
  fromProto: (value, { path }) => asAddress(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => asAddress(value, path),
}

/** What is written as text and may be left out. */
export function orNothing<T>(field: Field<T>): Field<T | undefined> {
  return {
    wire: field.wire,
    fromProto: (value, context) => (value === '' ? undefined : field.fromProto(value, context)),
    toProto: (value) => (value === undefined ? '' : field.toProto(value)),
    fromJson: (value, context) =>
      value === undefined || value === '' || (value === null && context.dialect === 'lcd')
        ? undefined
        : field.fromJson(value, context),
  }
}

export const optionalAccount = orNothing(account)

/** An account as 20 raw bytes; JSON holds base64 of them (amino since chain v1.15) or bech32 (before, and at the LCD). */
export const accountBytes: Field<Address> = {
  wire: 'bytes',
  fromProto: (value, { path }) => {
    if (!(value instanceof Uint8Array) || value.length !== 20)
      throw messageError(path, 'an address of 20 bytes')
    return addressFromBytes(value)
  },
  toProto: (value) => addressBytes(value),
  fromJson: (value, context) => {
    const written = asText(value, context.path)
    if (isAddress(written)) return written
    return accountBytes.fromProto(fromBase64(written, context.path), { ...NO_NOTES, path: context.path })
  },
}

/** A validator's operator address, `secretvaloper1...`. */
export const validator: Field<string> = {
  wire: 'text',
  fromProto: (value, { path }) => asValidator(value, path),
  toProto: (value) => value,
  fromJson: (value, { path }) => asValidator(value, path),
}

const NO_NOTES = { depth: 0, notes: { canonical: true, unknownFields: [] } }

export function asText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw messageError(path, 'text')
  return value
}

/** Digits in a string, below 2^size. Throws `codec/message`. */
export function asUint(value: unknown, size: number, path: string): bigint {
  try {
    return parseUint(asText(value, path), size)
  } catch (error) {
    if (!(error instanceof SottoError)) throw error
    throw messageError(path, 'a whole number written as text', error)
  }
}

function fromBase64(value: string, path: string): Uint8Array {
  try {
    return base64.decode(value)
  } catch (error) {
    throw messageError(path, 'base64', error)
  }
}

function asFlag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw messageError(path, 'true or false')
  return value
}

function asBigint(value: unknown, path: string): bigint {
  if (typeof value !== 'bigint' || value < 0n) throw messageError(path, 'a whole number')
  return value
}

function asInteger(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw messageError(path, 'a whole number')
  return value
}

function asAddress(value: JsonValue | undefined | unknown, path: string): Address {
  if (!isAddress(value)) throw messageError(path, 'an address that starts with secret1')
  return value
}

function asValidator(value: unknown, path: string): string {
  const written = asText(value, path)
  const decoded = bech32.decodeUnsafe(written, 90)
  const bytes = decoded === undefined ? undefined : bech32.fromWordsUnsafe(decoded.words)
  if (decoded?.prefix !== 'secretvaloper' || written !== written.toLowerCase() || bytes?.length !== 20) {
    throw messageError(path, 'a validator that starts with secretvaloper1')
  }
  return written
}

/** The account that acts for a validator: the same bytes under another prefix. */
export function operatorOf(validator: string): Address {
  return addressFromBytes(bech32.fromWords(bech32.decode(validator as `${string}1${string}`, 90).words))
}
