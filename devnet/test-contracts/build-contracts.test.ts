import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildTestContracts, type TestContract } from './build-contracts.fake'

interface Interface {
  readonly imports: readonly string[]
  readonly exports: readonly string[]
}

const OLD: Interface = {
  imports: words('canonicalize_address db_read db_remove db_write debug_print humanize_address query_chain'),
  exports: words('allocate cosmwasm_vm_version_3 deallocate handle init memory query'),
}
const NEW: Interface = {
  imports: [
    ...words('addr_canonicalize addr_humanize addr_validate check_gas db_read db_remove db_write debug'),
    ...words('ed25519_batch_verify ed25519_sign ed25519_verify gas_evaporate query_chain'),
    ...words('secp256k1_recover_pubkey secp256k1_sign secp256k1_verify'),
  ],
  exports: [
    ...words('allocate deallocate execute instantiate interface_version_8 memory query reply'),
    ...words('requires_random sudo'),
  ],
}
const EXPECTED: readonly [TestContract, Interface][] = [
  ['probe-v010', OLD],
  ['probe-v010-next', withMigrate(OLD)],
  ['probe-v1', NEW],
  ['probe-v1-next', withMigrate(NEW)],
]

function words(text: string): string[] {
  return text.split(' ')
}

function withMigrate({ imports, exports }: Interface): Interface {
  return { imports, exports: [...exports, 'migrate'].sort() }
}

function interfaceOf(wasm: Uint8Array): Interface {
  const module = new WebAssembly.Module(new Uint8Array(wasm))
  const imports = WebAssembly.Module.imports(module)
  expect(new Set(imports.map((item) => item.module))).toEqual(new Set(['env']))
  const exports = WebAssembly.Module.exports(module)
  return { imports: imports.map(({ name }) => name).sort(), exports: exports.map(({ name }) => name).sort() }
}

describe('the code of the test contracts', () => {
  it('imports and exports what contracts of its generation do, and no more', () => {
    const codes = buildTestContracts()
    for (const [name, expected] of EXPECTED) {
      expect({ [name]: interfaceOf(codes[name]) }).toEqual({ [name]: expected })
    }
  })

  it('is the same, byte for byte, whenever it is built, and is built once', () => {
    const cache = mkdtempSync(join(tmpdir(), 'test-contracts-'))
    try {
      expect(buildTestContracts(cache)).toEqual(buildTestContracts())
      const [folder = '', ...others] = readdirSync(cache)
      expect(others).toEqual([])
      writeFileSync(join(cache, folder, 'probe-v1.wasm'), 'kept')
      expect(new TextDecoder().decode(buildTestContracts(cache)['probe-v1'])).toBe('kept')
    } finally {
      rmSync(cache, { recursive: true })
    }
  })
})
