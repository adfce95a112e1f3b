import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { type ContractExports, readContractExports } from './contract-exports'
import { checkImports } from './import-types'
import { addMetering, MAX_MEMORY_PAGES } from './metering'
import { enclaveModuleError, malformedModule, staticValidationError } from './module-error'
import { type ModuleOutline, readOutline } from './module-outline'
import { splitSections } from './module-sections'
import { tooLarge } from './unpack-code'

/** A contract's code that was looked through, metered and compiled; one serves all calls. */
export interface CheckedModule extends ContractExports {
  readonly module: WebAssembly.Module
  /** Lower-case hex of the SHA-256 of the code as it was before packing (Protocol 8). */
  readonly codeHash: string
}

/** The default of the chain's parameter for the size of unpacked code (Protocol 3.1). */
const DEFAULT_MAX_CODE_SIZE = 2 * 1024 * 1024

const MAX_TABLE_ENTRIES = 10_000

/**
 * Looks through a contract's code of at most `maxSize` bytes, puts the gas meter in and compiles it.
 * Throws ModuleError with the chain's words for what the chain would not store, the enclave would not run, or V8
 * refuses. Source: Protocol 12.1 and 12.3.
 */
export function checkModule(wasm: Uint8Array, maxSize = DEFAULT_MAX_CODE_SIZE): CheckedModule {
  if (wasm.length > maxSize) throw tooLarge()
  const sections = splitSections(wasm)
  const outline = readOutline(sections)
  // Before the meter goes in: afterwards a hostile index could reach the meter's own globals and functions.
  if (!WebAssembly.validate(asSource(wasm))) throw malformedModule('invalid module')
  checkSizes(outline)
  const exports = readContractExports(outline)
  checkImports(outline)
  const module = compile(addMetering(sections, outline))
  return { ...exports, module, codeHash: hex.encode(sha256(wasm)) }
}

function compile(metered: Uint8Array): WebAssembly.Module {
  try {
    return new WebAssembly.Module(asSource(metered))
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError) throw malformedModule(cause.message, { cause })
    throw cause
  }
}

/** The platform asks for bytes that no other thread can change; a copy is. */
function asSource(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function checkSizes({ hasStart, memories, tables, exports }: ModuleOutline): void {
  if (hasStart) throw enclaveModuleError('start', 'WasmModuleWithStart')
  const [pages, ...others] = memories
  if (pages === undefined)
    throw staticValidationError('memory', "Wasm contract doesn't have a memory section")
  if (others.length > 0) {
    throw staticValidationError('memory', 'Wasm contract must contain exactly one memory')
  }
  if (pages > MAX_MEMORY_PAGES) {
    throw staticValidationError(
      'memory',
      `Wasm contract memory's minimum must not exceed ${MAX_MEMORY_PAGES} pages.`,
    )
  }
  if (!exports.some(({ name, kind }) => name === 'memory' && kind === 'memory')) {
    throw enclaveModuleError('memory', 'failed to initialize wasm memory')
  }
  if (tables.some((entries) => entries > MAX_TABLE_ENTRIES)) {
    throw staticValidationError(
      'table',
      `Wasm contract table's minimum must not exceed ${MAX_TABLE_ENTRIES} entries.`,
    )
  }
}
