import type { Machine } from './contract-instance'
import { WASM_GAS, WASM_GAS_PER_CHAIN_GAS } from './gas-costs'

/** Questions to the chain, gas and the debug log (Protocol 12.3). */
export function chainImports(machine: Machine) {
  // The enclave reads nothing for the log either, unless it was built for debugging.
  const debug = (): undefined => undefined
  return {
    query_chain: (request: number): number => queryChain(machine, request),
    check_gas: (): bigint => checkGas(machine),
    gas_evaporate: (amount: number): number => evaporateGas(machine, amount),
    debug_print: debug,
    debug,
  }
}

function queryChain(machine: Machine, request: number): number {
  const bytes = machine.read(request)
  return machine.allocate(machine.gas.outside(() => machine.host.query(bytes)))
}

/** The gas used so far, in gas of the chain. */
function checkGas(machine: Machine): bigint {
  machine.gas.charge(WASM_GAS.checkGas)
  return machine.host.gas.used / WASM_GAS_PER_CHAIN_GAS
}

/** Burns an amount in gas of the chain. */
function evaporateGas(machine: Machine, amount: number): number {
  const wanted = BigInt(amount >>> 0) * WASM_GAS_PER_CHAIN_GAS
  machine.gas.charge(wanted > WASM_GAS.minimumEvaporation ? wanted : WASM_GAS.minimumEvaporation)
  return 0
}
