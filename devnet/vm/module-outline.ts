import { ByteReader } from './byte-reader'
import { malformedModule, staticValidationError } from './module-error'
import { skipConstantExpression } from './module-instructions'
import { SECTION, type Sections } from './module-sections'
import { readValueType, type ValueType } from './value-type'

export interface FunctionType {
  readonly params: readonly ValueType[]
  readonly results: readonly ValueType[]
}

export interface ModuleImport {
  readonly module: string
  readonly field: string
  /** Index of the function's type. */
  readonly type: number
}

export type ExternKind = 'function' | 'table' | 'memory' | 'global'

export interface ModuleExport {
  readonly name: string
  readonly kind: ExternKind
  readonly index: number
}

/** What a module says of itself, without its code; all its imports are functions. */
export interface ModuleOutline {
  readonly types: readonly FunctionType[]
  readonly imports: readonly ModuleImport[]
  /** The type of each function that the module defines. */
  readonly functions: readonly number[]
  /** Initial sizes: entries of tables, pages of memories. */
  readonly tables: readonly number[]
  readonly memories: readonly number[]
  readonly globals: readonly ValueType[]
  readonly exports: readonly ModuleExport[]
  readonly hasStart: boolean
}

const KINDS: readonly ExternKind[] = ['function', 'table', 'memory', 'global']

/** Reads what a module declares. Throws ModuleError on anything that is not in the binary format. */
export function readOutline(sections: Sections): ModuleOutline {
  return {
    types: readSection(sections, SECTION.type, readFunctionType),
    imports: readSection(sections, SECTION.import, readImport),
    functions: readSection(sections, SECTION.function, (reader) => reader.u32()),
    tables: readSection(sections, SECTION.table, readTable),
    memories: readSection(sections, SECTION.memory, readMemory),
    globals: readSection(sections, SECTION.global, readGlobal),
    exports: readSection(sections, SECTION.export, readExport),
    hasStart: sections.has(SECTION.start),
  }
}

/** The body of each function that the module defines: its local variables and its code. */
export function readCodeBodies(sections: Sections): Uint8Array[] {
  return readSection(sections, SECTION.code, (reader) => reader.take(reader.u32()))
}

/** The type of a function by its index, which counts the imported ones first. */
export function functionType(outline: ModuleOutline, index: number): FunctionType | undefined {
  const type = outline.imports[index]?.type ?? outline.functions[index - outline.imports.length]
  return type === undefined ? undefined : outline.types[type]
}

function readSection<T>(sections: Sections, id: number, item: (reader: ByteReader) => T): T[] {
  const payload = sections.get(id)
  if (payload === undefined) return []
  const reader = new ByteReader(payload)
  const items = reader.list(() => item(reader))
  if (!reader.atEnd) throw malformedModule('section size mismatch')
  return items
}

function readFunctionType(reader: ByteReader): FunctionType {
  if (reader.byte() !== 0x60) throw malformedModule('invalid function type')
  return {
    params: reader.list(() => readValueType(reader.byte())),
    results: reader.list(() => readValueType(reader.byte())),
  }
}

function readImport(reader: ByteReader): ModuleImport {
  const module = reader.name()
  const field = reader.name()
  if (readKind(reader) === 'function') return { module, field, type: reader.u32() }
  // Refused here: what follows depends on the kind, and no contract may import anything else.
  throw staticValidationError(
    'import',
    `Wasm contract requires non-function import: "${module}.${field}". Right now, all supported imports are functions.`,
  )
}

function readExport(reader: ByteReader): ModuleExport {
  return { name: reader.name(), kind: readKind(reader), index: reader.u32() }
}

function readKind(reader: ByteReader): ExternKind {
  const kind = KINDS[reader.byte()]
  if (kind === undefined) throw malformedModule('invalid external kind')
  return kind
}

function readTable(reader: ByteReader): number {
  readValueType(reader.byte())
  return readLimits(reader)
}

function readMemory(reader: ByteReader): number {
  return readLimits(reader)
}

/** Shared and 64-bit memories have other flags and are refused. */
function readLimits(reader: ByteReader): number {
  const flags = reader.byte()
  if (flags > 1) throw malformedModule('invalid limits flags')
  const initial = reader.u32()
  if (flags === 1) reader.u32()
  return initial
}

function readGlobal(reader: ByteReader): ValueType {
  const type = readValueType(reader.byte())
  if (reader.byte() > 1) throw malformedModule('invalid mutability')
  skipConstantExpression(reader)
  return type
}
