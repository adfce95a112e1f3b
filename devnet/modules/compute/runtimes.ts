import { CODES } from '../../contracts/catalog'
import type { Context } from '../../node/context'
import { type CheckedModule, checkModule } from '../../vm/check-module'
import { builtInRuntime } from './built-in-runtime'
import { readModule } from './codes'
import type { ContractRuntime } from './contract-runtime'
import { wasmRuntime } from './wasm-runtime'

/** What runs each code: the built-in contracts, and compiled modules, which are kept. */
export class Runtimes {
  readonly #known = new Map<string, ContractRuntime>(
    CODES.map(({ codeHash, contract }) => [codeHash, builtInRuntime(contract)]),
  )

  /** The runtime of stored code; it was checked when it came, so this only compiles. */
  readonly find = ({ store }: Context, codeHash: string): ContractRuntime => {
    const known = this.#known.get(codeHash)
    if (known !== undefined) return known
    return this.add(checkModule(readModule(store, codeHash), Number.MAX_SAFE_INTEGER))
  }

  add(module: CheckedModule): ContractRuntime {
    const runtime = this.#known.get(module.codeHash) ?? wasmRuntime(module)
    this.#known.set(module.codeHash, runtime)
    return runtime
  }
}
