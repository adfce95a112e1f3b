import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assemble,
  call,
  constant,
  contractBase,
  type FakeFunction,
  type FakeModule,
  fakeContract,
  local,
} from './assembler.fake'
import { encodeName } from './byte-writer'
import { checkModule } from './check-module'
import { ModuleError } from './module-error'
import { SECTION } from './module-sections'

const ECHO = fakeContract(() => local(2))
const ENTRIES: FakeFunction[] = ['init', 'handle', 'migrate'].map((name) => ({
  name,
  params: 2,
  result: 'i32',
  code: () => local(1),
}))
const QUERY: FakeFunction = { name: 'query', params: 1, result: 'i32', code: () => local(0) }
const OLD = assemble({ functions: [...contractBase('cosmwasm_vm_version_3'), ...ENTRIES, QUERY] })

function refusal(wasm: Uint8Array, maxSize?: number): { code: string; message: string } {
  try {
    checkModule(wasm, maxSize)
  } catch (error) {
    if (error instanceof ModuleError) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'accepted', message: '' }
}

function withSection(id: number, payload: readonly number[]): Uint8Array {
  return fakeContract(() => local(2), { sections: new Map([[id, payload]]) })
}

function withFunctions(functions: readonly FakeFunction[], rest: Partial<FakeModule> = {}): Uint8Array {
  return assemble({ ...rest, functions: [...contractBase(), ...functions] })
}

const INSTANTIATE: FakeFunction = { name: 'instantiate', params: 3, result: 'i32', code: () => local(2) }

describe('a contract of either generation', () => {
  it('is accepted with its entry points', () => {
    const checked = checkModule(ECHO)
    expect(checked.generation).toBe('v1')
    expect([...checked.entryPoints].sort()).toEqual(['execute', 'instantiate'])
    expect(checked.needsRandom).toBe(false)
    const old = checkModule(OLD)
    expect(old.generation).toBe('v0.10')
    expect([...old.entryPoints].sort()).toEqual(['handle', 'init', 'migrate', 'query'])
  })

  it('is known by the hash of its code', () => {
    expect(checkModule(ECHO).codeHash).toBe(createHash('sha256').update(ECHO).digest('hex'))
  })

  it('says when it wants randomness', () => {
    const random = withFunctions([INSTANTIATE, { name: 'requires_random', code: () => [] }])
    expect(checkModule(random).needsRandom).toBe(true)
  })

  it('may import everything the host has', () => {
    const imports = [
      'db_read',
      'check_gas',
      'secp256k1_recover_pubkey',
      'debug',
      'dcap_quote_verify',
    ] as const
    expect(refusal(fakeContract(() => local(2), { imports })).code).toBe('accepted')
  })
})

