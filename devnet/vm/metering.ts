import { ByteReader } from './byte-reader'
import { concatBytes, encodeName, encodeSigned, encodeU32 } from './byte-writer'
import { WASM_GAS } from './gas-costs'
import { chargeCode, enterCallCode, leaveCallCode, type MeterIndexes, sizeMeterBody } from './meter-code'
import { type Instruction, OP, readInstruction } from './module-instructions'
import { functionType, type ModuleOutline, readCodeBodies } from './module-outline'
import { appendItems, joinSections, SECTION, type Sections } from './module-sections'

/** The names that the meter's globals are exported under; a contract may not use them. The first two are the enclave's. */
export const METER_EXPORTS = {
  /** Wasm gas left, an i64 that counts down. */
  gasLeft: 'gas_limit',
  /** The charge that did not fit into what was left, or 0. */
  gasMissing: 'gas_limit_exhausted',
  /** Slots left on the stack of calls, an i32 that is below zero once the stack has overflowed. */
  stackLeft: 'stack_left',
} as const

/** The enclave gives a contract 12 MiB of memory, whatever it asks for (Protocol 12.1). */
export const MAX_MEMORY_PAGES = 192

/** Room for nested calls, in slots of four bytes; the enclave's stack is 60 KiB. */
const STACK_SLOTS = 60 * 256
/** What a call needs besides its parameters and local variables. */
const FRAME_SLOTS = 4

/** Initializing, copying and filling, first of memory, then of tables: the number on top of the stack says how much. */
const BULK_SIZED: ReadonlySet<number> = new Set([8, 10, 11, 12, 14, 17])
/** Entries of a table cost the host as memory does, so they are charged like pages. */
const TABLE_GROW = 15

/** A sequence of instructions that run one after another, and the charge in front of it. */
interface Sequence {
  readonly at: number
  count: number
}

interface Insertion {
  readonly at: number
  readonly code: () => readonly number[]
}

interface MeteredFunction {
  readonly index: number
  readonly body: Uint8Array
}

/**
 * Puts the meter into a module: each sequence of instructions (a function's body, a block, a loop, an arm of an if)
 * is charged as a whole where it begins, as the enclave does. What the module itself numbers keeps its number, since
 * all that is new stands at the ends of the lists. The module must have passed V8's validation. Throws ModuleError.
 * Source: Protocol 5.
 */
export function addMetering(sections: Sections, outline: ModuleOutline): Uint8Array {
  const functionCount = outline.imports.length + outline.functions.length
  const meter: MeterIndexes = {
    gasLeft: outline.globals.length,
    gasMissing: outline.globals.length + 1,
    stackLeft: outline.globals.length + 2,
    growMeter: functionCount,
    moveMeter: functionCount + 1,
  }
  const bodies = readCodeBodies(sections).map((body, defined) =>
    meterFunction({ index: outline.imports.length + defined, body }, outline, meter),
  )
  const meters = [WASM_GAS.growPage, WASM_GAS.moveByte].map((rate) => sizeMeterBody(meter, rate))
  const type = encodeU32(outline.types.length)
  const metered = new Map(sections)
  const append = (id: number, items: readonly (readonly number[])[]): void => {
    metered.set(id, appendItems(sections.get(id), items))
  }
  append(SECTION.type, [[0x60, 1, 0x7f, 1, 0x7f]])
  append(SECTION.function, [type, type])
  append(SECTION.global, [
    [0x7e, 1, OP.i64Const, 0, OP.end],
    [0x7e, 1, OP.i64Const, 0, OP.end],
    [0x7f, 1, OP.i32Const, ...encodeSigned(STACK_SLOTS), OP.end],
  ])
  append(SECTION.export, [
    [...encodeName(METER_EXPORTS.gasLeft), 3, ...encodeU32(meter.gasLeft)],
    [...encodeName(METER_EXPORTS.gasMissing), 3, ...encodeU32(meter.gasMissing)],
    [...encodeName(METER_EXPORTS.stackLeft), 3, ...encodeU32(meter.stackLeft)],
  ])
  metered.set(SECTION.memory, limitedMemory(outline))
  metered.set(SECTION.code, codeSection([...bodies, ...meters]))
  return joinSections(metered)
}

function limitedMemory(outline: ModuleOutline): Uint8Array {
  const initial = outline.memories[0] ?? 0
  return concatBytes([[1, 1], encodeU32(initial), encodeU32(MAX_MEMORY_PAGES)])
}

function codeSection(bodies: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return concatBytes([encodeU32(bodies.length), ...bodies.flatMap((body) => [encodeU32(body.length), body])])
}

function meterFunction(
  { index, body }: MeteredFunction,
  outline: ModuleOutline,
  meter: MeterIndexes,
): Uint8Array {
  const reader = new ByteReader(body)
  const locals = readLocals(reader)
  const frame = (functionType(outline, index)?.params.length ?? 0) + locals + FRAME_SLOTS
  return insertAll(body, findInsertions(reader, outline.imports.length, { meter, frame }))
}

/** The number of local variables, which stand in front of the code as counts of one type each. */
function readLocals(reader: ByteReader): number {
  const counts = reader.list(() => {
    const count = reader.u32()
    reader.byte()
    return count
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

function findInsertions(
  reader: ByteReader,
  importCount: number,
  { meter, frame }: { meter: MeterIndexes; frame: number },
): Insertion[] {
  const insertions: Insertion[] = []
  const open: Sequence[] = []
  const begin = (): void => {
    const sequence: Sequence = { at: reader.offset, count: 0 }
    open.push(sequence)
    insertions.push({ at: sequence.at, code: () => chargeCode(meter, sequence.count * WASM_GAS.instruction) })
  }
  begin()
  while (!reader.atEnd) {
    const at = reader.offset
    const instruction = readInstruction(reader)
    const { opcode } = instruction
    if (opcode === OP.end || opcode === OP.else) open.pop()
    else countIn(open)
    if (opcode === OP.else || opcode === OP.block || opcode === OP.loop || opcode === OP.if) begin()
    const sizeMeter = sizeMeterOf(instruction, meter)
    if (sizeMeter !== undefined) insertions.push({ at, code: () => [OP.call, ...encodeU32(sizeMeter)] })
    if (callsContractCode(instruction, importCount)) {
      insertions.push({ at, code: () => enterCallCode(meter, frame) })
      insertions.push({ at: reader.offset, code: () => leaveCallCode(meter, frame) })
    }
  }
  return insertions
}

function countIn(open: readonly Sequence[]): void {
  const sequence = open.at(-1)
  if (sequence !== undefined) sequence.count += 1
}

/** The function that charges for what the instruction is about to do by the number on top of the stack. */
function sizeMeterOf({ opcode, bulk }: Instruction, meter: MeterIndexes): number | undefined {
  if (opcode === OP.memoryGrow || bulk === TABLE_GROW) return meter.growMeter
  return bulk !== undefined && BULK_SIZED.has(bulk) ? meter.moveMeter : undefined
}

/** Functions of the host keep no frame on the contract's stack. */
function callsContractCode({ opcode, target }: Instruction, importCount: number): boolean {
  return opcode === OP.callIndirect || (target !== undefined && target >= importCount)
}

function insertAll(body: Uint8Array, insertions: readonly Insertion[]): Uint8Array {
  const parts: (Uint8Array | readonly number[])[] = []
  let copied = 0
  for (const { at, code } of insertions) {
    if (at > copied) parts.push(body.subarray(copied, at))
    parts.push(code())
    copied = at
  }
  parts.push(body.subarray(copied))
  return concatBytes(parts)
}
