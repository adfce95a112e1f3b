import { create, type DescMessage, fromBinary, type MessageShape, toBinary } from '@bufbuild/protobuf'
import {
  AnySchema,
  BoolValueSchema,
  FieldMaskSchema,
  Int32ValueSchema,
  Int64ValueSchema,
  ServiceDescriptorProtoSchema,
  UInt32ValueSchema,
  UInt64ValueSchema,
} from '@bufbuild/protobuf/wkt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWire, UNKNOWN, type Wire, type WireFields, type WireMessage, writeWire } from './wire'

const table = (...fields: readonly (readonly [number, string, Wire])[]): WireFields =>
  new Map(fields.map(([number, name, wire]) => [number, { name, wire }]))

/** Messages that the library knows by heart, one for every kind of field there is here. */
const PAIRS: readonly (readonly [DescMessage, WireFields])[] = [
  [AnySchema, table([1, 'typeUrl', 'text'], [2, 'value', 'bytes'])],
  [UInt64ValueSchema, table([1, 'value', 'uint64'])],
  [Int64ValueSchema, table([1, 'value', 'int64'])],
  [UInt32ValueSchema, table([1, 'value', 'uint32'])],
  [Int32ValueSchema, table([1, 'value', 'int32'])],
  [BoolValueSchema, table([1, 'value', 'flag'])],
  [FieldMaskSchema, table([1, 'paths', { kind: 'list', item: 'text' }])],
]

const METHOD = table(
  [1, 'name', 'text'],
  [2, 'inputType', 'text'],
  [3, 'outputType', 'text'],
  [5, 'clientStreaming', 'flag'],
  [6, 'serverStreaming', 'flag'],
)
const SERVICE = table(
  [1, 'name', 'text'],
  [2, 'method', { kind: 'list', item: { kind: 'message', fields: () => METHOD } }],
)

const members: fc.Arbitrary<Record<string, unknown>> = fc.record({
  typeUrl: fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  bytes: fc.uint8Array({ maxLength: 200 }),
  uint64: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
  int64: fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }),
  uint32: fc.nat({ max: 2 ** 32 - 1 }),
  int32: fc.integer(),
  flag: fc.boolean(),
  paths: fc.array(fc.string(), { maxLength: 5 }),
})

function valueFor(desc: DescMessage, given: Record<string, unknown>): Record<string, unknown> {
  switch (desc) {
    case AnySchema:
      return { typeUrl: given['typeUrl'], value: given['bytes'] }
    case UInt64ValueSchema:
      return { value: given['uint64'] }
    case Int64ValueSchema:
      return { value: given['int64'] }
    case UInt32ValueSchema:
      return { value: given['uint32'] }
    case Int32ValueSchema:
      return { value: given['int32'] }
    case BoolValueSchema:
      return { value: given['flag'] }
    default:
      return { paths: given['paths'] }
  }
}

describe('the protobuf wire', () => {
  it.each(PAIRS)('writes and reads %s as a library does', (desc, fields) => {
    fc.assert(
      fc.property(members, (given) => {
        const value = valueFor(desc, given)
        const bytes = toBinary(desc, create(desc, value as never))
        expect(writeWire(fields, value)).toEqual(bytes)
        expect({ ...readWire(fields, bytes) }).toEqual({ ...value, [UNKNOWN]: [] })
      }),
    )
  })

  it('writes and reads messages inside messages as a library does', () => {
    const method = fc.record({
      name: fc.string({ minLength: 1 }),
      inputType: fc.string({ minLength: 1 }),
      outputType: fc.string({ minLength: 1 }),
      clientStreaming: fc.constant(true),
      serverStreaming: fc.constant(true),
    })
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(method, { maxLength: 4 }), (name, methods) => {
        const value = { name, method: methods }
        const bytes = toBinary(ServiceDescriptorProtoSchema, create(ServiceDescriptorProtoSchema, value))
        expect(writeWire(SERVICE, value)).toEqual(bytes)
        expect(writeWire(SERVICE, readWire(SERVICE, bytes))).toEqual(bytes)
      }),
    )
  })

  it('P28: reads any bytes as a library does, or refuses them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...PAIRS), (bytes, [desc, fields]) => {
        const read = readOrRefuse(fields, bytes)
        if (read === undefined) return
        // What one reads the other reads too, with the same fields left over.
        const expected = fromBinary(desc, bytes)
        for (const { name } of fields.values()) expect(read[name]).toEqual(memberOf(expected, name))
        expect(read[UNKNOWN]).toEqual((expected.$unknown ?? []).map(({ no }) => no))
      }),
      { numRuns: 5000 },
    )
  })

  it('P28: lists what it does not know, and keeps to what came last', () => {
    const fields = table([1, 'value', 'uint64'])
    expect(readWire(fields, Uint8Array.of(8, 1, 16, 5, 8, 2, 26, 1, 0))).toEqual({
      value: 2n,
      [UNKNOWN]: [2, 3],
    })
  })

  it('P28: joins a message that comes in two parts, as the network does', () => {
    const fields = table([1, 'inner', { kind: 'message', fields: () => METHOD }])
    const first = Uint8Array.of(10, 3, 10, 1, 97)
    const second = Uint8Array.of(10, 3, 18, 1, 98)
    const read = readWire(fields, Uint8Array.from([...first, ...second]))
    expect(read['inner']).toMatchObject({ name: 'a', inputType: 'b' })
  })

  it.each([
    ['a number of eleven bytes', [8, ...new Array(10).fill(0xff), 1]],
    ['a number above 64 bits', [8, ...new Array(9).fill(0xff), 2]],
    ['a length beyond the end', [18, 5, 1]],
    ['a field of another type', [10, 1, 0]],
    ['field 0', [0, 0]],
    ['a group', [11, 12]],
    ['a text that is not UTF-8', [26, 1, 0xff]],
  ])('P28: refuses %s', (_, bytes) => {
    const fields = table([1, 'value', 'uint64'], [2, 'bytes', 'bytes'], [3, 'text', 'text'])
    expect(readOrRefuse(fields, Uint8Array.from(bytes))).toBeUndefined()
  })

  it('P7: reads a hundred thousand empty messages in a list within a second', () => {
    const bytes = new Uint8Array(200_000).map((_, index) => (index % 2 === 0 ? 18 : 0))
    const started = performance.now()
    expect(readWire(SERVICE, bytes)['method']).toHaveLength(100_000)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('refuses messages inside messages without end', () => {
    const endless: WireFields = new Map([
      [1, { name: 'inner', wire: { kind: 'message', fields: () => endless } }],
    ])
    let bytes: Uint8Array = new Uint8Array()
    for (let depth = 0; depth < 50; depth += 1) bytes = Uint8Array.from([10, bytes.length, ...bytes])
    expect(readOrRefuse(endless, bytes)).toBeUndefined()
  })
})

function memberOf(message: MessageShape<DescMessage>, name: string): unknown {
  return (message as unknown as Record<string, unknown>)[name]
}

function readOrRefuse(fields: WireFields, bytes: Uint8Array): WireMessage | undefined {
  try {
    return readWire(fields, bytes)
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
