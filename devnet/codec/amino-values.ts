import { create, type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf'
import { type Duration, DurationSchema, type Timestamp, TimestampSchema } from '@bufbuild/protobuf/wkt'
import type { AminoCursor } from './amino-cursor'
import { NO_TIME_SECONDS } from './amino-kind'
import { aminoNameOf } from './amino-names'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'

const BILLION = 1_000_000_000n
/** The first second after the year 9999. */
const TIME_END = 253_402_300_800n
const KEY_SIZES: Readonly<Record<string, number>> = {
  'tendermint/PubKeySecp256k1': 33,
  'tendermint/PubKeyEd25519': 32,
}

/** A whole number of the width that the field has. */
export function readAminoNumber(field: DescField, value: bigint): bigint | number {
  switch (field.scalar) {
    case ScalarType.UINT64:
      return value
    case ScalarType.INT64:
      return BigInt.asIntN(64, value)
    case ScalarType.UINT32:
      return Number(BigInt.asUintN(32, value))
    default: {
      const signed = BigInt.asIntN(64, value)
      if (signed !== BigInt.asIntN(32, value)) {
        throw new CodecError('encoded integer value overflows int(32)')
      }
      return Number(signed)
    }
  }
}

/** Text that is no UTF-8 is read as the chain shows it, with marks in the places that cannot be read. */
export function readAminoText(field: DescField, bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const isNumber = getOption(field, annotation.integer) || getOption(field, annotation.decimal)
  return isNumber ? wholeText(text) : text
}

/** A whole number of any size without signs and zeros it can do without. Throws CodecError for other text. */
export function wholeText(text: string): string {
  if (/^[+-]?\d{1,78}$/.test(text)) return String(BigInt(text.replace(/^\+/, '')))
  throw new CodecError(`math/big: cannot unmarshal ${JSON.stringify(text)} into a *big.Int`)
}

/** Undefined stands for the time that nobody has set. */
export function readAminoTime(field: DescField, cursor: AminoCursor): Timestamp | undefined {
  const [seconds, nanos] = [readTimePart(cursor, 1), readTimePart(cursor, 2)]
  if (!cursor.isDone) throw new CodecError(`unexpected field number ${cursor.peekKey().no}`)
  if (seconds < NO_TIME_SECONDS || seconds >= TIME_END) {
    throw new CodecError(`seconds have to be > ${NO_TIME_SECONDS} and < ${TIME_END}, got: ${seconds}`)
  }
  if (nanos < 0n || nanos >= BILLION) {
    throw new CodecError(`nanoseconds not in interval [0, 999999999] ${nanos}`)
  }
  if (seconds === NO_TIME_SECONDS && nanos === 0n && getOption(field, annotation.kept)) return undefined
  return create(TimestampSchema, { seconds, nanos: Number(nanos) })
}

function readTimePart(cursor: AminoCursor, no: number): bigint {
  if (cursor.isDone) return 0n
  const key = cursor.peekKey()
  if (key.no > no) return 0n
  if (key.no < no) throw new CodecError(`expected field number ${no}, got ${key.no}`)
  if (key.type !== 0) throw new CodecError(`expected field type (U)Varint, got ${key.type}`)
  cursor.skip(key.length)
  return BigInt.asIntN(64, cursor.readVarint())
}

/** A span of time from its nanoseconds. */
export function aminoDuration(nanoseconds: bigint): Duration {
  return create(DurationSchema, {
    seconds: nanoseconds / BILLION,
    nanos: Number(nanoseconds % BILLION),
  })
}

/** The bytes of a public key, when there are as many as its kind has; throws CodecError otherwise. */
export function checkedKey(schema: DescMessage, key: Uint8Array): Uint8Array {
  if (key.length !== KEY_SIZES[aminoNameOf(schema)]) {
    throw new CodecError('invalid pubkey size: invalid pubkey')
  }
  return key.slice()
}
