import type { Area } from '../../store/store'
import type { CheckedModule } from '../../vm/check-module'
import { entryCall, type VmCall } from '../../vm/contract-env'
import { parseContractResult, parseQueryResult } from '../../vm/contract-result'
import { callContract } from '../../vm/run-contract'
import type { VmStorage } from '../../vm/vm-host'
import type { ContractRuntime, RuntimeHost } from './contract-runtime'

/** Runs WebAssembly (Protocol 12). */
export function wasmRuntime(module: CheckedModule): ContractRuntime {
  const { generation } = module
  const run = (host: RuntimeHost, call: VmCall): Uint8Array => {
    const { entry, args } = entryCall(generation, host.env, call)
    return callContract(module, entry, args, { ...host, storage: vmStorage(host.state) })
  }
  return {
    generation,
    needsRandom: module.needsRandom,
    call: (host, call) => parseContractResult(run(host, call), generation),
    query: (host, message) => parseQueryResult(run(host, { kind: 'query', message }), generation),
  }
}

/** The store holds text: each byte becomes the character of that number. */
function vmStorage(state: Area): VmStorage {
  return {
    get(key) {
      const value = state.get(textOf(key))
      return value === undefined ? undefined : new Uint8Array(Buffer.from(value, 'latin1'))
    },
    set: (key, value) => state.set(textOf(key), textOf(value)),
    remove: (key) => state.delete(textOf(key)),
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
