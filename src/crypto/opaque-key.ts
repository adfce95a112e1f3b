import { CryptoError } from './crypto-error'

/** Key bytes that no string, JSON or log can show. Subclasses decide what may be done with them. */
export abstract class OpaqueKey {
  readonly #label: string
  readonly #bytes: Uint8Array<ArrayBuffer>
  #wiped = false

  /** Keeps a copy of the bytes; `label` is all that is ever printed. */
  protected constructor(label: string, bytes: Uint8Array) {
    this.#label = label
    this.#bytes = Uint8Array.from(bytes)
  }

  /** The live bytes, not a copy. Throws `key/wiped` after `wipe`. */
  protected reveal(): Uint8Array<ArrayBuffer> {
    if (this.#wiped) throw new CryptoError('key/wiped', 'This key is no longer held: the wallet was locked.')
    return this.#bytes
  }

  /** Overwrites the bytes; every later use throws `key/wiped`. */
  wipe(): void {
    this.#bytes.fill(0)
    this.#wiped = true
  }

  toString(): string {
    return this.#label
  }

  toJSON(): string {
    return this.#label
  }
}
