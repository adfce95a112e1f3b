import { OpaqueKey } from './opaque-key'
import { encodeText } from './text'

/** The extra passphrase of BIP-39, as NFKD UTF-8. The empty one is the usual none. */
export class Passphrase extends OpaqueKey {
  static fromText(text: string): Passphrase {
    const bytes = encodeText(text.normalize('NFKD'))
    const passphrase = new Passphrase('Passphrase', bytes)
    bytes.fill(0)
    return passphrase
  }

  /** Takes the bytes that `use` lent. */
  static fromBytes(bytes: Uint8Array): Passphrase {
    return new Passphrase('Passphrase', bytes)
  }

  isEmpty(): boolean {
    return this.reveal().length === 0
  }

  /** Lends the live bytes to `work`; they must not be kept. Throws `key/wiped` after `wipe`. */
  use<Result>(work: (bytes: Uint8Array<ArrayBuffer>) => Result): Result {
    return work(this.reveal())
  }

  /** For the one screen that shows it to its owner. */
  toText(): string {
    return new TextDecoder().decode(this.reveal())
  }
}
