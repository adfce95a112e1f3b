import { equalBytes } from './bytes'

/** Secrets that are dear to compute, the last few of them under the public bytes they were computed from. */
export class RememberedSecrets {
  readonly #most: number
  readonly #entries: { readonly from: Uint8Array; readonly secret: Uint8Array }[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** The secret computed from those bytes, by `compute` if it is not remembered. Not a copy: do not change it. */
  recall(from: Uint8Array, compute: () => Uint8Array): Uint8Array {
    const known = this.#entries.find((entry) => equalBytes(entry.from, from))
    if (known !== undefined) return known.secret
    const secret = compute()
    this.#entries.unshift({ from: Uint8Array.from(from), secret })
    for (const { secret: oldest } of this.#entries.splice(this.#most)) oldest.fill(0)
    return secret
  }

  /** Overwrites them all. */
  forget(): void {
    for (const { secret } of this.#entries.splice(0)) secret.fill(0)
  }
}
