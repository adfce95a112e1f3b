import { describe, expect, it } from 'vitest'
import {
  assemble,
  call,
  constant,
  contractBase,
  type FakeCode,
  fakeContract,
  load,
  local,
  store,
} from './assembler.fake'
import { checkModule } from './check-module'
import { OP } from './module-instructions'
import { SECTION } from './module-sections'
import { callContract } from './run-contract'
import { VmError } from './vm-error'
import { FakeHost, FakeOutOfGas } from './vm-host.fake'

const MESSAGE = new TextEncoder().encode('{"n":1}')
const ARGS = [new Uint8Array(1), new Uint8Array(1), MESSAGE]

/** Counts down from a number with a loop that sums what it passes, then answers with the sum in the message. */
const SUM: FakeCode = () => [
  ...[...constant(1_000), OP.localSet, 3],
  ...[OP.block, 0x40, OP.loop, 0x40],
  ...[...local(3), 0x45, 0x0d, 1],
  ...[...local(4), ...local(3), OP.i32Add, OP.localSet, 4],
  ...[...local(3), ...constant(1), OP.i32Sub, OP.localSet, 3, 0x0c, 0],
  ...[OP.end, OP.end],
  ...store(load(local(2), 0), 0, local(4)),
  ...local(2),
]

function run(wasm: Uint8Array, host = new FakeHost()): Uint8Array {
  return callContract(checkModule(wasm), 'execute', ARGS, host)
}

function codeOf(wasm: Uint8Array, host = new FakeHost()): string {
  try {
    run(wasm, host)
    return 'returned'
  } catch (error) {
    if (error instanceof VmError) return error.code
    if (error instanceof FakeOutOfGas) return 'host out of gas'
    throw error
  }
}

