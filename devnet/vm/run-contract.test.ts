import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import {
  assemble,
  call,
  constant,
  contractBase,
  type FakeCode,
  fakeContract,
  local,
  regionAt,
} from './assembler.fake'
import { checkModule } from './check-module'
import { callContract } from './run-contract'
import { VmError } from './vm-error'
import { FakeHost, FakeOutOfGas } from './vm-host.fake'

const MESSAGE = new TextEncoder().encode('hello')
const ARGS = [new Uint8Array(1), new Uint8Array(1), MESSAGE]
const KEY_AT_16 = 'key'

function run(wasm: Uint8Array, host = new FakeHost(), entry = 'execute'): Uint8Array {
  return callContract(checkModule(wasm), entry, ARGS, host)
}

function errorOf(action: () => unknown): string {
  try {
    action()
    return 'returned'
  } catch (error) {
    return error instanceof VmError ? error.code : String(error)
  }
}

/** Answers with whatever the given code leaves as a region. */
function answer(code: readonly number[], data = ''): Uint8Array {
  return fakeContract(() => code, { data })
}

describe('calling a contract', () => {
  it('hands the regions over and the answer back', () => {
    expect(run(fakeContract(() => local(2)))).toEqual(MESSAGE)
    expect(run(answer(regionAt(16, 9, 5), 'text here'))).toEqual(new TextEncoder().encode('text '))
    expect(run(answer(regionAt(16, 0, 0)))).toEqual(new Uint8Array())
  })

  it('starts every call with the memory of the module as it was uploaded', () => {
    const counter: FakeCode = () => [
      ...constant(16),
      ...[...constant(16), 0x2d, 0, 0, ...constant(1), 0x6a, 0x3a, 0, 0],
      ...regionAt(16, 1, 1),
    ]
    const module = checkModule(fakeContract(counter, { data: 'A' }))
    for (let round = 0; round < 2; round++) {
      expect(callContract(module, 'execute', ARGS, new FakeHost())).toEqual(new TextEncoder().encode('B'))
    }
  })

  it('fails for an entry point that is not there', () => {
    for (const entry of ['reply', 'allocate', 'memory', 'toString']) {
      expect(
        errorOf(() =>
          run(
            fakeContract(() => local(2)),
            new FakeHost(),
            entry,
          ),
        ),
      ).toBe('failed-call')
    }
  })

  it('fails for answers outside the memory', () => {
    const cases = [
      constant(0),
      constant(-1),
      constant(4 * 65_536 - 4),
      regionAt(0, 5, 5),
      regionAt(4 * 65_536, 1, 1),
      regionAt(-8, 16, 16),
      regionAt(16, -1, -1),
    ]
    for (const code of cases) {
      expect(errorOf(() => run(answer(code)))).toMatch(/^(memory-read|result-too-large)$/)
    }
    const large = fakeContract(() => regionAt(16, 5_000_000, 5_000_000), { pages: 100 })
    expect(errorOf(() => run(large))).toBe('result-too-large')
  })

  it('fails when the allocator does not give what was asked for', () => {
    const allocators: [string, FakeCode][] = [
      ['memory-allocation', () => [0x00]],
      ['memory-read', () => constant(0)],
      ['memory-read', () => regionAt(16, 2, 0)],
      ['memory-read', () => regionAt(-16, 1_000, 0)],
    ]
    for (const [expected, code] of allocators) {
      const [marker, , deallocate] = contractBase()
      if (!marker || !deallocate) throw new Error('no base')
      const wasm = assemble({
        functions: [
          marker,
          { name: 'allocate', params: 1, result: 'i32', code },
          deallocate,
          { name: 'instantiate', params: 3, result: 'i32', code: () => local(2) },
        ],
      })
      expect(errorOf(() => run(wasm, new FakeHost(), 'instantiate'))).toBe(expected)
    }
  })

  it('fails when the data of the module does not fit into its memory', () => {
    const wasm = assemble({
      functions: [...contractBase(), { name: 'instantiate', params: 3, result: 'i32', code: () => local(2) }],
      sections: new Map([[11, [1, 0, ...constant(4 * 65_536), 0x0b, 1, 65]]]),
    })
    expect(errorOf(() => run(wasm, new FakeHost(), 'instantiate'))).toBe('memory-initialization')
  })
})

describe('what a contract asks of the host', () => {
  const write = fakeContract(
    (indexOf) => [...regionAt(16, 3, 3), ...local(2), ...call(indexOf('db_write')), ...local(2)],
    { imports: ['db_write'], data: KEY_AT_16 },
  )
  const read = fakeContract((indexOf) => [...regionAt(16, 3, 3), ...call(indexOf('db_read'))], {
    imports: ['db_read'],
    data: KEY_AT_16,
  })

  it('is kept in its storage and charged by the byte', () => {
    const host = new FakeHost()
    run(write, host)
    expect(host.cells).toEqual(new Map([[hex.encode(new TextEncoder().encode('key')), MESSAGE]]))
    expect(run(read, host)).toEqual(MESSAGE)
    const before = host.used
    run(read, host)
    const without = new FakeHost()
    run(
      fakeContract(() => local(2)),
      without,
    )
    // The base, three bytes for each of the eight bytes, and the instructions around the call and in the allocator.
    expect(host.used - before - without.used).toBe(1_000n + 3n * 8n + 2n * (11n - 1n + 20n))
  })

  it('is refused in a query when it writes', () => {
    const host = new FakeHost({ readOnly: true })
    expect(errorOf(() => run(write, host))).toBe('unauthorized-write')
    expect(host.cells.size).toBe(0)
    expect(new VmError('unauthorized-write').message).toBe(
      'contract tried to write to storage during a query',
    )
  })

  it('ends with the error of the host when the gas does not suffice, and all that ran is charged', () => {
    const limited = new FakeHost({ limit: 1_500n })
    expect(() => run(write, limited)).toThrow(FakeOutOfGas)
    expect(limited.used).toBeGreaterThan(2_000n)
    expect(limited.cells.size).toBe(0)
  })

  it('may use gas itself, which the contract then no longer has', () => {
    const query = fakeContract((indexOf) => [...local(2), ...call(indexOf('query_chain'))], {
      imports: ['query_chain'],
    })
    const host = new FakeHost({
      answer: (request) => {
        host.gas.consume(7_000n)
        return Uint8Array.of(...request, 33)
      },
    })
    expect(new TextDecoder().decode(run(query, host))).toBe('hello!')
    const cheap = new FakeHost()
    run(query, cheap)
    expect(host.used - cheap.used).toBe(7_000n)
    const poor = new FakeHost({
      limit: 1_000n,
      answer: (request) => {
        poor.gas.consume(900n)
        return request
      },
    })
    expect(() => run(query, poor)).toThrow(FakeOutOfGas)
  })

  it('lets an error of the host come out as it is', () => {
    const failure = new Error('the chain stopped')
    const query = fakeContract((indexOf) => [...local(2), ...call(indexOf('query_chain'))], {
      imports: ['query_chain'],
    })
    const host = new FakeHost({
      answer: () => {
        throw failure
      },
    })
    expect(() => run(query, host)).toThrow(failure)
    expect(host.used).toBeGreaterThan(0n)
  })

  it('may not ask itself without end', () => {
    const module = checkModule(
      fakeContract((indexOf) => [...local(2), ...call(indexOf('query_chain'))], { imports: ['query_chain'] }),
    )
    const host: FakeHost = new FakeHost({ answer: () => callContract(module, 'execute', ARGS, host) })
    expect(errorOf(() => callContract(module, 'execute', ARGS, host))).toBe('stack-overflow')
  })
})
