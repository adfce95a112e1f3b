/**
 * The protobuf wire (proto3): bytes to plain members by name, and back, by a message's own table of fields. A signer must
 * notice what it does not know, so unknown fields are listed, and everything else that is not as it should be is refused.
 * Source: the Protocol Buffers encoding guide; Protocol 3.1, 3.5.
 */
import { WireReader } from './wire-reader'
import { WireWriter } from './wire-writer'

/** How a field's value is written. Lists hold what has a length: texts, bytes and messages. */
export type Wire =
  | 'text'
  | 'bytes'
  | 'uint64'
  | 'int64'
  | 'uint32'
  | 'int32'
  | 'flag'
  | { readonly kind: 'message'; fields(): WireFields }
  | { readonly kind: 'list'; readonly item: Wire }

/** A message's fields by number, in ascending order. */
export type WireFields = ReadonlyMap<number, { readonly name: string; readonly wire: Wire }>

/** Under this a message as read keeps the numbers of fields that its table does not have. */
export const UNKNOWN = Symbol('unknown fields')

/** A message's members by their protobuf names; a sub-message that is absent is undefined. */
export interface WireMessage {
  readonly [name: string]: unknown
  readonly [UNKNOWN]?: readonly number[]
}

const MAX_DEPTH = 32
const VARINT = 0
const LENGTH = 2

/** Reads a message. Throws RangeError or TypeError for bytes that are no such message. */
export function readWire(fields: WireFields, bytes: Uint8Array): WireMessage {
  return readMessage(fields, bytes, 0)
}

/** Writes a message: fields in ascending order, defaults left out (ADR-027). */
export function writeWire(fields: WireFields, message: WireMessage): Uint8Array {
  const writer = new WireWriter()
  for (const [number, { name, wire }] of fields) writeField(writer, number, wire, message[name])
  return writer.bytes()
}

/** A field that comes again replaces a value, and adds to a list or to a message. */
function readMessage(
  fields: WireFields,
  bytes: Uint8Array,
  depth: number,
  before?: WireMessage,
): WireMessage {
  if (depth > MAX_DEPTH) throw new RangeError('Messages are nested too deep.')
  const message = before === undefined ? emptyMessage(fields) : copied(before)
  const reader = new WireReader(bytes)
  while (!reader.atEnd()) {
    const { number, type } = reader.tag()
    const field = fields.get(number)
    if (field === undefined) {
      reader.skip(type)
      message[UNKNOWN].push(number)
      continue
    }
    const { name, wire } = field
    if (type !== wireType(wire)) throw new TypeError(`Field ${number} is written as another type.`)
    const known = message[name]
    if (isList(wire) && Array.isArray(known)) known.push(readValue(reader, wire.item, depth, undefined))
    else message[name] = readValue(reader, wire, depth, known)
  }
  return message
}

function readValue(reader: WireReader, wire: Wire, depth: number, before: unknown): unknown {
  switch (wire) {
    case 'text':
      return reader.text()
    case 'bytes':
      return reader.lengthened()
    case 'uint64':
      return reader.varint()
    case 'int64':
      return BigInt.asIntN(64, reader.varint())
    case 'uint32':
      return Number(BigInt.asUintN(32, reader.varint()))
    case 'int32':
      return Number(BigInt.asIntN(32, reader.varint()))
    case 'flag':
      return reader.varint() !== 0n
    default:
      if (wire.kind === 'list') throw new TypeError('A list of lists has no wire form.')
      return readMessage(wire.fields(), reader.lengthened(), depth + 1, before as WireMessage | undefined)
  }
}

function writeField(writer: WireWriter, number: number, wire: Wire, value: unknown): void {
  if (isList(wire)) {
    for (const item of value as readonly unknown[]) writeLengthened(writer, number, wire.item, item)
  } else if (value !== undefined && !isDefault(value)) {
    if (wireType(wire) === LENGTH) writeLengthened(writer, number, wire, value)
    else {
      writer.tag(number, VARINT)
      writer.varint(BigInt.asUintN(64, BigInt(value as bigint | number | boolean)))
    }
  }
}

function writeLengthened(writer: WireWriter, number: number, wire: Wire, value: unknown): void {
  writer.tag(number, LENGTH)
  if (wire === 'text') writer.text(value as string)
  else if (wire === 'bytes') writer.lengthened(value as Uint8Array)
  else if (typeof wire === 'object' && wire.kind === 'message') {
    writer.lengthened(writeWire(wire.fields(), value as WireMessage))
  } else throw new TypeError('A list holds what has a length.')
}

/** A message is never a default: it is there or not. */
function isDefault(value: unknown): boolean {
  return value === '' || value === 0 || value === 0n || value === false || isEmptyBytes(value)
}

function isEmptyBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === 0
}

function wireType(wire: Wire): number {
  return typeof wire === 'object' || wire === 'text' || wire === 'bytes' ? LENGTH : VARINT
}

function isList(wire: Wire): wire is Extract<Wire, { readonly kind: 'list' }> {
  return typeof wire === 'object' && wire.kind === 'list'
}

interface Draft {
  [name: string]: unknown
  readonly [UNKNOWN]: number[]
}

function emptyMessage(fields: WireFields): Draft {
  const message: Draft = { [UNKNOWN]: [] }
  for (const { name, wire } of fields.values()) message[name] = defaultOf(wire)
  return message
}

function copied(before: WireMessage): Draft {
  const message: Draft = { [UNKNOWN]: [...(before[UNKNOWN] ?? [])] }
  for (const [name, value] of Object.entries(before))
    message[name] = Array.isArray(value) ? [...value] : value
  return message
}

function defaultOf(wire: Wire): unknown {
  switch (wire) {
    case 'text':
      return ''
    case 'bytes':
      return new Uint8Array()
    case 'uint64':
    case 'int64':
      return 0n
    case 'uint32':
    case 'int32':
      return 0
    case 'flag':
      return false
    default:
      return wire.kind === 'list' ? [] : undefined
  }
}
