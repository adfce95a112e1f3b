import type { JsonValue } from '../../../src/domain/index'
import type { Area } from '../../store/store'
import type { VmCall, VmEnv } from '../../vm/contract-env'
import type { Generation } from '../../vm/contract-exports'
import type { ContractFailure, ContractResponse, QueryAnswer } from '../../vm/contract-result'
import type { VmGas } from '../../vm/vm-host'

/** What a contract can reach while it runs. */
export interface RuntimeHost {
  readonly env: VmEnv
  /** The contract's own state. */
  readonly state: Area
  readonly gas: VmGas
  readonly readOnly: boolean
  /** Asks the rest of the chain (Protocol 12.6); both sides are JSON. */
  query(request: Uint8Array): Uint8Array
}

export type ChangingCall = Exclude<VmCall, { readonly kind: 'query' }>

/** Runs one contract's code, whatever it is made of. Throws VmError and what the host's gas throws. */
export interface ContractRuntime {
  readonly generation: Generation
  readonly needsRandom: boolean
  call(host: RuntimeHost, call: ChangingCall): ContractResponse | ContractFailure
  query(host: RuntimeHost, message: Uint8Array): QueryAnswer | ContractFailure
}

export function encodeJson(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
