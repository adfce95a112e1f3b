import { staticValidationError } from './module-error'
import type { FunctionType, ModuleOutline } from './module-outline'
import type { ValueType } from './value-type'

export interface ImportType {
  readonly params: readonly ValueType[]
  readonly result: ValueType | undefined
}

const ONE = ['i32'] as const
const TWO = ['i32', 'i32'] as const
const THREE = ['i32', 'i32', 'i32'] as const

/**
 * Every function that a contract may import from `env`, with its exact type (Protocol 12.3).
 * The enclave links all of them for both generations.
 */
export const IMPORT_TYPES = {
  db_read: { params: ONE, result: 'i32' },
  db_write: { params: TWO, result: undefined },
  db_remove: { params: ONE, result: undefined },
  canonicalize_address: { params: TWO, result: 'i32' },
  humanize_address: { params: TWO, result: 'i32' },
  addr_canonicalize: { params: TWO, result: 'i32' },
  addr_humanize: { params: TWO, result: 'i32' },
  addr_validate: { params: ONE, result: 'i32' },
  query_chain: { params: ONE, result: 'i32' },
  debug_print: { params: ONE, result: undefined },
  debug: { params: ONE, result: undefined },
  secp256k1_verify: { params: THREE, result: 'i32' },
  secp256k1_recover_pubkey: { params: THREE, result: 'i64' },
  ed25519_verify: { params: THREE, result: 'i32' },
  ed25519_batch_verify: { params: THREE, result: 'i32' },
  secp256k1_sign: { params: TWO, result: 'i64' },
  ed25519_sign: { params: TWO, result: 'i64' },
  check_gas: { params: [], result: 'i64' },
  gas_evaporate: { params: ONE, result: 'i32' },
  dcap_quote_verify: { params: TWO, result: 'i64' },
} as const satisfies Record<string, ImportType>

export type ImportName = keyof typeof IMPORT_TYPES

function isImportName(name: string): name is ImportName {
  return Object.hasOwn(IMPORT_TYPES, name)
}

/** True when a function has exactly this type. */
export function hasType(type: FunctionType | undefined, { params, result }: ImportType): boolean {
  if (type === undefined) return false
  const results = result === undefined ? [] : [result]
  return type.params.join() === params.join() && type.results.join() === results.join()
}

/** Refuses a module that imports what the host does not offer. Throws ModuleError `import`. */
export function checkImports(outline: ModuleOutline): void {
  for (const { module, field, type } of outline.imports) {
    if (module !== 'env' || !isImportName(field)) throw unsupportedImport(`${module}.${field}`)
    if (!hasType(outline.types[type], IMPORT_TYPES[field])) {
      throw staticValidationError(
        'import',
        `Wasm contract imports "${module}.${field}" with an unexpected signature`,
      )
    }
  }
}

function unsupportedImport(name: string): Error {
  const supported = Object.keys(IMPORT_TYPES).map((item) => `"env.${item}"`)
  return staticValidationError(
    'import',
    `Wasm contract requires unsupported import: "${name}". Imports supported by VM: [${supported.join(', ')}]. Contract version too new for this VM?`,
  )
}
