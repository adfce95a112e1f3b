import type { Store } from '../../store/store'

export interface ComputeParams {
  /** Bytes of unpacked code. */
  readonly maxContractSize: bigint
  /** Gas per byte, times 10^18. */
  readonly compileCost: bigint
}

const PARAMS = 'compute/params'
const DEFAULT: ComputeParams = { maxContractSize: 2_097_152n, compileCost: 800_000_000_000_000_000n }

/** What governance has set, or the chain's defaults (Protocol 3.1). */
export function computeParams(store: Store): ComputeParams {
  const params = store.area(PARAMS)
  return {
    maxContractSize: BigInt(params.get('max_contract_size') ?? DEFAULT.maxContractSize),
    compileCost: BigInt(params.get('compile_cost') ?? DEFAULT.compileCost),
  }
}

export function setComputeParams(store: Store, { maxContractSize, compileCost }: ComputeParams): void {
  const params = store.area(PARAMS)
  params.set('max_contract_size', String(maxContractSize))
  params.set('compile_cost', String(compileCost))
}
