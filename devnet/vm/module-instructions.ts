import type { ByteReader } from './byte-reader'
import { malformedModule, staticValidationError } from './module-error'
import { floatsFound, readValueType } from './value-type'

/** The instructions that the meter tells from the rest or writes itself. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  call: 0x10,
  callIndirect: 0x11,
  localGet: 0x20,
  localSet: 0x21,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  i32LtS: 0x48,
  i64LtU: 0x54,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64ExtendI32U: 0xad,
  /** The first byte of the instructions on blocks of memory and on tables, which a second number tells apart. */
  bulk: 0xfc,
} as const

/** One instruction: `bulk` is the second number behind the bulk prefix, `target` the function of a direct call. */
export interface Instruction {
  readonly opcode: number
  readonly bulk: number | undefined
  readonly target: number | undefined
}

/** What follows the opcode. */
type Shape =
  | 'nothing'
  | 'index'
  | 'two indexes'
  | 'block type'
  | 'branch table'
  | 'value types'
  | 'reference type'
  | 'i32'
  | 'i64'
  | 'bulk'
  | 'float'

const SHAPES: readonly (Shape | undefined)[] = shapes([
  [0x00, 0x01, 'nothing'],
  [0x02, 0x04, 'block type'],
  [0x05, 0x05, 'nothing'],
  [0x0b, 0x0b, 'nothing'],
  [0x0c, 0x0d, 'index'],
  [0x0e, 0x0e, 'branch table'],
  [0x0f, 0x0f, 'nothing'],
  [0x10, 0x10, 'index'],
  [0x11, 0x11, 'two indexes'],
  [0x1a, 0x1b, 'nothing'],
  [0x1c, 0x1c, 'value types'],
  [0x20, 0x26, 'index'],
  [0x28, 0x3e, 'two indexes'],
  [0x3f, 0x40, 'index'],
  [0x41, 0x41, 'i32'],
  [0x42, 0x42, 'i64'],
  [0x45, 0xc4, 'nothing'],
  [0xd0, 0xd0, 'reference type'],
  [0xd1, 0xd1, 'nothing'],
  [0xd2, 0xd2, 'index'],
  [0xfc, 0xfc, 'bulk'],
  [0x2a, 0x2b, 'float'],
  [0x38, 0x39, 'float'],
  [0x43, 0x44, 'float'],
  [0x5b, 0x66, 'float'],
  [0x8b, 0xa6, 'float'],
  [0xa8, 0xab, 'float'],
  [0xae, 0xbf, 'float'],
])

/** How many indexes follow the second number of a bulk instruction; the first eight turn floats into integers. */
const BULK_INDEXES: readonly (number | 'float')[] = [
  ...Array.from({ length: 8 }, () => 'float' as const),
  ...[2, 1, 2, 1, 2, 1, 2, 1, 1, 1],
]

const EMPTY_BLOCK = 0x40

/** Reads one instruction with all that belongs to it. Throws ModuleError for floats and for what is not known. */
export function readInstruction(reader: ByteReader): Instruction {
  const opcode = reader.byte()
  const shape = SHAPES[opcode]
  if (opcode === OP.call) return { opcode, bulk: undefined, target: reader.u32() }
  if (shape === 'bulk') return { opcode, bulk: readBulk(reader), target: undefined }
  readImmediates(reader, opcode, shape)
  return { opcode, bulk: undefined, target: undefined }
}

/** Passes the expression that gives a global its first value; nothing in one nests, so the first `end` is its own. */
export function skipConstantExpression(reader: ByteReader): void {
  let { opcode } = readInstruction(reader)
  while (opcode !== OP.end) opcode = readInstruction(reader).opcode
}

function readImmediates(reader: ByteReader, opcode: number, shape: Shape | undefined): void {
  switch (shape) {
    case 'nothing':
      return
    case 'index':
      reader.u32()
      return
    case 'two indexes':
      reader.u32()
      reader.u32()
      return
    case 'block type':
      skipBlockType(reader)
      return
    case 'branch table':
      reader.list(() => reader.u32())
      reader.u32()
      return
    case 'value types':
      reader.list(() => readValueType(reader.byte()))
      return
    case 'reference type':
      readValueType(reader.byte())
      return
    case 'i32':
      reader.skipSigned(32)
      return
    case 'i64':
      reader.skipSigned(64)
      return
    case 'float':
      throw floatsFound()
    default:
      throw unknownInstruction(opcode)
  }
}

function readBulk(reader: ByteReader): number {
  const bulk = reader.u32()
  const indexes = BULK_INDEXES[bulk]
  if (indexes === undefined) throw unknownInstruction(OP.bulk)
  if (indexes === 'float') throw floatsFound()
  for (let index = 0; index < indexes; index++) reader.u32()
  return bulk
}

/** Nothing, one value type, or the index of a type: the three share one signed number of 33 bits. */
function skipBlockType(reader: ByteReader): void {
  const first = reader.byte()
  if (first <= EMPTY_BLOCK) return
  if (first < 0x80) {
    readValueType(first)
    return
  }
  for (let read = 1; read < 5; read++) {
    if (reader.byte() < 0x80) return
  }
  throw malformedModule('integer representation too long')
}

function unknownInstruction(opcode: number): Error {
  return staticValidationError('instruction', `Unknown opcode 0x${opcode.toString(16).padStart(2, '0')}`)
}

/** A later range overrides an earlier one. */
function shapes(ranges: readonly (readonly [number, number, Shape])[]): (Shape | undefined)[] {
  const table: (Shape | undefined)[] = []
  for (const [first, last, shape] of ranges) {
    for (let opcode = first; opcode <= last; opcode++) table[opcode] = shape
  }
  return table
}
