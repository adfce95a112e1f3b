import { concatBytes, encodeName, encodeSigned, encodeU32 } from './byte-writer'
import { IMPORT_TYPES, type ImportName } from './import-types'
import { OP } from './module-instructions'
import { joinSections, SECTION } from './module-sections'
import type { ValueType } from './value-type'

const TYPE_BYTES: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e, funcref: 0x70, externref: 0x6f }
const HEAP_START = 65_536

/** Code, given the number of each function by its name. */
export type FakeCode = (indexOf: (name: string) => number) => readonly number[]

export interface FakeFunction {
  readonly name: string
  readonly params?: number
  readonly result?: ValueType
  /** The number of local variables of type i32. */
  readonly locals?: number
  readonly isHidden?: boolean
  readonly code: FakeCode
}

export interface FakeModule {
  readonly imports?: readonly ImportName[]
  readonly functions: readonly FakeFunction[]
  readonly pages?: number
  /** Text that stands in memory from address 16 on. */
  readonly data?: string
  /** Sections to add or to replace. */
  readonly sections?: ReadonlyMap<number, readonly number[]>
}

/** Assembles a module by hand; global 0 is where free memory begins. */
export function assemble({
  imports = [],
  functions,
  pages = 4,
  data = '',
  sections,
}: FakeModule): Uint8Array {
  const names = [...imports, ...functions.map(({ name }) => name)]
  const indexOf = (name: string): number => names.indexOf(name)
  const types = [
    ...imports.map((name) => typeOf(IMPORT_TYPES[name].params, IMPORT_TYPES[name].result)),
    ...functions.map(({ params = 0, result }) => typeOf(Array(params).fill('i32'), result)),
  ]
  const exported = functions.filter(({ isHidden }) => isHidden !== true)
  const text = new TextEncoder().encode(data)
  const built = new Map<number, readonly number[]>([
    [SECTION.type, vector(types)],
    [
      SECTION.import,
      vector(imports.map((name, type) => [...encodeName('env'), ...encodeName(name), 0, type])),
    ],
    [SECTION.function, vector(functions.map((_, index) => encodeU32(imports.length + index)))],
    [SECTION.memory, vector([[0, ...encodeU32(pages)]])],
    [SECTION.global, vector([[TYPE_BYTES.i32, 1, ...constant(HEAP_START), OP.end]])],
    [
      SECTION.export,
      vector([
        [...encodeName('memory'), 2, 0],
        ...exported.map(({ name }) => [...encodeName(name), 0, ...encodeU32(indexOf(name))]),
      ]),
    ],
    [SECTION.code, vector(functions.map((item) => body(item, indexOf)))],
    [SECTION.data, vector([[0, ...constant(16), OP.end, ...encodeU32(text.length), ...text]])],
    ...(sections ?? []),
  ])
  return joinSections(new Map([...built].map(([id, bytes]) => [id, concatBytes([bytes])])))
}

/** A bump allocator, and the marker of the generation. */
export function contractBase(marker = 'interface_version_8'): FakeFunction[] {
  return [
    { name: marker, code: () => [] },
    { name: 'allocate', params: 1, result: 'i32', locals: 1, code: () => ALLOCATE },
    { name: 'deallocate', params: 1, code: () => [] },
  ]
}

/** A v1 contract whose `instantiate` and `execute` are the given code; parameters are 0 env, 1 info, 2 message. */
export function fakeContract(
  execute: FakeCode,
  rest: Partial<FakeModule> & { locals?: number } = {},
): Uint8Array {
  const entry = { params: 3, result: 'i32', locals: rest.locals ?? 0, code: execute } as const
  return assemble({
    ...rest,
    functions: [
      ...contractBase(),
      ...(rest.functions ?? []),
      { name: 'instantiate', ...entry },
      { name: 'execute', ...entry },
    ],
  })
}

export function constant(value: number): number[] {
  return [OP.i32Const, ...encodeSigned(value)]
}

export function local(index: number): number[] {
  return [OP.localGet, index]
}

export function call(index: number): number[] {
  return [OP.call, ...encodeU32(index)]
}

/** Stores the value that the second code leaves at the address that the first leaves, plus an offset. */
export function store(address: readonly number[], offset: number, value: readonly number[]): number[] {
  return [...address, ...value, 0x36, 2, ...encodeU32(offset)]
}

export function load(address: readonly number[], offset: number): number[] {
  return [...address, 0x28, 2, ...encodeU32(offset)]
}

/** Writes a region at address 1,024 and leaves its address. */
export function regionAt(offset: number, capacity: number, length: number): number[] {
  const at = constant(1_024)
  return [
    ...store(at, 0, constant(offset)),
    ...store(at, 4, constant(capacity)),
    ...store(at, 8, constant(length)),
    ...at,
  ]
}

const HEAP = [OP.globalGet, 0]
const ALLOCATE = [
  ...[...HEAP, OP.localSet, 1],
  ...[...HEAP, ...constant(12), OP.i32Add, ...local(0), OP.i32Add, OP.globalSet, 0],
  ...store(local(1), 0, [...local(1), ...constant(12), OP.i32Add]),
  ...store(local(1), 4, local(0)),
  ...store(local(1), 8, constant(0)),
  ...local(1),
]

function body({ code, locals = 0 }: FakeFunction, indexOf: (name: string) => number): number[] {
  const declared = locals === 0 ? [0] : [1, ...encodeU32(locals), TYPE_BYTES.i32]
  const bytes = [...declared, ...code(indexOf), OP.end]
  return [...encodeU32(bytes.length), ...bytes]
}

function typeOf(params: readonly ValueType[], result: ValueType | undefined): number[] {
  const results = result === undefined ? [] : [TYPE_BYTES[result]]
  return [0x60, params.length, ...params.map((type) => TYPE_BYTES[type]), results.length, ...results]
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...encodeU32(items.length), ...items.flat()]
}
