import type { Machine } from './contract-instance'
import { WASM_GAS } from './gas-costs'
import { VmError } from './vm-error'

const NOT_FOUND = 0

/** The contract's own state (Protocol 12.3). */
export function storageImports(machine: Machine) {
  return {
    db_read: (key: number): number => readDb(machine, key),
    db_write: (key: number, value: number): undefined => writeDb(machine, key, value),
    db_remove: (key: number): undefined => removeDb(machine, key),
  }
}

function readDb(machine: Machine, keyPointer: number): number {
  machine.gas.charge(WASM_GAS.readBase)
  const key = machine.read(keyPointer)
  const value = machine.host.storage.get(key)
  machine.gas.charge(BigInt(key.length + (value?.length ?? 0)) * WASM_GAS.readByte)
  return value === undefined ? NOT_FOUND : machine.allocate(value)
}

function writeDb(machine: Machine, keyPointer: number, valuePointer: number): undefined {
  if (machine.host.readOnly) throw new VmError('unauthorized-write')
  machine.gas.charge(WASM_GAS.writeBase)
  const key = machine.read(keyPointer)
  const value = machine.read(valuePointer)
  machine.gas.charge(BigInt(key.length + value.length) * WASM_GAS.writeByte)
  machine.host.storage.set(key, value)
}

function removeDb(machine: Machine, keyPointer: number): undefined {
  if (machine.host.readOnly) throw new VmError('unauthorized-write')
  machine.gas.charge(WASM_GAS.writeBase)
  machine.host.storage.remove(machine.read(keyPointer))
}
