import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assemble,
  call,
  constant,
  contractBase,
  type FakeFunction,
  load,
  local,
  regionAt,
  store,
} from './assembler.fake'
import { encodeSigned } from './byte-writer'
import { checkModule } from './check-module'
import { OP } from './module-instructions'
import { SECTION } from './module-sections'
import { callContract } from './run-contract'
import { VmError } from './vm-error'
import { FakeHost, FakeOutOfGas } from './vm-host.fake'

type Code = readonly number[]

/** Local variables 3 to 6 hold values, 7 to 9 count the rounds of loops, by depth. */
const VALUES = [3, 4, 5, 6]
const FIRST_COUNTER = 7
const MAX_DEPTH = 3
const ARITHMETIC = [0x6a, 0x6b, 0x6c, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x46, 0x48, 0x4f]

const value: fc.Arbitrary<Code> = fc.oneof(
  fc.constantFrom(...VALUES).map((index) => local(index)),
  fc.integer({ min: -1_000, max: 1_000 }).map((number) => constant(number)),
)

const expression: fc.Arbitrary<Code> = fc
  .tuple(value, value, fc.constantFrom(...ARITHMETIC))
  .map(([left, right, operator]) => [...left, ...right, operator])

function statement(depth: number): fc.Arbitrary<Code> {
  const assignment = fc
    .tuple(fc.constantFrom(...VALUES), expression)
    .map(([index, code]) => [...code, OP.localSet, index])
  const calling = fc
    .tuple(fc.constantFrom(...VALUES), expression)
    .map(([index, code]) => [...code, ...call(HELPER), OP.localSet, index])
  if (depth === MAX_DEPTH) return fc.oneof(assignment, calling)
  const inner = fc.array(statement(depth + 1), { maxLength: 3 }).map((codes) => codes.flat())
  const choice = fc
    .tuple(expression, inner, inner)
    .map(([condition, yes, no]) => [...condition, OP.if, 0x40, ...yes, OP.else, ...no, OP.end])
  const block = fc
    .tuple(inner, expression, inner)
    .map(([before, condition, after]) => [OP.block, 0x40, ...before, ...condition, 0x0d, 0, ...after, OP.end])
  const counter = FIRST_COUNTER + depth
  const loop = fc
    .tuple(fc.integer({ min: 1, max: 4 }), inner)
    .map(([rounds, code]) => [
      ...[...constant(rounds), OP.localSet, counter, OP.loop, 0x40, ...code],
      ...[...local(counter), ...constant(1), OP.i32Sub, 0x22, counter, 0x0d, 0, OP.end],
    ])
  return fc.oneof(assignment, calling, choice, block, loop)
}

const HELPER = 3
const program = fc.array(statement(0), { minLength: 1, maxLength: 5 }).map((codes) => codes.flat())

/** Squares its argument by a call of its own, so that calls nest. */
const FUNCTIONS: readonly FakeFunction[] = [
  {
    name: 'helper',
    isHidden: true,
    params: 1,
    result: 'i32',
    code: (indexOf) => [...local(0), ...call(indexOf('square'))],
  },
  { name: 'square', isHidden: true, params: 1, result: 'i32', code: () => [...local(0), ...local(0), 0x6c] },
]

function moduleOf(code: Code): Uint8Array {
  const result = VALUES.flatMap((index) => store(constant(32), 4 * (index - 3), local(index)))
  const entry = { params: 3, result: 'i32', locals: 7 } as const
  return assemble({
    functions: [
      ...contractBase(),
      ...FUNCTIONS,
      { name: 'instantiate', ...entry, code: () => [...code, ...result, ...regionAt(32, 16, 16)] },
    ],
  })
}

function runPlain(wasm: Uint8Array): Uint8Array {
  const { instantiate, memory } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(wasm)))
    .exports
  if (typeof instantiate !== 'function' || !(memory instanceof WebAssembly.Memory))
    throw new Error('no contract')
  instantiate(0, 0, 0)
  return new Uint8Array(memory.buffer, 32, 16).slice()
}

function runMetered(wasm: Uint8Array, limit?: bigint): { result: Uint8Array; used: bigint } {
  const host = new FakeHost(limit === undefined ? {} : { limit })
  const result = callContract(checkModule(wasm), 'instantiate', [], host)
  return { result, used: host.used }
}

