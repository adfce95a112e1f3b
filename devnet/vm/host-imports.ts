import { addressImports } from './address-imports'
import { chainImports } from './chain-imports'
import type { Machine } from './contract-instance'
import { CRYPTO_RESULT, cryptoError } from './crypto-result'
import { ed25519Imports } from './ed25519-imports'
import type { ImportName } from './import-types'
import { secp256k1Imports } from './secp256k1-imports'
import { storageImports } from './storage-imports'

type HostFunction = (...args: number[]) => number | bigint | undefined

/** Every function that contracts may import from `env` (Protocol 12.3). */
export function hostImports(machine: Machine): Record<ImportName, HostFunction> {
  return {
    ...storageImports(machine),
    ...addressImports(machine),
    ...chainImports(machine),
    ...secp256k1Imports(machine),
    ...ed25519Imports(machine),
    // There is no attestation hardware behind this network, so no quote can be judged.
    dcap_quote_verify: () => cryptoError(CRYPTO_RESULT.generic),
  }
}
