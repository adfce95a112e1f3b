import type { Enclave } from '../../enclave/enclave'
import type { EnclaveKeys } from '../../enclave/enclave-keys'
import type { Store } from '../../store/store'

const KEYS = 'registration/keys'

/** The keys that messages are encrypted to now (Protocol 1.6). */
export function currentKeys(store: Store, enclave: Enclave): EnclaveKeys {
  return enclave.keysAt(rotations(store))
}

/** Retires the keys: what is encrypted to the old one can be read by nobody any more (Protocol 1.8). */
export function rotateKeys(store: Store): void {
  store.area(KEYS).set('rotations', String(rotations(store) + 1))
}

/** How many times the keys were replaced. */
export function rotations(store: Store): number {
  return Number(store.area(KEYS).get('rotations') ?? '0')
}
