import type { Address } from '../../../src/domain/index'
import { moduleAddress } from '../module-address'

/** The chain modules that have an account of their own, with what each may do to the supply. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  bonded_tokens_pool: ['burner', 'staking'],
  compute: ['burner'],
  distribution: [],
  emergencybutton: [],
  fee_collector: [],
  feeibc: [],
  gov: ['burner'],
  interchainaccounts: [],
  mint: ['minter'],
  not_bonded_tokens_pool: ['burner', 'staking'],
  transfer: ['burner', 'minter'],
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.keys(PERMISSIONS).map((name) => [moduleAddress(name), name]),
)

/** The only module whose account takes coins from anybody. */
const OPEN = 'distribution'

/** The names of all module accounts, in order. */
export function moduleNames(): string[] {
  return Object.keys(PERMISSIONS)
}

/** The module whose account an address is, if any. */
export function moduleNameOf(address: Address): string | undefined {
  return NAMES.get(address)
}

export function permissionsOf(moduleName: string): readonly string[] {
  return PERMISSIONS[moduleName] ?? []
}

/** Whether users are kept from sending coins there. */
export function isBlocked(address: Address): boolean {
  const name = moduleNameOf(address)
  return name !== undefined && name !== OPEN
}