describe('the meter', () => {
  it('leaves every program with the same result, at the same price', () => {
    fc.assert(
      fc.property(program, (code) => {
        const wasm = moduleOf(code)
        const { result, used } = runMetered(wasm)
        expect(result).toEqual(runPlain(wasm))
        expect(runMetered(wasm, used)).toEqual({ result, used })
        expect(() => runMetered(wasm, used - 1n)).toThrow(FakeOutOfGas)
      }),
      { numRuns: 150 },
    )
  })

  it('passes through everything that compilers write', () => {
    const i64 = (number: bigint): number[] => [OP.i64Const, ...encodeSigned(Number(number))]
    const types = [0x60, 1, 0x7f, 1, 0x7f]
    const pair = [0x60, 0, 2, 0x7f, 0x7f]
    const code: Code = [
      // A table of branches, out of three blocks.
      ...[OP.block, 0x40, OP.block, 0x40, OP.block, 0x40, ...constant(1), 0x0e, 2, 0, 1, 2],
      ...[OP.end, OP.unreachable, OP.end, ...constant(11), OP.localSet, 3, OP.end],
      // A block with two results, a call through the table, a select with a type.
      ...[
        OP.block,
        1,
        ...constant(7),
        ...constant(5),
        OP.end,
        OP.i32Add,
        ...constant(0),
        OP.callIndirect,
        0,
        0,
      ],
      ...[OP.localSet, 4],
      ...[...constant(8), ...constant(9), ...constant(0), 0x1c, 1, 0x7f, OP.localSet, 5],
      // Long constants, sign extension and 64-bit arithmetic.
      ...[...i64(5n - 2n ** 40n), ...i64(3n), OP.i64Mul, 0xa7, 0xc0, 0xc1, OP.localSet, 6],
      // References, the table, the passive data and moves of memory.
      ...[0xd0, 0x70, 0xd1, 0x1a, 0xd2, 1, 0x1a, ...constant(0), 0x25, 0, 0x1a],
      ...[...constant(1), ...constant(0), 0x25, 0, 0x26, 0, 0xfc, 16, 0, 0x1a],
      ...[0xd0, 0x70, ...constant(1), 0xfc, 15, 0, 0x1a],
      ...[...constant(64), ...constant(0), ...constant(3), 0xfc, 8, 0, 0, 0xfc, 9, 0],
      ...[...constant(68), ...constant(64), ...constant(3), 0xfc, 10, 0, 0],
      ...[...load(constant(68), 0), OP.localSet, 5, 0x3f, 0, 0x1a],
    ]
    const square = [0, 0x20, 0, 0x20, 0, 0x6c, 0x0b]
    const result = VALUES.flatMap((index) => store(constant(32), 4 * (index - 3), local(index)))
    const body = [1, 4, 0x7f, ...code, ...result, ...regionAt(32, 16, 16), OP.end]
    const wasm = assemble({
      functions: [...contractBase(), { name: 'instantiate', params: 3, result: 'i32', code: () => [] }],
      sections: new Map([
        [
          SECTION.type,
          [5, ...types, ...pair, 0x60, 0, 0, 0x60, 1, 0x7f, 0, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
        ],
        [SECTION.function, [4, 2, 0, 3, 4]],
        [SECTION.table, [1, 0x70, 0, 4]],
        [SECTION.element, [1, 0, ...constant(0), 0x0b, 1, 1]],
        [SECTION.dataCount, [1]],
        [SECTION.data, [1, 1, 3, 1, 2, 3]],
        [SECTION.code, codeSection([[0, 0x0b], square, [0, 0x0b], body])],
      ]),
    })
    const { result: values } = runMetered(wasm)
    expect(values).toEqual(runPlain(wasm))
    expect([...new Uint32Array(values.buffer)]).toEqual([11, 144, 0x030201, 15])
  })

  it('refuses the deep recursion of large functions sooner than that of small ones', () => {
    const used = [1, 100].map((locals) => {
      const wasm = assemble({
        functions: [
          ...contractBase(),
          { name: 'down', isHidden: true, locals, code: (indexOf) => call(indexOf('down')) },
          {
            name: 'instantiate',
            params: 3,
            result: 'i32',
            code: (indexOf) => [...call(indexOf('down')), ...local(2)],
          },
        ],
      })
      const host = new FakeHost()
      expect(() => callContract(checkModule(wasm), 'instantiate', [], host)).toThrow(VmError)
      return Number(host.used)
    })
    expect(used[0]).toBeGreaterThan(10 * (used[1] ?? Number.POSITIVE_INFINITY))
  })
})

function codeSection(bodies: readonly Code[]): number[] {
  return [bodies.length, ...bodies.flatMap((bytes) => [...leb(bytes.length), ...bytes])]
}

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]
}
