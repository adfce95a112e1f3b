import type { Address } from '../../src/domain/index'
import type { ContractStorage, ExecuteCall } from './contract'

/** register_receive: the caller, a contract, wants to be called when tokens are sent to it. */
export function registerReceiver(call: ExecuteCall, codeHash: string): void {
  call.storage.set(`receiver/${call.sender}`, codeHash)
}

/** The code hash a contract registered, if it did. */
export function registeredCodeHash(storage: ContractStorage, contract: Address): string | undefined {
  return storage.get(`receiver/${contract}`)
}
