import type { CheckedModule } from './check-module'
import { ContractInstance } from './contract-instance'
import { hostImports } from './host-imports'
import { VmError } from './vm-error'
import type { VmHost } from './vm-host'

/** More than a contract ever answers; the node holds it several times over while it passes it on. */
const MAX_RESULT_BYTES = 4 * 1024 * 1024

/**
 * Calls an entry point of a contract in a fresh memory with the given regions and returns the region it answers with.
 * Throws VmError for what the contract did wrong; an error of `host.gas.consume`, or of anything else of the host,
 * comes through as it is. What was used is charged in every case. Source: Protocol 12.1 and 12.2.
 */
export function callContract(
  module: CheckedModule,
  entry: string,
  args: readonly Uint8Array[],
  host: VmHost,
): Uint8Array {
  if (!module.entryPoints.has(entry)) throw new VmError('failed-call')
  const instance = new ContractInstance(module, host, hostImports)
  try {
    const pointers = args.map((bytes) => instance.allocate(bytes))
    const result = instance.call(entry, pointers)
    if (instance.lengthOf(result) > MAX_RESULT_BYTES) throw new VmError('result-too-large')
    return instance.read(result)
  } finally {
    instance.gas.settle()
  }
}