describe('what is not a contract', () => {
  it('is refused when it is not WebAssembly, or too much of it', () => {
    expect(refusal(new Uint8Array())).toEqual({
      code: 'malformed',
      message:
        'Error calling the VM: Error during static Wasm validation: Wasm bytecode could not be deserialized. Deserialization error: "unexpected end"',
    })
    expect(refusal(new TextEncoder().encode('not a contract at all')).message).toContain(
      'invalid magic number',
    )
    expect(refusal(ECHO.subarray(0, ECHO.length - 3)).code).toBe('malformed')
    expect(refusal(ECHO, ECHO.length - 1)).toEqual({
      code: 'too-large',
      message: 'exceeds max contract size limit',
    })
  })

  it('is refused when V8 refuses it: here, code that leaves nothing where it should leave a pointer', () => {
    expect(refusal(fakeContract(() => [])).message).toContain('invalid module')
  })

  it('is refused when it reaches for what the meter adds', () => {
    const setGas = fakeContract(() => [0x42, 0, 0x24, 1, ...local(2)])
    expect(refusal(setGas).code).toBe('malformed')
    expect(refusal(fakeContract(() => [...constant(1), ...call(6), 0x1a, ...local(2)])).code).toBe(
      'malformed',
    )
    const name = withFunctions([INSTANTIATE, { name: 'gas_limit', code: () => [] }])
    expect(refusal(name)).toEqual({
      code: 'export',
      message: 'Execution error: Enclave: failed to inject gas metering',
    })
  })

  it('is refused without a marker, and with both', () => {
    const none = assemble({ functions: [...contractBase('something'), INSTANTIATE] })
    expect(refusal(none)).toEqual({
      code: 'marker',
      message:
        'Error calling the VM: Error during static Wasm validation: Wasm contract doesn\'t have required export: "interface_version_8". Exports required by VM: ["interface_version_8", "allocate", "deallocate", "instantiate"]. Contract version too old for this VM?',
    })
    const both = withFunctions([INSTANTIATE, { name: 'cosmwasm_vm_version_3', code: () => [] }])
    expect(refusal(both).code).toBe('marker')
  })

  it('is refused without its memory, its allocator or its entry points', () => {
    expect(refusal(withFunctions([])).message).toContain('required export: "instantiate"')
    const old = assemble({ functions: [...contractBase('cosmwasm_vm_version_3'), ...ENTRIES] })
    expect(refusal(old).message).toContain('required export: "query"')
    const noAllocate = assemble({ functions: [...contractBase().slice(0, 1), INSTANTIATE] })
    expect(refusal(noAllocate).message).toContain('required export: "allocate"')
    const exports = [2, ...encodeName('interface_version_8'), 0, 0, ...encodeName('memory'), 0, 0]
    expect(refusal(withSection(SECTION.export, exports)).code).toBe('memory')
    const wrong = withFunctions([{ name: 'instantiate', params: 2, result: 'i32', code: () => local(1) }])
    expect(refusal(wrong).message).toContain('exports "instantiate" with an unexpected signature')
  })

  it('is refused for imports that the host does not have, or not like that', () => {
    const types = [2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 2, 0x7f, 0x7f, 1, 0x7f]
    const importing = (module: string, field: string, rest: readonly number[]): Uint8Array =>
      assemble({
        functions: [],
        sections: new Map([
          [SECTION.type, types],
          [SECTION.import, [1, ...encodeName(module), ...encodeName(field), ...rest]],
          [SECTION.function, [2, 0, 0]],
          [SECTION.code, [2, 4, 0, 0x20, 0, 0x0b, 4, 0, 0x20, 0, 0x0b]],
        ]),
      })
    expect(refusal(importing('env', 'memory', [2, 0, 1])).message).toContain(
      'Wasm contract requires non-function import: "env.memory". Right now, all supported imports are functions.',
    )
    // The exports come first, so the import is tried on a whole contract.
    const contract = (name: string, type: number): Uint8Array => {
      const base = fakeContract(() => local(2), { imports: ['db_read'] })
      const text = new TextDecoder('latin1').decode(base)
      const renamed = Uint8Array.from(text.replace('db_read', name), (character) => character.charCodeAt(0))
      const at = text.indexOf('db_read') + 'db_read'.length
      renamed[at + 1] = type
      return renamed
    }
    expect(refusal(contract('db_read', 0)).code).toBe('accepted')
    expect(refusal(contract('db_scan', 0)).message).toContain(
      'Wasm contract requires unsupported import: "env.db_scan". Imports supported by VM: ["env.db_read", ',
    )
    expect(refusal(contract('db_read', 4)).message).toContain(
      'imports "env.db_read" with an unexpected signature',
    )
  })

  it('is refused for a start function, and for more memory or tables than there may be', () => {
    expect(refusal(withSection(SECTION.start, [0]))).toEqual({
      code: 'start',
      message: 'Execution error: Enclave: WasmModuleWithStart',
    })
    expect(refusal(fakeContract(() => local(2), { pages: 192 })).code).toBe('accepted')
    expect(refusal(fakeContract(() => local(2), { pages: 193 })).message).toContain(
      "Wasm contract memory's minimum must not exceed 192 pages.",
    )
    expect(refusal(withSection(SECTION.memory, [0])).message).toMatch(/memory section|invalid module/)
    expect(refusal(withSection(SECTION.memory, [1, 3, 1, 1])).code).toBe('malformed')
    expect(refusal(withSection(SECTION.table, [1, 0x70, 0, 0x80, 0x80, 0x04])).code).toBe('table')
    expect(refusal(withSection(SECTION.table, [1, 0x70, 0, 0x10])).code).toBe('accepted')
  })

  it('is refused for floating point anywhere', () => {
    const words = 'Execution error: Enclave: found floating point operation in module code'
    const codes = [
      [0x43, 0, 0, 0, 0, 0x1a],
      [...constant(1), 0xb2, 0xfc, 0, 0x1a],
      [0x02, 0x7c, 0x00, 0x0b, 0x1a],
    ]
    for (const code of codes) {
      expect(refusal(fakeContract(() => [...code, ...local(2)]))).toEqual({ code: 'floats', message: words })
    }
    expect(refusal(withSection(SECTION.global, [1, 0x7d, 0, 0x43, 0, 0, 0, 0, 0x0b])).code).toBe('floats')
  })

  it('is refused for instructions that no contract may use', () => {
    // An atomic fence, and a vector.
    for (const code of [
      [0xfe, 3, 0],
      [0xfd, 12, ...new Array(16).fill(0), 0x1a],
    ]) {
      expect(refusal(fakeContract(() => [...code, ...local(2)])).message).toMatch(
        /Unknown opcode|invalid module/,
      )
    }
  })
})

describe('hostile bytes', () => {
  it('give an answer, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(bytes).code).not.toBe('accepted')
        expect(refusal(Uint8Array.of(...ECHO.subarray(0, 8), ...bytes)).code).not.toBe('')
      }),
    )
  })

  it('give an answer when a contract was damaged, and what is accepted is ready to run', () => {
    const wasm = fakeContract(() => [0x02, 0x40, 0x03, 0x40, 0x0c, 1, 0x0b, 0x0b, ...local(2)], {
      imports: ['db_read', 'db_write'],
      data: 'some text',
    })
    const change = fc.record({ at: fc.nat(wasm.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = wasm.slice()
        for (const { at, to } of changes) damaged[at] = to
        const { code } = refusal(damaged)
        if (code === 'accepted') expect(checkModule(damaged).module).toBeInstanceOf(WebAssembly.Module)
      }),
      { numRuns: 2_000 },
    )
  })
})
