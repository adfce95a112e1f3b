import { sha256 } from '@noble/hashes/sha2.js'
import { deriveEnclaveKeys, type EnclaveKeys } from './enclave-keys'

/** The enclave's memory: the consensus seeds, of which a new one comes at every rotation (Protocol 1.8). */
export class Enclave {
  readonly #seeds: Uint8Array[]
  readonly #keys: EnclaveKeys[] = []

  /** `seed` is the first consensus seed, 32 bytes. */
  constructor(seed: Uint8Array) {
    this.#seeds = [seed]
  }

  /** The keys after so many rotations; each seed follows from the one before. */
  keysAt(rotation: number): EnclaveKeys {
    const known = this.#keys[rotation]
    if (known !== undefined) return known
    const keys = deriveEnclaveKeys(this.#seedAt(rotation))
    this.#keys[rotation] = keys
    return keys
  }

  #seedAt(rotation: number): Uint8Array {
    for (let next = this.#seeds.length; next <= rotation; next++) {
      this.#seeds[next] = sha256(this.#seeds[next - 1] ?? new Uint8Array())
    }
    return this.#seeds[rotation] ?? new Uint8Array()
  }
}
