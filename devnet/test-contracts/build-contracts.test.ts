import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildTestContracts } from './build-contracts.fake'

type Codes = Awaited<ReturnType<typeof buildTestContracts>>

describe('the code of the test contracts', () => {
  let codes: Codes

  beforeAll(async () => {
    codes = await buildTestContracts()
  })

  const OLD = {
    imports: [
      'canonicalize_address',
      'db_read',
      'db_remove',
      'db_write',
      'debug_print',
      'humanize_address',
      'query_chain',
    ],
    exports: ['allocate', 'cosmwasm_vm_version_3', 'deallocate', 'handle', 'init', 'memory', 'query'],
  }
  const NEW = {
    imports: [
      ...[
        'addr_canonicalize',
        'addr_humanize',
        'addr_validate',
        'check_gas',
        'db_read',
        'db_remove',
        'db_write',
        'debug',
      ],
      ...['ed25519_batch_verify', 'ed25519_sign', 'ed25519_verify', 'gas_evaporate', 'query_chain'],
      ...['secp256k1_recover_pubkey', 'secp256k1_sign', 'secp256k1_verify'],
    ],
    exports: [
      ...[
        'allocate',
        'deallocate',
        'execute',
        'instantiate',
        'interface_version_8',
        'memory',
        'query',
        'reply',
      ],
      'requires_random',
    ],
  }
  const withMigrate = ({ imports, exports }: typeof OLD) => ({
    imports,
    exports: [...exports, 'migrate'].sort(),
  })

  it('imports and exports what contracts of its generation do, and no more', () => {
    const expected = {
      'probe-v010': OLD,
      'probe-v010-next': withMigrate(OLD),
      'probe-v1': NEW,
      'probe-v1-next': withMigrate(NEW),
    }
    for (const [name, wasm] of Object.entries(codes)) {
      const module = new WebAssembly.Module(new Uint8Array(wasm))
      const imports = WebAssembly.Module.imports(module)
      expect(new Set(imports.map((item) => item.module))).toEqual(new Set(['env']))
      const exports = WebAssembly.Module.exports(module).map((item) => item.name)
      expect({
        [name]: { imports: imports.map((item) => item.name).sort(), exports: exports.sort() },
      }).toEqual({
        [name]: expected[name as keyof Codes],
      })
    }
  })

  it('is the same, byte for byte, whenever it is built, and is built once', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'test-contracts-'))
    try {
      expect(await buildTestContracts(cache)).toEqual(codes)
      const files = readdirSync(cache)
      expect(files).toHaveLength(4)
      for (const file of files) writeFileSync(join(cache, file), 'kept')
      expect(new TextDecoder().decode((await buildTestContracts(cache))['probe-v1'])).toBe('kept')
    } finally {
      rmSync(cache, { recursive: true })
    }
  })
})
