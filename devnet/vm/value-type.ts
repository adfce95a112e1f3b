import { enclaveModuleError, malformedModule } from './module-error'

export type ValueType = 'i32' | 'i64' | 'funcref' | 'externref'

const TYPES: ReadonlyMap<number, ValueType> = new Map([
  [0x7f, 'i32'],
  [0x7e, 'i64'],
  [0x70, 'funcref'],
  [0x6f, 'externref'],
])

/** The type that a byte stands for. Throws ModuleError, also for floating point: contracts count in integers only. */
export function readValueType(byte: number): ValueType {
  const type = TYPES.get(byte)
  if (type !== undefined) return type
  if (byte === 0x7d || byte === 0x7c) throw floatsFound()
  throw malformedModule('invalid value type')
}

export function floatsFound(): Error {
  return enclaveModuleError('floats', 'found floating point operation in module code')
}