describe('gas metering', () => {
  it('does not change what the code computes', () => {
    const wasm = fakeContract(SUM, { locals: 2 })
    const plain = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(wasm)))
    const { allocate, execute, memory } = plain.exports
    if (typeof allocate !== 'function' || typeof execute !== 'function') throw new Error('no functions')
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('no memory')
    const region = allocate(MESSAGE.length)
    new Uint8Array(memory.buffer, region + 12, MESSAGE.length).set(MESSAGE)
    execute(0, 0, region)
    const expected = new Uint8Array(memory.buffer, region + 12, MESSAGE.length)
    expect(new DataView(expected.buffer, expected.byteOffset).getUint32(0, true)).toBe(500_500)
    expect(run(wasm)).toEqual(expected.slice())
  })

  it('charges two for every instruction that runs, the same each time', () => {
    const first = new FakeHost()
    run(
      fakeContract(() => local(2)),
      first,
    )
    const second = new FakeHost()
    run(
      fakeContract(() => [0x01, 0x01, 0x01, ...local(2)]),
      second,
    )
    expect(second.used - first.used).toBe(6n)
    // 20 instructions for each of three regions, and one for the code itself.
    expect(first.used).toBe(2n * (3n * 20n + 1n))
    const loops = [new FakeHost(), new FakeHost()]
    for (const host of loops) run(fakeContract(SUM, { locals: 2 }), host)
    expect(loops[0]?.used).toBe(loops[1]?.used)
    expect(loops[0]?.used).toBeGreaterThan(2n * 12n * 1_000n)
  })

  it('charges the arm of an if that is taken, and a block only when it is entered', () => {
    const branch =
      (flag: number): FakeCode =>
      () => [...[...constant(flag), OP.if, 0x40, 0x01, 0x01, 0x01, 0x01, OP.else, 0x01, OP.end], ...local(2)]
    const taken = new FakeHost()
    run(fakeContract(branch(1)), taken)
    const other = new FakeHost()
    run(fakeContract(branch(0)), other)
    expect(taken.used - other.used).toBe(6n)
  })

  it('ends an endless loop with the error of the host, all gas used', () => {
    const host = new FakeHost({ limit: 50_000n })
    expect(
      codeOf(
        fakeContract(() => [OP.loop, 0x40, 0x0c, 0, OP.end, ...local(2)]),
        host,
      ),
    ).toBe('host out of gas')
    expect(host.used).toBe(50_002n)
  })

  it('ends an endless recursion at the same depth each time', () => {
    const wasm = assemble({
      functions: [
        ...contractBase(),
        { name: 'down', isHidden: true, code: (indexOf) => call(indexOf('down')) },
        { name: 'instantiate', params: 3, result: 'i32', code: () => local(2) },
        {
          name: 'execute',
          params: 3,
          result: 'i32',
          code: (indexOf) => [...call(indexOf('down')), ...local(2)],
        },
      ],
    })
    const hosts = [new FakeHost(), new FakeHost()]
    for (const host of hosts) expect(codeOf(wasm, host)).toBe('stack-overflow')
    expect(hosts[0]?.used).toBe(hosts[1]?.used)
    expect(new VmError('stack-overflow').message).toBe('the contract has run out of space on the stack')
  })

  it('gives the stack back after each call', () => {
    const code: FakeCode = (indexOf) => [
      ...[...constant(20_000), OP.localSet, 3],
      ...[OP.loop, 0x40, ...call(indexOf('nothing'))],
      ...[...local(3), ...constant(1), OP.i32Sub, 0x22, 3, 0x0d, 0, OP.end],
      ...local(2),
    ]
    const functions = [{ name: 'nothing', isHidden: true, code: () => [] }]
    expect(codeOf(fakeContract(code, { locals: 1, functions }))).toBe('returned')
  })

  it('charges memory by the page, and gives no more than the enclave has', () => {
    const grow =
      (pages: number): FakeCode =>
      () => [
        ...[...constant(pages), OP.memoryGrow, 0, OP.localSet, 3],
        ...store(load(local(2), 0), 0, local(3)),
        ...local(2),
      ]
    const few = new FakeHost()
    expect(run(fakeContract(grow(1), { locals: 1 }), few)[0]).toBe(4)
    const many = new FakeHost()
    run(fakeContract(grow(3), { locals: 1 }), many)
    expect(many.used - few.used).toBe(2n * 8_192n)
    const tooMany = run(fakeContract(grow(189), { locals: 1 }))
    expect([...tooMany.subarray(0, 4)]).toEqual([0xff, 0xff, 0xff, 0xff])
    expect(codeOf(fakeContract(grow(-1), { locals: 1 }))).toBe('host out of gas')
  })

  it('charges moves of memory by the byte', () => {
    const fill =
      (length: number): FakeCode =>
      () => [...[...constant(2_048), ...constant(7), ...constant(length), 0xfc, 11, 0], ...local(2)]
    const short = new FakeHost()
    run(fakeContract(fill(10)), short)
    const long = new FakeHost()
    run(fakeContract(fill(5_010)), long)
    expect(long.used - short.used).toBe(5_000n)
  })

  it('takes a trap of the contract for what it is', () => {
    const cases: [string, FakeCode][] = [
      ['unreachable', () => [OP.unreachable]],
      ['memory-bounds', () => load(constant(-4), 0)],
      ['division-by-zero', () => [...constant(1), ...constant(0), 0x6e]],
      ['integer-overflow', () => [...constant(-2_147_483_648), ...constant(-1), 0x6d]],
    ]
    for (const [expected, code] of cases) expect(codeOf(fakeContract(code))).toBe(expected)
    const sections = new Map([[SECTION.table, [1, 0x70, 0, 2]]])
    const callEntry =
      (entry: number): FakeCode =>
      () => [...constant(entry), OP.callIndirect, 0, 0, ...local(2)]
    expect(codeOf(fakeContract(callEntry(9), { sections }))).toBe('table-bounds')
    expect(codeOf(fakeContract(callEntry(1), { sections }))).toBe('signature-mismatch')
    const outside: FakeCode = () => [...constant(5), 0x25, 0, 0x1a, ...local(2)]
    expect(codeOf(fakeContract(outside, { sections }))).toBe('table-bounds')
  })
})
