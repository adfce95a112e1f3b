/** Secrets that are dear to compute, the last few of them under the public bytes they were computed from. */
export class RememberedSecrets {
  readonly #most: number
  readonly #entries: { readonly from: Uint8Array; readonly secret: Uint8Array }[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** The secret computed from those bytes, by `compute` if it is not remembered. Not a copy: do not change it. */
  recall(from: Uint8Array, compute: () => Uint8Array): Uint8Array {
    const known = this.#entries.find((entry) => isSame(entry.from, from))
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

/** Stops at the first difference: these bytes are public, and most differ at once. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
