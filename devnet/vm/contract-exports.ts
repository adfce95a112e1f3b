import { hasType } from './import-types'
import { METER_EXPORTS } from './metering'
import {
  enclaveModuleError,
  type ModuleError,
  type ModuleErrorCode,
  staticValidationError,
} from './module-error'
import { functionType, type ModuleOutline } from './module-outline'
import type { ValueType } from './value-type'

/** The two interfaces between contracts and the chain that Secret Network runs. */
export type Generation = 'v0.10' | 'v1'

const MARKERS: Record<Generation, string> = { 'v0.10': 'cosmwasm_vm_version_3', v1: 'interface_version_8' }
const RANDOM_MARKER = 'requires_random'

const REQUIRED_EXPORTS: Record<Generation, readonly string[]> = {
  'v0.10': [MARKERS['v0.10'], 'query', 'init', 'handle', 'allocate', 'deallocate'],
  v1: [MARKERS.v1, 'allocate', 'deallocate', 'instantiate'],
}

/** How many regions each entry point takes; each returns one (Protocol 12.1). */
const ENTRY_POINTS: Record<Generation, Readonly<Record<string, number>>> = {
  'v0.10': { init: 2, handle: 2, query: 1, migrate: 2 },
  v1: {
    instantiate: 3,
    execute: 3,
    query: 2,
    migrate: 2,
    reply: 2,
    sudo: 2,
    ibc_channel_open: 2,
    ibc_channel_connect: 2,
    ibc_channel_close: 2,
    ibc_packet_receive: 2,
    ibc_packet_ack: 2,
    ibc_packet_timeout: 2,
  },
}

export interface ContractExports {
  readonly generation: Generation
  readonly needsRandom: boolean
  readonly entryPoints: ReadonlySet<string>
}

/** Finds the generation and the entry points among a module's exports. Throws ModuleError. Source: Protocol 12.1. */
export function readContractExports(outline: ModuleOutline): ContractExports {
  const functions = new Map<string, number>()
  for (const { name, kind, index } of outline.exports) {
    if (kind === 'function') functions.set(name, index)
  }
  const generation = readGeneration(functions)
  for (const name of REQUIRED_EXPORTS[generation]) {
    if (!functions.has(name)) throw missingExport('export', name, generation)
  }
  const entryPoints = Object.entries(ENTRY_POINTS[generation]).filter(([name]) => functions.has(name))
  for (const [name, arity] of entryPoints) checkSignature(outline, functions, { name, arity, result: 'i32' })
  checkSignature(outline, functions, { name: 'allocate', arity: 1, result: 'i32' })
  checkSignature(outline, functions, { name: 'deallocate', arity: 1, result: undefined })
  checkMeterNames(outline)
  return {
    generation,
    needsRandom: functions.has(RANDOM_MARKER),
    entryPoints: new Set(entryPoints.map(([name]) => name)),
  }
}

function readGeneration(functions: ReadonlyMap<string, number>): Generation {
  const isOld = functions.has(MARKERS['v0.10'])
  const isNew = functions.has(MARKERS.v1)
  if (isOld && isNew) {
    throw staticValidationError('marker', 'Wasm contract contains more than one marker export')
  }
  if (isOld) return 'v0.10'
  if (isNew) return 'v1'
  throw missingExport('marker', MARKERS.v1, 'v1')
}

interface Signature {
  readonly name: string
  readonly arity: number
  readonly result: ValueType | undefined
}

function checkSignature(
  outline: ModuleOutline,
  functions: ReadonlyMap<string, number>,
  { name, arity, result }: Signature,
): void {
  const type = functionType(outline, functions.get(name) ?? -1)
  const params = Array.from({ length: arity }, () => 'i32' as const)
  if (!hasType(type, { params, result })) {
    throw staticValidationError('export', `Wasm contract exports "${name}" with an unexpected signature`)
  }
}

/** Two exports cannot share a name, and the meter's globals need theirs. */
function checkMeterNames(outline: ModuleOutline): void {
  const reserved = Object.values<string>(METER_EXPORTS)
  if (outline.exports.some(({ name }) => reserved.includes(name))) {
    throw enclaveModuleError('export', 'failed to inject gas metering')
  }
}

function missingExport(code: ModuleErrorCode, name: string, generation: Generation): ModuleError {
  const required = REQUIRED_EXPORTS[generation].map((item) => JSON.stringify(item)).join(', ')
  return staticValidationError(
    code,
    `Wasm contract doesn't have required export: "${name}". Exports required by VM: [${required}]. Contract version too old for this VM?`,
  )
}
